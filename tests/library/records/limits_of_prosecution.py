"""Limits between police and prosecutors, as tests need them."""

from __future__ import annotations

from datetime import date

from answerable.statute import Confidence
from answerable.statute.limits import Limit, Limits, Unit

_LIMITS = {
    "consider_advice": (28, Unit.CALENDAR_DAYS),
    "supervisor_review": (28, Unit.CALENDAR_DAYS),
    "escalate_overdue_item": (14, Unit.CALENDAR_DAYS),
    "resolve_disagreement": (10, Unit.WORKING_DAYS),
    "charging_decision_5": (5, Unit.CALENDAR_DAYS),
    "charging_decision_21": (21, Unit.CALENDAR_DAYS),
    "charging_decision_28": (28, Unit.CALENDAR_DAYS),
    "pilot_decision_from_submission": (21, Unit.CALENDAR_DAYS),
    "pilot_decision_from_acceptance": (21, Unit.CALENDAR_DAYS),
}
LIMITS = Limits(
    Limit(
        code=code,
        asks="",
        starts="",
        count=count,
        unit=unit,
        citation="",
        source="",
        confidence=Confidence.REASONED,
        in_force_from=date(2021, 10, 1),
    )
    for code, (count, unit) in _LIMITS.items()
)
