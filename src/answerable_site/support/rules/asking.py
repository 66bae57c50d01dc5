"""How many people were asked, counted in groups and never one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from answerable.surveys.groups import GROUPS, Characteristic

MOST_ASKED: Final = 500
"""More in one entry is a slip."""

GroupCounts = dict[Characteristic, dict[str, int]]
"""How many of those asked were in which group; who was not counted is in none."""


class CountRefused(ValueError):
    """Numbers that cannot be those of people who were asked."""


def checked_counts(number: int, groups: Mapping[Characteristic, Mapping[str, int]]) -> GroupCounts:
    """The counts without noughts.

    Args:
        number: how many people were asked.

    Raises:
        CountRefused: nobody was asked, more of one characteristic were counted than were asked, or
            there is no such group.
    """
    if not 1 <= number <= MOST_ASKED:
        raise CountRefused(f"Enter a number from 1 to {MOST_ASKED}")
    found: GroupCounts = {}
    for characteristic, counts in groups.items():
        if any(group not in GROUPS[characteristic] or count < 0 for group, count in counts.items()):
            raise CountRefused(f"{characteristic.label}: there is no such group")
        if sum(counts.values()) > number:
            raise CountRefused(
                f"{characteristic.label}: the groups have more people together than were asked"
            )
        found[characteristic] = {group: count for group, count in counts.items() if count}
    return {one: counts for one, counts in found.items() if counts}
