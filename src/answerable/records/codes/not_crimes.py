"""Why a report stays, or is made, no recorded crime.

The labels stand in an extract of a force; their exact meaning is that of the Home Office Counting
Rules, and is to be verified there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from answerable.statute import Confidence

CITATION = "Home Office Counting Rules, general rules, section C"
SOURCE = "https://www.gov.uk/government/publications/counting-rules-for-recorded-crime"
CONFIDENCE = Confidence.TO_BE_VERIFIED
IN_FORCE_FROM = date(2015, 4, 1)

NOT_CRIMES: Mapping[str, str] = {
    "N100/1": "The victim, or somebody for them, has not confirmed the crime or cannot be traced",
    "N100/2": "Credible evidence that no crime took place",
    "N100/3": "Committed in the area of another force or outside the United Kingdom",
    "C1": "Recorded crime transferred to another force",
    "C2": "Recorded crime cancelled: additional verifiable information that no crime took place",
    "C3": "Recorded crime cancelled: recorded twice",
    "C4": "Recorded crime cancelled: recorded as a crime in error",
    "C5": "Recorded crime cancelled: self-defence",
}
"""The meaning of each code."""


def meaning(code: str) -> str:
    """What a code means; empty where it is none of the list."""
    return NOT_CRIMES.get(code, "")
