"""The shape of a legal basis: its citation, how sure we are of it, and the periods it sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Confidence(StrEnum):
    """How a statement of law was established."""

    CONFIRMED = "confirmed"
    """Read in the source that the citation names."""
    REASONED = "reasoned"
    """Follows from confirmed facts, but is a conclusion."""
    TO_BE_VERIFIED = "to be verified"
    """General knowledge; check the source before relying on it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days that a rule allows, for reports published in a span of time.

    Calendar days; the first day is the day of publication itself, so the last lawful day is
    publication plus `days` minus one. Nothing extends it for weekends or bank holidays.
    """

    days: int
    published_from: date
    """The first publication date that this version governs, inclusive."""
    published_to: date | None
    """The last such date, inclusive; None while in force."""
    citation: str
    commencement: str
    """What brought this version into force."""
    confidence: Confidence

    def governs(self, published: date) -> bool:
        """Whether a report published on this day falls under this version."""
        return self.published_from <= published and (
            self.published_to is None or published <= self.published_to
        )


@dataclass(frozen=True, slots=True)
class Provision:
    """A single rule of law under which something must be done, apart from any period."""

    code: str
    citation: str
    """As it may be printed. Citations come from here only; nobody types one."""
    summary: str
    """What it asks, in our own words."""
    source: str
    """Where the wording can be read."""
    confidence: Confidence
    commencement: str = ""
    """What brought it into force and when, where that was established."""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Why an answer is owed at all. The clock, if any, belongs to the basis."""

    code: str
    name: str
    citation: str
    """As it may be printed. Citations come from here only; nobody types one."""
    summary: str
    """The duty in our own words."""
    source: str
    """Where the wording can be read."""
    confidence: Confidence
    periods: tuple[Period, ...] = ()
    """Empty: no statutory clock."""
    explains_each_recommendation: bool = False
    """Whether every recommendation must be explained one by one."""
