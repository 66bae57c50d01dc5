"""What the rules say of cases, kept beside them for worklists: it can be made anew at any time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from answerable.records import quality
from answerable.records import rules as law
from answerable.records.file import CaseFile
from answerable.records.rules import About
from answerable.statute import civil_date
from answerable.statute.limits import Limits
from answerable_site.audit.operations import record
from answerable_site.casework import queries
from answerable_site.casework.models import Case, CaseBreach, CaseDue, CaseFinding
from answerable_site.people.rules import PRODUCT

AT_ONCE = 500
"""Cases whose files are held in memory together."""
LONGEST = 500


def reckon(case: Case, file: CaseFile, limits: Limits, *, on: date) -> None:
    """Put what is due in a case, what was breached and what checks find in the place of what was
    reckoned before.

    Args:
        on: the civil date as at which it is reckoned.
    """
    CaseDue.objects.filter(case=case).delete()
    CaseBreach.objects.filter(case=case).delete()
    CaseDue.objects.bulk_create(
        CaseDue(
            case=case,
            force_id=case.force_id,
            rule=one.rule.code,
            words=one.words[:LONGEST],
            side=one.side,
            since=one.since,
            due_on=one.due_on,
            **_about(one.about),
        )
        for one in law.dues(file, limits, on=on)
    )
    CaseBreach.objects.bulk_create(
        CaseBreach(
            case=case,
            rule=one.rule.code,
            words=one.words[:LONGEST],
            since=one.since,
            is_open=one.is_open,
            **_about(one.about),
        )
        for one in law.breaches(file, limits, on=on)
    )
    CaseFinding.objects.filter(case=case).delete()
    CaseFinding.objects.bulk_create(
        CaseFinding(
            case=case,
            force_id=case.force_id,
            check_code=one.check.code,
            words=one.words[:LONGEST],
            since=one.since,
            is_restricted=one.is_restricted,
            **_about(one.about),
        )
        for one in quality.findings(file, limits, on=on)
    )
    Case.objects.filter(pk=case.pk).update(reckoned_on=on)


@transaction.atomic
def reckon_cases(*, at: datetime, cases: Iterable[Case]) -> int:
    """Reckon some cases anew as at a day; what a day passing has changed shows after it.

    Returns:
        How many cases were reckoned.
    """
    on = civil_date(at)
    count = 0
    for case, file in queries.case_files(cases):
        reckon(case, file, queries.limits_of(case.force_id), on=on)
        count += 1
    record(
        by=PRODUCT, at=at, act="casework.reckon_cases", subject="casework", details={"cases": count}
    )
    return count


def _about(about: About) -> dict[str, int | None]:
    return {"victim": about.victim, "suspect": about.suspect, "event": about.event}
