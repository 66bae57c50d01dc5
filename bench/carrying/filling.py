"""A case with an event of every kind, and everybody who works on it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from random import Random

import msgspec
from tests import factories
from tests.site.access import seats
from tests.site.access.records import AT
from tests.site.access.world import Somebody, World

from answerable.records import rules as law
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS, to_stored
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.court import CourtResult
from answerable.records.kinds.support import SupportOffered, SupportReferred
from answerable.statute import civil_date
from answerable_site.casework import operations, queries
from answerable_site.casework.models import Case, CaseEvent
from answerable_site.casework.operations.reckoning import Reckoning
from answerable_site.casework.rules import Ground, written_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer
from bench.histories.drawing import BY_NAME, draw
from bench.marking.markers import Markers

ATTEMPTS = 600
"""Draws of one kind until it can have happened."""
AGAIN = 8
"""The same of a kind that has happened before."""
VERDICTS = 8
"""So many that one of them convicts, and can be followed by a sentence."""
ENDS = {"disagreement_resolved", "pilot_left", "reopened"}
"""Kinds that can happen once for each time that something else did."""
CODES = {*BY_NAME, "value", "code_list"}
"""Facts that are texts and hold codes, which nobody types."""
SIDES = {
    Side.POLICE: OrganisationKind.POLICE_FORCE,
    Side.COURT: OrganisationKind.POLICE_FORCE,
    Side.CPS: OrganisationKind.CPS_AREA,
    Side.SUPPORT: OrganisationKind.SUPPORT_SERVICE,
}
REFERENCES = {
    "crime": "47Q/98765/26",
    "urn": "47QX9876526",
    "service": "HAVEN-98-765",
}
"""By the kind of reference."""


class Filling:
    """Gives the own case of a built world everything that a case can have."""

    def __init__(self, world: World, markers: Markers, now: datetime) -> None:
        self.world, self.markers, self.now = world, markers, now
        self.office = world.own.office
        self.lots = Random(7)
        self.case = Case.objects.get(pk=world.arguments["casework:case"]["case_id"])
        self.service = self._organisation(Side.SUPPORT)

    def fill(self) -> CaseFile:
        """Assign, refer and record; the case as it then stands."""
        for opens in ("own gatekeeper", "own cps_manager"):
            operations.open_case(
                by=self._viewer(self.world.somebody(opens)),
                at=self.now,
                case=self.case,
                ground=Ground.SUPERVISION,
                words="",
            )
        for by, role, side in (
            ("own cps_manager", Role.PROSECUTOR, Side.CPS),
            ("own supervisor", Role.SUPPORT_WORKER, Side.SUPPORT),
        ):
            operations.assign(
                by=self._viewer(self.world.somebody(by)),
                at=AT,
                case=self.case,
                user=seats.member(self.office, role),
                organisation=self._organisation(side),
            )
        self._refer()
        file = self._record(queries.case_file(self.case))
        Reckoning.of(self.case, civil_date(self.now)).keep()
        return file

    def _refer(self) -> None:
        given: set[str] = set()
        for name in ("own investigator", "own support_worker"):
            viewer = self._viewer(self.world.somebody(name))
            for kind, owner in queries.owners_of_references(viewer, self.case).items():
                if kind not in given:
                    operations.add_reference(
                        by=viewer,
                        at=self.now,
                        case=self.case,
                        kind=kind,
                        owner=owner,
                        reference=REFERENCES[kind],
                    )
                given.add(kind)

    def _record(self, file: CaseFile) -> CaseFile:
        beginnings = [kind for kind in _in_order() if kind.kind() not in ENDS]
        for kind in (*_in_order(), *[CourtResult] * VERDICTS, *_in_order(), *beginnings):
            for _ in range(AGAIN if file.first(kind) else ATTEMPTS):
                one = self._drawn(kind, file)
                if one and not law.why_impossible(file, one):
                    self._keep(one)
                    file = file.with_event(one)
                    break
        return file

    def _drawn(self, kind: type[Event], file: CaseFile) -> Recorded | None:
        event = draw(kind, file, self.lots, careful=True)
        if event is None or event.on > civil_date(self.now):
            return None
        replaces = None
        if kind is RecordedInError:
            replaces = self.lots.choice(file.recorded).number
        return Recorded(
            number=file.next_number,
            event=self._marked(event),
            recorded_at=datetime.combine(event.on, time(12), UTC),
            side=sorted(kind.RECORDED_BY)[0] if kind.RECORDED_BY else Side.POLICE,
            replaces=replaces,
        )

    def _marked(self, event: Event) -> Event:
        facts: dict[str, object] = {
            name: f"Words {self.markers.of(f'event {event.kind()}.{name}')}"
            for name in written_in(event)
            if name not in CODES
        }
        if isinstance(event, SupportOffered | SupportReferred):
            facts["service"] = self.service.pk
        return msgspec.structs.replace(event, **facts)

    def _keep(self, one: Recorded) -> None:
        CaseEvent.objects.create(
            case=self.case,
            number=one.number,
            kind=one.event.kind(),
            happened_on=one.event.on,
            victim=getattr(one.event, "victim", None),
            suspect=getattr(one.event, "suspect", None),
            facts=to_stored(one.event),
            side=one.side,
            organisation=self._organisation(one.side),
            recorded_at=one.recorded_at,
            recorded_by=seats.member(self.office, Role.INVESTIGATOR),
            why_in_breach=f"Words {self.markers.of(f'reason {one.event.kind()}')}",
            replaces=one.replaces,
        )

    def _organisation(self, side: Side) -> Organisation:
        return seats.organisation(self.office, SIDES[side])

    def _viewer(self, somebody: Somebody) -> Viewer:
        return factories.viewer(somebody.user, on=civil_date(self.now))


def _in_order() -> list[type[Event]]:
    """Every kind after those that it names; what takes another's place last."""
    ordered: list[type[Event]] = []

    def add(kind: type[Event]) -> None:
        for named in kind.REFERS.values():
            if named not in ordered:
                add(named)
        if kind not in ordered:
            ordered.append(kind)

    people = [kind for kind in KINDS if kind.kind().endswith("_identified")]
    for kind in [*people, *KINDS]:
        add(kind)
    ordered.remove(RecordedInError)
    return [*ordered, RecordedInError]
