"""Invented limits of a force, with two administrators who may set them, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tests import factories
from tests.made_once import made_once

from answerable.statute import Confidence, Unit
from answerable_site.casework import operations
from answerable_site.casework.models import LimitVersion
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Administered:
    """A force, or another organisation, and two of its administrators."""

    organisation: Organisation
    first: User
    second: User

    @property
    def proposer(self) -> Viewer:
        return factories.viewer(self.first, on=AT.date())

    @property
    def other(self) -> Viewer:
        return factories.viewer(self.second, on=AT.date())


@made_once
def administered(
    name: str = "Wexmoor Police", kind: OrganisationKind = OrganisationKind.POLICE_FORCE
) -> Administered:
    """An organisation with two administrators."""
    return administrators_of(factories.organisation(name, kind, ""))


def administrators_of(organisation: Organisation) -> Administered:
    """An organisation that is there, with two administrators."""
    first, second = (
        factories.person(
            f"{organisation.name} {word} Administrator", (organisation, Role.ADMINISTRATOR)
        )
        for word in ("First", "Second")
    )
    return Administered(organisation, first, second)


def proposed(place: Administered, **facts: object) -> LimitVersion:
    """A version that the first administrator proposes: to tell victims within 3 working days."""
    given: dict[str, object] = {
        "by": place.proposer,
        "at": AT,
        "organisation": place.organisation,
        "code": "tell_victim",
        "count": 3,
        "unit": Unit.WORKING_DAYS,
        "citation": "Policy on telling victims",
        "source": "",
        "confidence": Confidence.REASONED,
        "in_force_from": date(2026, 5, 1),
        "in_force_to": None,
        "reason": "The policy asks for three days.",
    }
    return operations.set_limit(**(given | facts))


def confirmed(place: Administered, **facts: object) -> LimitVersion:
    """The same, which the second administrator confirms."""
    return operations.confirm_limit(by=place.other, at=AT, version=proposed(place, **facts))
