"""Limits of the charging decision, and the three weeks of the early advice pilot."""

from __future__ import annotations

from datetime import date

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.limits.sources import CHARGING_GUIDANCE
from answerable.statute.model import Confidence

CHARGING_SOURCE = (
    "https://www.lawgazette.co.uk/news/cps-inspectors-identify-significant-room-for-improvement/"
    "5105795.article"
)


def _charging(days: int, source: str, note: str) -> Limit:
    return Limit(
        code=f"charging_decision_{days}",
        asks=f"Decide on the charge, where {days} days are allowed",
        starts="The submission to the CPS",
        count=days,
        unit=Unit.CALENDAR_DAYS,
        citation=CHARGING_GUIDANCE,
        source=source,
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=None,
        note=note,
    )


def _pilot(code: str, asks: str, starts: str) -> Limit:
    return Limit(
        code=code,
        asks=asks,
        starts=starts,
        count=21,
        unit=Unit.CALENDAR_DAYS,
        citation=(
            "The organisation’s own reading of “within three weeks” in the Early Advice Pilot "
            "Scheme"
        ),
        source="",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=date(2021, 10, 1),
        note=(
            "The scheme names neither what its three weeks count from nor of which cases. Both "
            "starts are counted, over all submissions. It began in October 2021; no day is named."
        ),
    )


_WHICH_CASES = (
    "That there are limits of 5, 21 and 28 days by type and complexity was read in the source. To "
    "which cases each applies, what starts it and that its days are calendar days is to be "
    "verified."
)

LIMITS = (
    _charging(5, CHARGING_SOURCE, _WHICH_CASES),
    _charging(21, CHARGING_SOURCE, _WHICH_CASES),
    _charging(
        28,
        "https://cps.gov.uk/publication/cps-data-summary-quarter-2-2023-2024",
        (
            "The CPS publishes how many consultations, of suspects not held in custody, are "
            "completed within 28 days. The exact text of the limit is to be verified."
        ),
    ),
    _pilot(
        "pilot_decision_from_submission",
        "Decide on the charge in the early advice pilot, counted from the submission",
        "The submission to the CPS",
    ),
    _pilot(
        "pilot_decision_from_acceptance",
        "Decide on the charge in the early advice pilot, counted from the full file",
        "The acceptance of the full file by the CPS",
    ),
)
