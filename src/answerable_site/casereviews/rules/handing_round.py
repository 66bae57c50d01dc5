"""Who of some reviewers gets which drawn file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

REVIEWS_OF_ONE, REVIEWS_OF_TWO = 1, 2


def reviews_wanted(*, is_double: bool) -> int:
    """How many review a file, each without seeing what the other says."""
    return REVIEWS_OF_TWO if is_double else REVIEWS_OF_ONE


def handed_round(
    wanted: Sequence[tuple[int, int]],
    able: Mapping[int, Sequence[int]],
    working: Mapping[int, int] | None = None,
) -> list[tuple[int, int]]:
    """Pairs of a file and a reviewer: each file to those who may and have the fewest so far.

    Args:
        wanted: files in the order of the draw, each with how many reviews it still needs.
        able: who may review each file, by number.
        working: how many files each has already.

    Returns:
        as many pairs as could be made; nobody gets a file twice.
    """
    loads = Counter(working or {})
    found = []
    for file, needed in wanted:
        chosen = sorted(able.get(file, ()), key=lambda one: (loads[one], one))[:needed]
        for reviewer in chosen:
            loads[reviewer] += 1
            found.append((file, reviewer))
    return found
