"""The schemes under which a victim may ask for a review, and since when each applies.

The pilot lets a victim ask before no evidence is offered, in the areas of the prosecutors that take
part, for provisional decisions from the day on which the area began.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.statute import Confidence


class Scheme(StrEnum):
    """Under which scheme a decision is reviewed."""

    POLICE = "police"
    CPS = "cps"
    PILOT = "pilot"

    @property
    def label(self) -> str:
        return _SCHEMES[self]


_SCHEMES = {
    Scheme.POLICE: "The police scheme",
    Scheme.CPS: "The prosecutors’ scheme",
    Scheme.PILOT: "The prosecutors’ pilot of reviews before no evidence is offered",
}


@dataclass(frozen=True, slots=True)
class InForce:
    """From which decisions on a scheme applies."""

    decisions_from: date
    citation: str
    source: str
    confidence: Confidence


SCHEMES: Mapping[Scheme, InForce] = {
    Scheme.POLICE: InForce(
        date(2015, 4, 1),
        "National police guidance on the Victims’ Right to Review, run by each force",
        "https://www.wiltshire-pcc.gov.uk/Victims-and-Witnesses/victims-right-to-review/",
        Confidence.CONFIRMED,
    ),
    Scheme.CPS: InForce(
        date(2013, 6, 5),
        "CPS, Victims’ Right to Review Scheme; R v Killick [2011] EWCA Crim 1608",
        "https://www.cps.gov.uk/legal-guidance/victims-right-review-scheme",
        Confidence.CONFIRMED,
    ),
}
"""The two schemes that apply everywhere."""


class Area(StrEnum):
    """An area of the prosecutors that takes part in the pilot; every other is OTHER."""

    WEST_MIDLANDS = "west_midlands"
    NORTH_WEST = "north_west"
    YORKSHIRE_AND_HUMBERSIDE = "yorkshire_and_humberside"
    CYMRU_WALES = "cymru_wales"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _AREAS[self]


_AREAS = {
    Area.WEST_MIDLANDS: "CPS West Midlands",
    Area.NORTH_WEST: "CPS North West",
    Area.YORKSHIRE_AND_HUMBERSIDE: "CPS Yorkshire and Humberside",
    Area.CYMRU_WALES: "CPS Cymru-Wales",
    Area.OTHER: "Another area",
}

_MONTH_ONLY = "Only the month is published: the first of it is assumed"

PILOT_AREAS: Mapping[Area, InForce] = {
    Area.WEST_MIDLANDS: InForce(
        date(2025, 6, 1),
        f"CPS, pilot of the Victims’ Right to Review in rape cases. {_MONTH_ONLY}",
        "https://www.cps.gov.uk/north-west/news/"
        "more-rape-victims-be-given-stronger-voice-prosecutors-stop-their-cases",
        Confidence.TO_BE_VERIFIED,
    ),
    Area.NORTH_WEST: InForce(
        date(2026, 1, 27),
        "CPS, pilot of the Victims’ Right to Review in rape cases",
        "https://www.cps.gov.uk/north-west/news/"
        "more-rape-victims-be-given-stronger-voice-prosecutors-stop-their-cases",
        Confidence.CONFIRMED,
    ),
    Area.YORKSHIRE_AND_HUMBERSIDE: InForce(
        date(2026, 2, 1),
        f"CPS, pilot of the Victims’ Right to Review in rape cases. {_MONTH_ONLY}",
        "https://www.cps.gov.uk/north-west/news/"
        "more-rape-victims-be-given-stronger-voice-prosecutors-stop-their-cases",
        Confidence.TO_BE_VERIFIED,
    ),
    Area.CYMRU_WALES: InForce(
        date(2026, 4, 1),
        f"CPS, pilot of the Victims’ Right to Review in rape cases. {_MONTH_ONLY}",
        "https://www.cps.gov.uk/north-west/news/"
        "more-rape-victims-be-given-stronger-voice-prosecutors-stop-their-cases",
        Confidence.TO_BE_VERIFIED,
    ),
}
"""Since when each area takes part: by the day of the provisional decision."""
