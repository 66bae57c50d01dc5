"""Limits of the investigation: early advice, supervision, the action plan, disagreement."""

from __future__ import annotations

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.limits.sources import OWN, STARTING_VALUE
from answerable.statute.model import Confidence


def _own(code: str, asks: str, starts: str, count: int, unit: Unit) -> Limit:
    return Limit(
        code=code,
        asks=asks,
        starts=starts,
        count=count,
        unit=unit,
        citation=OWN,
        source="",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=None,
        note=STARTING_VALUE,
    )


LIMITS = (
    _own(
        "consider_advice",
        "Consider early advice: seek it, or record why not",
        "The report to the police",
        28,
        Unit.CALENDAR_DAYS,
    ),
    _own(
        "supervisor_review",
        "Review the investigation as its supervisor",
        "The last review, or the investigation plan",
        28,
        Unit.CALENDAR_DAYS,
    ),
    _own(
        "escalate_overdue_item",
        "Escalate an item of the action plan that was not answered",
        "The item’s original target",
        14,
        Unit.CALENDAR_DAYS,
    ),
    _own(
        "resolve_disagreement",
        "Resolve a disagreement between police and prosecutors",
        "The day on which it was raised",
        10,
        Unit.WORKING_DAYS,
    ),
    _own(
        "review_disagreements",
        "Review how well the escalation of disagreements works",
        "The last such review",
        12,
        Unit.MONTHS,
    ),
)
