"""Reckons cases anew each day: what is due and what is late changes with the day."""

from __future__ import annotations

from datetime import datetime

from answerable.statute import civil_date
from answerable_site.casework import operations, queries, wall
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT

AT_ONCE = 100
"""Each so many are kept together, so that whoever records in one of them waits a moment only."""
BATCHES = 50
"""In one run, so that what comes after it does not wait for all; the next run goes on."""


def reckon(at: datetime) -> Outcome:
    """Reckon cases that were not reckoned on the day yet, those that wait longest first.

    Args:
        at: when the run begins; its civil date in Europe/London is the day.
    """
    waiting = queries.cases_to_reckon(civil_date(at))
    count = 0
    with wall.as_product():
        for _ in range(BATCHES):
            batch = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
            if not batch:
                break
            count += operations.reckon_cases(by=PRODUCT, at=at, cases=waiting.filter(pk__in=batch))
    return Outcome(done=(_said(count, "reckoned anew"),) if count else ())


def foresee(at: datetime) -> tuple[str, ...]:
    """What `reckon` would do, in as many runs as it takes."""
    with wall.as_product():
        count = queries.cases_to_reckon(civil_date(at)).count()
    return (_said(count, "to reckon anew"),) if count else ()


def _said(count: int, verb: str) -> str:
    return f"{count} case{'' if count == 1 else 's'} {verb}."
