"""Figures that a recommendation wants told again and again, ready to be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from answerable.measures.definitions import DEFINITIONS
from answerable_site.figures.rules.asking import TOGETHER

_YEAR: Final = "financial_year"


@dataclass(frozen=True, slots=True)
class Yearly:
    """What one recommendation of the joint inspection of July 2021 wants told."""

    recommendation: str
    """Its number as printed."""
    title: str
    wants: str
    """What it says, in our words."""

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that serve it, by name."""
        serves = self.recommendation
        return tuple(name for name, one in DEFINITIONS.items() if serves in one.recommendations)

    @property
    def by(self) -> tuple[str, ...]:
        """What they are broken down by: all together, and by financial year."""
        return (TOGETHER, _YEAR)


_ALL: Final = (
    Yearly(
        "7",
        "Take-up of the right to a review",
        "Forces review from time to time how many victims use their right to a review.",
    ),
    Yearly(
        "12",
        "Training of investigators",
        "Forces publish each year how many were trained, and how many are qualified.",
    ),
)


def yearly() -> tuple[Yearly, ...]:
    """Those that some measure serves."""
    return tuple(one for one in _ALL if one.measures)
