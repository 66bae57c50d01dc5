"""Limits that run from the report: recording the crime, support for the victim."""

from __future__ import annotations

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.limits.sources import (
    OWN,
    STARTING_VALUE,
    VICTIMS_CODE,
    VICTIMS_CODE_FROM,
)
from answerable.statute.model import Confidence

LIMITS = (
    Limit(
        code="record_crime",
        asks="Record the crime",
        starts="The report to the police",
        count=24,
        unit=Unit.HOURS,
        citation="the Home Office Counting Rules, National Crime Recording Standard",
        source="https://brainscape.com/flashcards/crime-and-incident-reporting-11074834/packs/19055218",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=None,
        note="Read in study cards only; check the Counting Rules, also from which day it applies.",
    ),
    Limit(
        code="offer_support",
        asks="Refer the victim to a support service",
        starts="The report to the police",
        count=2,
        unit=Unit.WORKING_DAYS,
        citation=f"Right 4 of {VICTIMS_CODE}",
        source="https://cheonmugeuk.org/your-rights-after-crime",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=VICTIMS_CODE_FROM,
        note="Read in a reprint only; check the Code itself.",
    ),
    Limit(
        code="refer_support",
        asks="Refer the victim to the support that they accepted",
        starts="The day on which the victim accepted it and agreed to the referral",
        count=2,
        unit=Unit.WORKING_DAYS,
        citation=OWN,
        source="",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=None,
        note=STARTING_VALUE,
    ),
    Limit(
        code="support_gap",
        asks="Be in touch with the victim again, so that support has no gap",
        starts="The last contact of the support service",
        count=28,
        unit=Unit.CALENDAR_DAYS,
        citation=OWN,
        source="",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=None,
        note=STARTING_VALUE,
    ),
)
