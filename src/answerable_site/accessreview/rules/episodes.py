"""Looks that lie close enough together to be one matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from answerable_site.accessreview.rules.looks import Look

Key = TypeVar("Key", bound=Hashable)


def episodes(
    looks: Sequence[Look],
    *,
    within_days: int,
    since: datetime,
    is_enough: Callable[[Sequence[Look]], bool],
) -> list[Sequence[Look]]:
    """Runs of looks in which some window of that length is enough; overlapping windows are one.

    Args:
        looks: earliest first.
        within_days: length of the window in days of 24 hours.
        since: runs that ended before are left out; their looks were shown at an earlier review.
        is_enough: whether the looks of a window need a question.
    """
    within = timedelta(days=within_days)
    spans: list[tuple[int, int]] = []
    start = 0
    for end, last in enumerate(looks):
        while last.at - looks[start].at > within:
            start += 1
        if not is_enough(looks[start : end + 1]):
            continue
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    runs = (looks[first : last + 1] for first, last in spans)
    return [run for run in runs if run[-1].at >= since]


def grouped(looks: Iterable[Look], key: Callable[[Look], Key]) -> dict[Key, list[Look]]:
    """Looks by key, in the order in which they come."""
    groups: dict[Key, list[Look]] = defaultdict(list)
    for look in looks:
        groups[key(look)].append(look)
    return groups
