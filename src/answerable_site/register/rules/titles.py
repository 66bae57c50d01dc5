"""What titles tell: the part of a series, and whether two may name the same report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = r"(?:one|two|three|four|five|\d{1,2})"
_PHASE: Final = re.compile(rf"\b(?:phase|part)\s+{_NUMBER}\b", re.IGNORECASE)
_EDGES: Final = " \t\n–—-:,;.()"
_SMALL: Final = frozenset(("a", "an", "and", "by", "for", "in", "of", "on", "s", "the", "to"))
ALIKE: Final = 0.75
"""Share of words that two titles have in common from which they are likely the same."""
ALIKE_ON_ONE_DAY: Final = 0.4
"""The same for reports published on one day."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a series that a report is: "Phase one" of "Response to burglary"."""

    series: str
    phase: str


def part_of_series(title: str) -> Part | None:
    """The series and phase that a title names; None where it names none. A proposal only."""
    found = _PHASE.search(title)
    if found is None:
        return None
    series = title[: found.start()].strip(_EDGES) or title[found.end() :].strip(_EDGES)
    return Part(series=series, phase=found[0].capitalize()) if series else None


def likeness(one: str, other: str) -> float:
    """How far two titles share their words: 0 to 1. Small words and punctuation do not count."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    return len(first & second) / len(first | second)


def likely_same_report(one: str, other: str, *, same_day: bool = False) -> bool:
    """Whether two titles may name the same report; different parts of a series never do.

    Titles of reports published on the same day need less in common, for they are often shortened.
    """
    part, other_part = part_of_series(one), part_of_series(other)
    if part and other_part and part.phase != other_part.phase:
        return False
    return likeness(one, other) >= (ALIKE_ON_ONE_DAY if same_day else ALIKE)


def same_force(one: str, other: str) -> bool:
    """Whether two names mean the same force: "the Wexmoor Police", "Wexmoor Constabulary"."""
    general = {"police", "constabulary", "service", "force"}
    first, second = _words(one) - general, _words(other) - general
    return bool(first) and first == second


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.casefold())) - _SMALL
