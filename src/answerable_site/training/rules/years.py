"""The financial year, by which attendance is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """From 1 April to 31 March, both inclusive."""

    begins: int
    """The calendar year of its 1 April."""

    @property
    def first_day(self) -> date:
        return date(self.begins, 4, 1)

    @property
    def last_day(self) -> date:
        """The 31 March on which those are counted who are qualified and in post."""
        return date(self.begins + 1, 3, 31)

    @property
    def label(self) -> str:
        """Such as "2025 to 2026"."""
        return f"{self.begins} to {self.begins + 1}"

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @classmethod
    def of(cls, day: date) -> FinancialYear:
        """The year in which a day lies."""
        return cls(day.year if (day.month, day.day) >= (4, 1) else day.year - 1)
