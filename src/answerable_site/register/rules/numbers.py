"""Numbers as printed: labels with gaps, never positions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_PLAIN = re.compile(r"\d{1,4}")
STEP = 1000
"""Distance between the positions of two candidates, so that others fit between them."""


def missing_numbers(numbers: Iterable[str]) -> tuple[str, ...]:
    """The gaps between printed numbers, as a person would write them: "8 to 11", "14".

    Only plain numbers count ("3a" stands for 3); what lies before the first and after the last
    is not a gap, for nobody knows it.
    """
    seen = sorted({int(found[0]) for number in numbers if (found := _PLAIN.match(number))})
    gaps = [(before + 1, after - 1) for before, after in pairwise(seen) if after - before > 1]
    return tuple(str(first) if first == last else f"{first} to {last}" for first, last in gaps)


def free_position(wanted: int, taken: Iterable[int]) -> int:
    """The first position from `wanted` on that no other recommendation has."""
    used = set(taken)
    while wanted in used:
        wanted += 1
    return wanted


def position_by_hand(page: int | None, placed: Iterable[tuple[int | None, int]]) -> int:
    """Where an entry by hand stands: after everything on its page or before; else at the end.

    Args:
        page: the page that a person named, if any.
        placed: page and position of every candidate and recommendation of the inspection.
    """
    held = list(placed)
    earlier = [position for other, position in held if page is None or (other or 0) <= page]
    if page is None:
        return max(earlier, default=0) + STEP
    return max(earlier, default=0) + 1
