"""Limits for recording protected characteristics."""

from __future__ import annotations

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.limits.sources import OWN, STARTING_VALUE
from answerable.statute.model import Confidence

LIMITS = (
    Limit(
        code="characteristics_first",
        asks="Record the victim’s age and sex, or why not",
        starts="The recording of the crime",
        count=1,
        unit=Unit.CALENDAR_DAYS,
        citation=OWN,
        source="",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=None,
        note=STARTING_VALUE,
    ),
    Limit(
        code="characteristics_complete",
        asks="Record all nine protected characteristics, or why not",
        starts="The recording of the crime",
        count=28,
        unit=Unit.CALENDAR_DAYS,
        citation=OWN,
        source="",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=None,
        note=STARTING_VALUE,
    ),
)
