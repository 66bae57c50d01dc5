"""Which side an organisation is on in a case, what it sees of it, and who may record what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from answerable.records.codes.characteristics import characteristic_restricted
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.stages import Step
from answerable_site.people.rules import OrganisationKind, Role

SIDES: Final = [(side.value, side.label) for side in Side]
_SIDES = {
    OrganisationKind.POLICE_FORCE: Side.POLICE,
    OrganisationKind.CPS_AREA: Side.CPS,
    OrganisationKind.SUPPORT_SERVICE: Side.SUPPORT,
}
ROLES_OF_SIDE: Final = {
    Side.POLICE: frozenset({Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER}),
    Side.CPS: frozenset({Role.PROSECUTOR, Role.CPS_MANAGER}),
    Side.SUPPORT: frozenset({Role.SUPPORT_WORKER}),
}
WRITES_LETTERS: Final = ROLES_OF_SIDE[Side.POLICE] | ROLES_OF_SIDE[Side.CPS]
RECORDS_EVENTS: Final = frozenset().union(*ROLES_OF_SIDE.values())
"""Roles that record what happened. Whoever reviews files records nothing in them."""
SEES_RESTRICTED: Final = frozenset({Role.INVESTIGATOR, Role.SUPERVISOR})
"""Roles that read characteristics whose disclosure may be a crime."""
SHOWN_TO_SUPPORT: Final = frozenset(
    {
        Step.REPORT,
        Step.PEOPLE,
        Step.CHARACTERISTICS,
        Step.SUPPORT,
        Step.VOICE,
        Step.WITHDRAWAL,
        Step.DECISION,
        Step.TELLING,
        Step.REVIEW,
        Step.COURT,
    }
)
"""What a support worker sees of a client's case: what was decided and said to the victim, and not
how the investigation is led."""


def side_of(kind: OrganisationKind | str) -> Side | None:
    """The side that an organisation is on in a case; None for one that only reads it."""
    return _SIDES.get(OrganisationKind(kind))


def roles_recording(kind: type[Event], side: Side | None) -> frozenset[Role]:
    """The roles that may record a kind of event for a side; none where the side may not, or where
    there is none."""
    if side is None or side not in kind.RECORDED_BY:
        return frozenset()
    return _NAMED.get((kind.kind(), side), ROLES_OF_SIDE[side])


def is_shown(step: str, side: Side | None) -> bool:
    """Whether a side sees the events of a step."""
    return side is not Side.SUPPORT or step in SHOWN_TO_SUPPORT


def concerns_any(file: CaseFile, event: Event, victims: Collection[int]) -> bool:
    """Whether an event is about some of these victims, or about none by number."""
    concerned = victims_concerned(file, event)
    return not concerned or bool(concerned & set(victims))


def victims_concerned(file: CaseFile, event: Event) -> set[int]:
    """The victims whom an event is about, by number: those it names, else those whom the earlier
    events that it names are about. Empty where none is named."""
    named = {victim for victim in (getattr(event, "victim", None),) if victim is not None}
    named |= set(getattr(event, "victims", ()))
    if named:
        return named
    numbers = (getattr(event, name) for name in event.REFERS)
    earlier = [file.named(number, Event) for number in numbers if number is not None]
    return set().union(*(victims_concerned(file, one) for one in earlier if one))


def numbers_in(events: Iterable[Event], names: tuple[str, ...]) -> set[int]:
    """The numbers by which events name people or services.

    Args:
        names: `PEOPLE` or `SERVICES`.
    """
    found = (getattr(event, name, None) for event in events for name in names)
    return {number for number in found if number is not None}


def is_restricted(event: Event) -> bool:
    """Whether an event holds a characteristic that only named roles read."""
    return isinstance(event, CharacteristicRecorded) and characteristic_restricted(
        event.characteristic
    )


def restricted_numbers(recorded: Iterable[Recorded]) -> set[int]:
    """The numbers of events that only named roles read, with whatever took their place: why one was
    wrong may say what it said.

    Args:
        recorded: the events of a file in the order of recording.
    """
    restricted: set[int] = set()
    for one in recorded:
        if is_restricted(one.event) or one.replaces in restricted:
            restricted.add(one.number)
    return restricted


PEOPLE: Final = ("owner", "manager", "supervisor")
"""Names of facts that are the number of a person of the site."""
SERVICES: Final = ("service",)
"""Names of facts that are the number of a support service of the site."""
HIDDEN_FROM_SUPPORT: Final = frozenset({("decision", "rationale"), ("decision", "test")})
"""Facts that a support worker does not see: why it was so decided is for the police or the
prosecutors to explain."""

_LEADS_POLICE = frozenset({Role.SUPERVISOR, Role.GATEKEEPER})
_NAMED: dict[tuple[str, Side], frozenset[Role]] = {
    ("not_a_crime", Side.POLICE): frozenset({Role.SUPERVISOR}),
    ("supervisor_reviewed", Side.POLICE): _LEADS_POLICE,
    ("decision", Side.POLICE): _LEADS_POLICE,
    ("meeting_excepted", Side.CPS): frozenset({Role.CPS_MANAGER}),
    ("meeting_excepted", Side.POLICE): frozenset({Role.SUPERVISOR}),
}
"""Kinds that only some of a side may record."""
