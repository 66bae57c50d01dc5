"""Which measures serve a recommendation that stands in the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from answerable.measures.definitions import DEFINITIONS

_PUBLISHED: Final = (2021, 7)
_INSPECTORATES: Final = frozenset({"HMICFRS", "HMCPSI"})


@dataclass(frozen=True, slots=True)
class Recommended:
    """What tells a recommendation from all others."""

    number: str
    """As printed."""
    published_on: date
    """The day of its report."""
    inspectorates: tuple[str, ...]


def measures_serving(one: Recommended, *, handed: Iterable[str] = ()) -> tuple[str, ...]:
    """The measures that serve a recommendation, by name, in the order of the definitions.

    Definitions name recommendations of the joint inspection of July 2021 by their numbers. That
    report is known by its month and its two inspectorates: titles are worded in many ways.

    Args:
        handed: measures of which a person handed a figure to follow-up, as evidence of a
            commitment about it. That serves every recommendation of every report.
    """
    serving = set(handed)
    published = (one.published_on.year, one.published_on.month)
    if published == _PUBLISHED and set(one.inspectorates) >= _INSPECTORATES:
        number = one.number.strip().rstrip(".")
        serving |= {
            name for name, measure in DEFINITIONS.items() if number in measure.recommendations
        }
    return tuple(name for name in DEFINITIONS if name in serving)
