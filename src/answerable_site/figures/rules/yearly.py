"""Figures that a recommendation wants told again and again, ready to be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from answerable.measures.definitions import DEFINITIONS
from answerable_site.figures.rules.asking import TOGETHER

_YEAR: Final = "financial_year"
_MONTH: Final = "month"
_SAID: Final = {TOGETHER: "all together", _YEAR: "by financial year", _MONTH: "month by month"}


@dataclass(frozen=True, slots=True)
class Yearly:
    """What one recommendation of the joint inspection of July 2021 wants told."""

    recommendation: str
    """Its number as printed."""
    title: str
    wants: str
    """What it says, in our words."""
    by: tuple[str, ...]
    """What its measures are broken down by, each table for itself."""

    @property
    def by_in_words(self) -> str:
        """How its measures are broken down, within a sentence."""
        return " and ".join(_SAID[one] for one in self.by)

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that serve it, by name."""
        serves = self.recommendation
        return tuple(name for name, one in DEFINITIONS.items() if serves in one.recommendations)


YEARLY: Final = (
    Yearly(
        "7",
        "Take-up of the right to a review",
        "Forces review from time to time how many victims use their right to a review.",
        (TOGETHER, _YEAR),
    ),
    Yearly(
        "12",
        "Training of investigators",
        "Forces publish each year how many were trained, and how many are qualified.",
        # A person in post is counted at each month end: months put together count them again.
        (_MONTH,),
    ),
)
