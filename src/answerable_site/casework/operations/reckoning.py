"""What the rules say of cases, kept beside them for worklists: it can be made anew at any time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from answerable.records import quality
from answerable.records import rules as law
from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.progress import current_stage
from answerable.records.rules import About
from answerable.statute import civil_date
from answerable.statute.limits import Limits
from answerable_site.audit.operations import Actor, record
from answerable_site.casework import queries
from answerable_site.casework.models import Case, CaseBreach, CaseDue, CaseFinding

LONGEST = 500


@dataclass(frozen=True)
class Reckoning:
    """What the rules say of one case as at a civil date."""

    case: Case
    file: CaseFile
    limits: Limits
    on: date
    area: int | None
    """The CPS Area that works on the case; None while none does."""

    @classmethod
    def of(cls, case: Case, on: date) -> Reckoning:
        """That of a case as it is kept."""
        return cls(
            case,
            queries.case_file(case),
            queries.limits_in_case(case),
            on,
            queries.area_working_on(case),
        )

    def keep(self) -> None:
        """Put it in the place of what was reckoned before."""
        for table in (CaseDue, CaseBreach, CaseFinding):
            table.objects.filter(case=self.case).delete()
        CaseDue.objects.bulk_create(self._dues())
        CaseBreach.objects.bulk_create(self._breaches())
        CaseFinding.objects.bulk_create(self._findings())
        Case.objects.filter(pk=self.case.pk).update(
            reckoned_on=self.on, stage=current_stage(self.file)
        )

    def _dues(self) -> Iterable[CaseDue]:
        for one in law.dues(self.file, self.limits, on=self.on):
            yield CaseDue(
                case=self.case,
                force_id=self.case.force_id,
                owed_by_id={Side.POLICE: self.case.force_id, Side.CPS: self.area}.get(one.side),
                rule=one.rule.code,
                words=one.words[:LONGEST],
                side=one.side,
                since=one.since,
                due_on=one.due_on,
                **_about(one.about),
            )

    def _breaches(self) -> Iterable[CaseBreach]:
        for one in law.breaches(self.file, self.limits, on=self.on):
            yield CaseBreach(
                case=self.case,
                rule=one.rule.code,
                words=one.words[:LONGEST],
                since=one.since,
                is_open=one.is_open,
                **_about(one.about),
            )

    def _findings(self) -> Iterable[CaseFinding]:
        for one in quality.findings(self.file, self.limits, on=self.on):
            yield CaseFinding(
                case=self.case,
                force_id=self.case.force_id,
                check_code=one.check.code,
                words=one.words[:LONGEST],
                since=one.since,
                is_restricted=one.is_restricted,
                **_about(one.about),
            )


@transaction.atomic
def reckon_cases(*, by: Actor, at: datetime, cases: QuerySet[Case]) -> int:
    """Reckon some cases anew as at a day; what a day passing has changed shows after it.

    Nobody records in them meanwhile. A run that had to wait for another one reckons only what of
    `cases` the other left.

    Args:
        by: the product itself.
        at: the moment; its civil date is the day.

    Returns:
        How many cases were reckoned.
    """
    on = civil_date(at)
    locked = list(cases.select_for_update(of=("self",)))
    limits, areas = queries.limits_in(locked), queries.areas_working_on(locked)
    for case, file in queries.case_files(locked):
        Reckoning(case, file, limits[case.pk], on, areas.get(case.pk)).keep()
    count = len(locked)
    if count:
        record(
            by=by, at=at, act="casework.reckon_cases", subject="casework", details={"cases": count}
        )
    return count


def _about(about: About) -> dict[str, int | None]:
    return {"victim": about.victim, "suspect": about.suspect, "event": about.event}
