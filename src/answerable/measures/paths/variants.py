"""Variants: the orders in which cases went through the stages, and how many went each way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from answerable.measures.paths.journeys import NEVER, read
from answerable.measures.paths.stages import Stage
from answerable.measures.running import Cut

OPEN = "open"
"""Stands for the ending of a case that has none."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way through the stages."""

    stages: tuple[Stage, ...]
    """By their first days; those of one day in the order in which cases usually go."""
    ending: str
    """How the case ended otherwise than by a charge, or `OPEN`."""
    cases: int
    of: int
    """All cases of the cut."""
    as_of: date
    cut: str

    @property
    def is_in_order(self) -> bool:
        """Whether no stage came before one that usually comes earlier."""
        return list(self.stages) == [one for one in Stage if one in self.stages]

    def as_row(self) -> dict[str, Any]:
        """The variant as plain data, as other programs read it."""
        return {
            "stages": [one.value for one in self.stages],
            "ending": self.ending,
            "cases": self.cases,
            "of": self.of,
            "is_in_order": self.is_in_order,
            "as_of": self.as_of.isoformat(),
            "cut": self.cut,
        }


def variants(cut: Cut) -> list[Variant]:
    """Every way that a case went, the commonest first."""
    journeys = read(cut)
    days = np.column_stack([journeys.days[stage] for stage in Stage])
    places = np.argsort(days, axis=1, kind="stable")
    reached = (days != NEVER).sum(axis=1)
    # One number for each order: the places in a row, those not reached as the last digit.
    base = len(Stage) + 1
    digits = np.where(np.arange(len(Stage)) < reached[:, None], places, len(Stage))
    codes = digits @ base ** np.arange(len(Stage))[::-1]
    counts = Counter(zip(codes.tolist(), journeys.ending.tolist(), strict=True))
    found = [
        Variant(_stages(code, base), ending or OPEN, cases, len(codes), cut.as_of, cut.digest)
        for (code, ending), cases in counts.items()
    ]
    return sorted(found, key=lambda one: (-one.cases, one.stages, one.ending))


def _stages(code: int, base: int) -> tuple[Stage, ...]:
    digits = [code // base**place % base for place in range(len(Stage) - 1, -1, -1)]
    return tuple(tuple(Stage)[digit] for digit in digits if digit < len(Stage))
