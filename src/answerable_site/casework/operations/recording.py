"""Recording what happened in a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable.records import rules as law
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import to_stored
from answerable.records.rules import Breach
from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import access, queries
from answerable_site.casework.models import Case, CaseEvent
from answerable_site.casework.operations.reading import CaseOutOfReach
from answerable_site.casework.operations.reckoning import Reckoning
from answerable_site.casework.rules import kinds_of_signs, side_of, written_in
from answerable_site.casework.subjects import subject_of
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import Viewer


class CannotHaveHappened(ValueError):
    """What was to be recorded is impossible; `reasons` says why, a sentence each."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = tuple(reasons)


class ReasonNeeded(ValueError):
    """What happened breaches a rule, and nobody said why; `breaches` says which."""

    def __init__(self, breaches: Sequence[Breach]) -> None:
        super().__init__("Say why, because " + " ".join(one.words for one in breaches))
        self.breaches = tuple(breaches)


class Considered:
    """What the rules say of an event that somebody is about to record. Writes nothing.

    Raises:
        access.Refused: the viewer may not record this kind in this case, or put this event right.
    """

    def __init__(
        self,
        *,
        by: Viewer,
        at: datetime,
        case: Case,
        event: Event,
        replaces: int | None = None,
    ) -> None:
        self.organisation = access.check_can_record(
            by, queries.recording_organisation(by, case), type(event)
        )
        access.check_can_record_restricted(by, case, event)
        side = side_of(self.organisation.kind)
        if side is None:
            raise Refused("Your organisation records nothing in cases.")
        self.today = civil_date(at)
        self.limits = queries.limits_in_case(case)
        self.file = queries.case_file(case)
        _check_own(self.file, side, replaces)
        self.recorded = Recorded(
            number=self.file.next_number,
            event=event,
            recorded_at=at,
            side=side,
            replaces=replaces,
        )

    def why_impossible(self) -> list[str]:
        """Reasons in sentences; empty where it can have happened."""
        reasons = law.why_impossible(self.file, self.recorded)
        if self.recorded.event.on > self.today:
            reasons.insert(0, "This day is still to come. Record it once it has happened.")
        return reasons

    def breaches(self) -> list[Breach]:
        """What it breaches, for which a reason is asked."""
        return law.breached_by(self.file, self.recorded, self.limits, on=self.today)


@transaction.atomic
def record_event(
    *,
    by: Viewer,
    at: datetime,
    case: Case,
    event: Event,
    why_in_breach: str = "",
    replaces: int | None = None,
) -> CaseEvent:
    """Record what happened. What breached a rule is recorded all the same, with a reason.

    Where what was written shows signs of an identity, whoever records has decided that it tells
    none; the entry names the kinds of sign.

    Args:
        why_in_breach: why a rule was not kept; asked for only where one was not.
        replaces: the number of the event whose place it takes, because that was recorded wrongly.

    Raises:
        CaseOutOfReach: the case is not open to the viewer.
        access.Refused: the viewer may not record this kind in this case.
        CannotHaveHappened: it is impossible, whatever the reason.
        ReasonNeeded: it breaches a rule and no reason is given.
    """
    case = _locked(by, at, case)
    told = Considered(by=by, at=at, case=case, event=event, replaces=replaces)
    if reasons := told.why_impossible():
        raise CannotHaveHappened(reasons)
    breached = told.breaches()
    if breached and not why_in_breach.strip():
        raise ReasonNeeded(breached)
    added = CaseEvent.objects.create(
        case=case,
        number=told.recorded.number,
        kind=event.kind(),
        happened_on=event.on,
        victim=getattr(event, "victim", None),
        suspect=getattr(event, "suspect", None),
        facts=to_stored(event),
        side=told.recorded.side,
        organisation=told.organisation,
        recorded_at=at,
        recorded_by_id=signed_in(by),
        why_in_breach=why_in_breach.strip() if breached else "",
        replaces=replaces,
    )
    kept = kinds_of_signs(*written_in(event).values(), added.why_in_breach)
    reckoned = told.file.with_event(told.recorded)
    Reckoning(case, reckoned, told.limits, told.today, queries.area_working_on(case)).keep()
    record(
        by=by,
        at=at,
        act="casework.record_event",
        kind=Processing.COLLECTION if replaces is None else Processing.ALTERATION,
        subject=subject_of(case),
        details={"kind": event.kind(), "number": added.number}
        | ({"replaces": replaces} if replaces else {})
        | ({"breached": sorted({one.rule.code for one in breached})} if breached else {})
        | ({"kept_in_spite_of": kept} if kept else {}),
        records=[subject_of(case)],
    )
    return added


def _check_own(file: CaseFile, side: Side, replaces: int | None) -> None:
    replaced = next((one for one in file.recorded if one.number == replaces), None)
    if replaced is not None and replaced.side != side:
        raise Refused("Only the side that recorded it can put it right.")


def _locked(by: Viewer, at: datetime, case: Case) -> Case:
    found = queries.cases_open_to(by, at=at).filter(pk=case.pk)
    locked = Case.objects.select_for_update().filter(pk__in=found.values("pk")).first()
    if locked is None:
        raise CaseOutOfReach("This case is not open to you.")
    return locked
