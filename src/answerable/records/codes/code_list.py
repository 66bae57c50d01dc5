"""What a code list is: one version of it, with the days on which it was in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.statute import Confidence


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list."""

    code: str
    label: str
    """As it is offered to the person who is asked."""


@dataclass(frozen=True, slots=True)
class CodeList:
    """One version of a list. Records name it by its code, for good."""

    code: str
    name: str
    codes: tuple[Code, ...]
    citation: str
    source: str
    """Where it can be read; empty where it is a list of this product."""
    confidence: Confidence
    """How sure we are of the codes."""
    in_force_from: date
    in_force_to: date | None = None
    """The last day, inclusive; None while in force."""
    dates_confidence: Confidence = Confidence.TO_BE_VERIFIED
    """How sure we are of the two days."""

    def governs(self, day: date) -> bool:
        """Whether an answer of this day may be in this version."""
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)

    def label(self, code: str) -> str | None:
        """What a code of the list says; None where the list has no such code."""
        return next((one.label for one in self.codes if one.code == code), None)


def codes(*pairs: tuple[str, str]) -> tuple[Code, ...]:
    """The codes of a list from pairs of code and label, in the order in which they are offered."""
    return tuple(Code(code, label) for code, label in pairs)
