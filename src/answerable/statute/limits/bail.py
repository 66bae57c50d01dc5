"""Limits of bail before charge."""

from __future__ import annotations

from datetime import date

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.model import Confidence

BAIL_SOURCE = (
    "https://gov.uk/government/publications/police-crime-sentencing-and-courts-bill-2021-factsheets/"
    "police-crime-sentencing-and-courts-bill-2021-pre-charge-bail-factsheet"
)
BAIL_CITATION = "the Police, Crime, Sentencing and Courts Act 2022, bail before charge"


def _bail(code: str, asks: str, months: int) -> Limit:
    return Limit(
        code=code,
        asks=asks,
        starts="The first release on bail before charge",
        count=months,
        unit=Unit.MONTHS,
        citation=BAIL_CITATION,
        source=BAIL_SOURCE,
        confidence=Confidence.CONFIRMED,
        in_force_from=date(2022, 10, 28),
        note=(
            "The months and who authorises them were read in a fact sheet on the bill. From which "
            "day they run, and whether that day counts, is to be verified."
        ),
    )


LIMITS = (
    _bail("bail_first", "End the first bail, or have an inspector extend it", 3),
    _bail("bail_inspector", "End the bail, or have a superintendent extend it", 6),
    _bail("bail_superintendent", "End the bail, or have magistrates extend it", 9),
)
