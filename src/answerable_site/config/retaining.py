"""All that is kept for a time only, whichever room it is in: for how long, and what is due."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.conf import settings

from answerable_site.config.schedule import cuts, extracts, retention
from answerable_site.config.schedule.jobs import Job, Outcome
from answerable_site.intake.rules import ROWS_SET_ASIDE
from answerable_site.upkeep.rules.periods import PERIODS

JOBS: Final = (
    Job("extracts", extracts.erase, extracts.foresee),
    Job("cuts", cuts.settle, cuts.foresee),
    Job("retention", retention.erase, retention.foresee),
)
"""That erase; the scheduler does them, too."""


def told(_at: datetime) -> list[dict[str, Any]]:
    """Every period, with its ground."""
    kept = [
        {
            "what": period.what,
            "days": period.days,
            "citation": period.citation,
            "note": period.note,
            "confidence": period.confidence.value,
        }
        for period in PERIODS
    ]
    return [
        *kept,
        {
            "what": "rows of extracts that were set aside and nobody settled",
            "days": ROWS_SET_ASIDE.days,
            "citation": ROWS_SET_ASIDE.citation,
            "note": ROWS_SET_ASIDE.note,
            "confidence": ROWS_SET_ASIDE.confidence.value,
        },
        {
            "what": "data cuts, after somebody confirmed their end",
            "days": settings.CUT_QUARANTINE_DAYS,
            "citation": "section 39 of the Data Protection Act 2018",
            "note": "Each cut has a last day of its own; until then it can be given back.",
            "confidence": "reasoned",
        },
    ]


def foreseen(at: datetime) -> list[str]:
    """What would be erased now."""
    return [sentence for job in JOBS for sentence in job.foresee(at)]


def run(at: datetime) -> Outcome:
    """Erase what is due."""
    outcomes = [job.run(at) for job in JOBS]
    return Outcome(
        done=tuple(sentence for one in outcomes for sentence in one.done),
        failed=tuple(sentence for one in outcomes for sentence in one.failed),
    )
