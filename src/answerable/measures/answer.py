"""What a measure answers for one group, with its whole working."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.measures.definition import Basis
from answerable.measures.interval import FEW, wilson

Cell = str | int | bool | None
"""What names a group: a month, a code, the pseudonym of an organisation; None where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The figures of one group.

    `denominator + not_applicable` is every row of the group: nothing is dropped.
    """

    measure: str
    version: int
    group: Mapping[str, Cell]
    """By what it was broken down, with the value of this group; empty for all."""
    numerator: int
    denominator: int
    """Rows that were asked, those of which nobody can tell among them."""
    not_applicable: int
    """Rows that are not asked, or not yet."""
    pending: int
    """Of those: whose limit still runs."""
    unknown: int
    """Of the denominator: of which nobody can tell."""
    basis: Basis
    as_of: date
    cut: str
    """The digest of the data cut."""

    @property
    def recorded_rate(self) -> float | None:
        """The share of all that were asked: unknown counts as not met. None of nobody."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def performed_rate(self) -> float | None:
        """The share of those of which it is known. None of nobody."""
        known = self.denominator - self.unknown
        return self.numerator / known if known else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95% interval of the recorded rate (Wilson). None of nobody."""
        return wilson(self.numerator, self.denominator)

    @property
    def is_few(self) -> bool:
        """Whether so few were asked that the share says little."""
        return self.denominator < FEW

    def as_row(self) -> dict[str, Any]:
        """The answer as plain data, as other programs read it."""
        interval = self.interval
        return {
            "measure": self.measure,
            "version": self.version,
            "group": dict(self.group),
            "numerator": self.numerator,
            "denominator": self.denominator,
            "not_applicable": self.not_applicable,
            "unknown": self.unknown,
            "recorded_rate": self.recorded_rate,
            "performed_rate": self.performed_rate,
            "interval": list(interval) if interval else None,
            "basis": self.basis.value,
            "as_of": self.as_of.isoformat(),
            "cut": self.cut,
        }
