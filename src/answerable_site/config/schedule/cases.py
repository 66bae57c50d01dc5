"""Reckons cases anew each day: what is due and what is late changes with the day."""

from __future__ import annotations

import logging
from datetime import datetime

from answerable.statute import civil_date
from answerable_site.casework import operations, queries, wall
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT

AT_ONCE = 100
"""Each so many are kept together, so that whoever records in one of them waits a moment only."""
BATCHES = 200
"""In one run, so that what comes after it does not wait for all; the next run goes on."""
log = logging.getLogger(__name__)


def reckon(at: datetime) -> Outcome:
    """Reckon cases that were not reckoned on the day yet, those that wait longest first.

    A case that cannot be reckoned does not keep others from it.

    Args:
        at: when the run begins; its civil date in Europe/London is the day.
    """
    waiting = queries.cases_to_reckon(civil_date(at))
    count, broken = 0, list[int]()
    with wall.as_product():
        for _ in range(BATCHES):
            batch = list(waiting.exclude(pk__in=broken).values_list("pk", flat=True)[:AT_ONCE])
            if not batch:
                break
            reckoned, failed = _reckon(batch, at)
            count += reckoned
            broken += failed
    return Outcome(
        done=(_said(count, "reckoned anew"),) if count else (),
        failed=(f"{_said(len(broken), 'not reckoned')} The log says why.",) if broken else (),
    )


def foresee(at: datetime) -> tuple[str, ...]:
    """What `reckon` would do, in as many runs as it takes."""
    with wall.as_product():
        count = queries.cases_to_reckon(civil_date(at)).count()
    return (_said(count, "to reckon anew"),) if count else ()


def _reckon(batch: list[int], at: datetime) -> tuple[int, list[int]]:
    """How many of some cases were reckoned, and which could not be."""
    cases = queries.cases_to_reckon(civil_date(at)).filter(pk__in=batch)
    try:
        return operations.reckon_cases(by=PRODUCT, at=at, cases=cases), []
    except Exception:
        if len(batch) == 1:
            log.exception("Case %s cannot be reckoned.", batch[0])
            return 0, batch
    each = [_reckon([case], at) for case in batch]
    return sum(count for count, _ in each), [case for _, failed in each for case in failed]


def _said(count: int, verb: str) -> str:
    return f"{count} case{'' if count == 1 else 's'} {verb}."
