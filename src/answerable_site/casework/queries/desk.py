"""Everything that somebody who records in a case works with: their place in it, and its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS
from answerable.statute import civil_date
from answerable_site.casework import access
from answerable_site.casework.models import Case
from answerable_site.casework.queries.files import case_file
from answerable_site.casework.queries.recording import (
    clients_of,
    people_on,
    recording_organisation,
    side_reading,
)
from answerable_site.casework.rules import (
    HIDDEN_FROM_SUPPORT,
    concerns_any,
    is_shown,
    recorded_first,
    restricted_numbers,
    side_of,
)
from answerable_site.people.rules import Viewer


@dataclass(frozen=True)
class Desk:
    """A case as one viewer works on it."""

    file: CaseFile
    shown: tuple[Recorded, ...]
    """The events that the viewer sees."""
    side: Side | None
    """The side for which the viewer records; None where they record nothing."""
    kinds: tuple[type[Event], ...]
    """The kinds that the viewer may record."""
    victims: frozenset[int] | None
    """The victims whom the viewer sees, by number; None where they see all."""
    hidden: frozenset[tuple[str, str]]
    """Facts that the viewer does not see, as tag and name."""
    sees_restricted: bool
    """Whether the viewer reads, and so records, characteristics that only named roles read."""

    @property
    def standing(self) -> tuple[Recorded, ...]:
        """The events that the viewer sees and that count."""
        numbers = {one.number for one in self.file.standing}
        return tuple(one for one in self.shown if one.number in numbers)

    def latest(self, count: int) -> list[Recorded]:
        """So many of the events that the viewer sees, those of the latest days."""
        by_day = sorted(self.shown, key=lambda one: (one.event.on, one.number))
        return by_day[-count:]

    def missing_for(self, kind: type[Event]) -> list[type[Event]]:
        """The kinds of event that must be there before one of a kind can be recorded, and are not
        yet, as far as the viewer sees."""
        there = {type(one.event) for one in self.standing}
        return [first for first in recorded_first(kind) if first not in there]

    def kinds_now(self) -> list[type[Event]]:
        """The kinds that the viewer may record and that can have happened by now."""
        return [kind for kind in self.kinds if not self.missing_for(kind)]

    def tags_put_right(self) -> frozenset[str]:
        """The tags of kinds whose events the viewer may put right."""
        return frozenset(kind.kind() for kind in self.kinds)


def desk_of(viewer: Viewer, case: Case) -> Desk:
    """The desk of a viewer in a case that was found open to them."""
    file = case_file(case)
    organisation = recording_organisation(viewer, case)
    reading = side_reading(viewer, case)
    clients = frozenset(clients_of(viewer, case)) if reading is Side.SUPPORT else None
    sees_restricted = access.sees_restricted(viewer, case)
    return Desk(
        file=file,
        shown=tuple(_shown(file, reading, clients, sees_restricted=sees_restricted)),
        side=side_of(organisation.kind) if organisation else None,
        kinds=tuple(
            k for k in KINDS if organisation and access.can_record(viewer, organisation, k)
        ),
        victims=clients,
        hidden=frozenset() if clients is None else HIDDEN_FROM_SUPPORT,
        sees_restricted=sees_restricted,
    )


def people_to_name(desk: Desk, case: Case, *, at: datetime) -> list[tuple[int, str]]:
    """People of the viewer’s side who may be named in what they record, by number."""
    if desk.side not in {Side.POLICE, Side.CPS}:
        return []
    return [(one.pk, one.full_name) for one in people_on(case, desk.side, on=civil_date(at))]


def _shown(
    file: CaseFile,
    reading: Side | None,
    clients: frozenset[int] | None,
    *,
    sees_restricted: bool,
) -> list[Recorded]:
    """The events that a viewer sees.

    A support worker sees what concerns their own clients, or nobody by number, in the steps that
    support services see. Restricted characteristics are shown to the roles that need them.
    """
    restricted = set() if sees_restricted else restricted_numbers(file.recorded)
    return [
        one
        for one in file.recorded
        if is_shown(one.event.STEP, reading)
        and (clients is None or concerns_any(file, one.event, clients))
        and one.number not in restricted
    ]
