"""Machine accounts of an invented office and their tokens, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone
from tests import factories

from answerable_site.people import operations, queries
from answerable_site.people.models import MachineAccount, MachineToken, Organisation, User
from answerable_site.people.rules import (
    OrganisationKind,
    Role,
    Scope,
    Viewer,
    scopes_for,
)

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Machine:
    """A machine account that is let in, with one token."""

    account: MachineAccount
    token: MachineToken
    text: str
    administrators: tuple[Viewer, Viewer]

    @property
    def headers(self) -> dict[str, str]:
        """What it sends to be known."""
        return {"Authorization": f"Bearer {self.text}"}

    def client(self) -> Client:
        """Asks with the token."""
        return Client(headers=self.headers)

    def viewer(self) -> Viewer:
        """The viewer that it is."""
        return queries.machine_viewer(self.account, self.token.allowed, token=self.token.name)


def administrators(organisation: Organisation) -> tuple[Viewer, Viewer]:
    """Two administrators of an organisation, neither set up by the other."""
    names = [f"{organisation.name} {name} of Machines" for name in ("Keeper", "Second Keeper")]
    found = [
        User.objects.filter(full_name=name).first()
        or factories.person(name, (organisation, Role.ADMINISTRATOR))
        for name in names
    ]
    first, second = (factories.viewer(one) for one in found)
    return first, second


def account(
    organisation: Organisation, *scopes: Scope, name: str = "Feed", **changed: Any
) -> tuple[MachineAccount, tuple[Viewer, Viewer]]:
    """A machine account that waits, with all scopes of its kind unless some are named."""
    first, second = administrators(organisation)
    told = {
        "by": first,
        "at": AT,
        "organisation": organisation,
        "name": f"{organisation.name} {name}",
        "purpose": "Sends what the records system tells each night.",
        "scopes": scopes or scopes_for(OrganisationKind(organisation.kind)),
    }
    return operations.set_up_machine(**(told | changed)), (first, second)


def machine(
    organisation: Organisation, *scopes: Scope, at: datetime | None = None, name: str = "Feed"
) -> Machine:
    """A machine account that two administrators let in, with a token of the same scopes."""
    at = at or timezone.now()
    waiting, (first, second) = account(organisation, *scopes, name=name)
    let_in = operations.confirm_machine(by=second, at=at, account=waiting)
    token, text = operations.make_token(
        by=first,
        at=at,
        account=let_in,
        scopes=let_in.allowed,
        expires_on=timezone.localdate(at) + timedelta(days=30),
    )
    return Machine(let_in, token, text, (first, second))
