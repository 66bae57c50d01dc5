"""What a machine account may do, and what its tokens look like. Which role each scope stands for is
the same as for people: a machine gets no right that no person has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from answerable_site.people.rules.roles import OrganisationKind, Role

LONGEST: Final = timedelta(days=366)
"""For how long a token is given at most."""
PREFIX: Final = "answerable"
_TOKEN: Final = re.compile(rf"{PREFIX}_([0-9a-f]{{16}})_([\w-]{{43}})", re.ASCII)


class Scope(StrEnum):
    """What a token can be for."""

    SEND_EXTRACTS = "extracts:send"
    READ_LOADS = "loads:read"
    SEND_TRACKERS = "trackers:send"
    READ_TRACKERS = "trackers:read"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def what_it_allows(self) -> str:
        """One sentence for the person who gives it."""
        return _ALLOWS[self]


_LABELS: Final = {
    Scope.SEND_EXTRACTS: "Send extracts",
    Scope.READ_LOADS: "Fetch receipts of loads",
    Scope.SEND_TRACKERS: "Send trackers",
    Scope.READ_TRACKERS: "Fetch receipts of trackers",
}
_ALLOWS: Final = {
    Scope.SEND_EXTRACTS: (
        "Sends extracts of your systems, which are loaded into cases as if a person had sent them. "
        "Reads no case."
    ),
    Scope.READ_LOADS: "Reads what came of loads: counts, digests and refusals. Reads no case.",
    Scope.SEND_TRACKERS: (
        "Sends trackers of follow-up, read as a mapping says that somebody kept on its page."
    ),
    Scope.READ_TRACKERS: "Reads what came of trackers: counts and digests.",
}
_LOADING: Final = {
    OrganisationKind.POLICE_FORCE: Role.SUPERVISOR,
    OrganisationKind.CPS_AREA: Role.CPS_MANAGER,
}
_TRACKING: Final = {OrganisationKind.LOCAL_POLICING_BODY: Role.RESPONSE_OFFICER}
_ROLES: Final[Mapping[Scope, Mapping[OrganisationKind, Role]]] = {
    Scope.SEND_EXTRACTS: _LOADING,
    Scope.READ_LOADS: _LOADING,
    Scope.SEND_TRACKERS: _TRACKING,
    Scope.READ_TRACKERS: _TRACKING,
}


class NotAScopeHere(ValueError):
    """A scope that no machine of such an organisation can have, or that its account has not."""


class ExpiresTooLate(ValueError):
    """A token must expire, and within a year."""


def scopes_for(kind: OrganisationKind) -> tuple[Scope, ...]:
    """What a machine of an organisation of a kind can do; nothing in most kinds."""
    return tuple(scope for scope in Scope if kind in _ROLES[scope])


def roles_for(scopes: Iterable[Scope], kind: OrganisationKind) -> tuple[Role, ...]:
    """The roles in which a machine acts, each once."""
    return tuple(dict.fromkeys(_ROLES[scope][kind] for scope in scopes if kind in _ROLES[scope]))


def check_scopes(scopes: Collection[Scope], among: Collection[Scope]) -> None:
    """Raises NotAScopeHere unless there is a scope, and each is among those that can be had."""
    if not scopes or not set(scopes) <= set(among):
        raise NotAScopeHere("Select what it is to do, from what can be done here.")


def check_expiry(expires_on: date, *, today: date) -> None:
    """Raises ExpiresTooLate unless a token lasts from today to a day within a year.

    Args:
        expires_on: the last day on which it counts.
    """
    if not today <= expires_on <= today + LONGEST:
        last = today + LONGEST
        raise ExpiresTooLate(
            f"Choose a last day from today to {last.day} {last:%B %Y}: a token lasts a year at "
            "most."
        )


def token_text(name: str, secret: str) -> str:
    """A token as it is shown, once."""
    return f"{PREFIX}_{name}_{secret}"


def token_parts(text: str) -> tuple[str, str] | None:
    """Name and secret of a token; None if it is none."""
    found = _TOKEN.fullmatch(text)
    return (found[1], found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Machine:
    """That a viewer is a machine account, and what for."""

    account_id: int
    told: str
    """Who set it up and who confirmed it, in words: they answer for what it does."""
    scopes: frozenset[Scope] = frozenset()
    token: str = ""
    """The name of the token that was sent; empty for work in the background."""
