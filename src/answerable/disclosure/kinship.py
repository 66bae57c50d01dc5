"""How the data behind two releases may stand to one another, as their figures alone say.

The figures say what cannot be: where a figure of one is larger than one of the other that takes in
as much or more, the data of the first do not lie within those of the second. Where each may lie
within the other, they may be the same, unless the tables say that they are of two versions of the
data: what readers are told, an attacker knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from answerable.disclosure.naming import Item, Key, Names, wider

Group = frozenset[int]
"""Releases by their number."""


@dataclass(frozen=True)
class Kinship:
    """Which releases may be of the same data, and which of data that the other's take in."""

    names: tuple[Names, ...]
    versions: tuple[str, ...]
    """Of which version of the data each release says that it is; empty where it does not."""
    _wider: dict[Key, tuple[Key, ...]] = field(default_factory=dict)

    def may_be_same(self, one: int, other: int) -> bool:
        """Whether nothing says that two releases are of other data."""
        told = {self.versions[one], self.versions[other]} - {""}
        return len(told) < 2 and self._within[one, other] and self._within[other, one]

    def grew(self, first: Group, second: Group) -> bool:
        """Whether the second may be of the people of the first and more, and not of the same.

        Of versions that were told, only a later one grows: one that takes in less is a correction.
        """
        if not self._may_lie_within(first, second):
            return False
        told = [{self.versions[one] for one in group} - {""} for group in (first, second)]
        if all(told):
            return max(map(_in_order, told[0])) < min(map(_in_order, told[1]))
        return not self._may_lie_within(second, first)

    def of_other_data(self, group: Group) -> Group:
        """The releases that cannot be of the same data as all of a group."""
        return Group(
            other
            for other in range(len(self.names))
            if other not in group and not all(self.may_be_same(other, one) for one in group)
        )

    def wider(self, key: Key) -> tuple[Key, ...]:
        """The key itself and each of any release that takes in the same and more."""
        if key not in self._wider:
            found = wider(key, self._several)
            self._wider[key] = tuple(one for one in found if one in self._known)
        return self._wider[key]

    def shared(self, one: int, other: int) -> list[Key]:
        """The names of figures that both releases have, in the order of the first."""
        return [key for key in self.names[one].at if key in self.names[other].at]

    def nearest(self, one: int) -> list[int]:
        """The others that may be of the same data: first those that say so, then those that share
        most figures with it."""
        others = (other for other in range(len(self.names)) if other != one)
        return sorted(
            (other for other in others if self.may_be_same(one, other)),
            key=lambda other: (
                self.versions[other] != self.versions[one],
                -len(self.shared(one, other)),
                other,
            ),
        )

    def _may_lie_within(self, first: Group, second: Group) -> bool:
        return all(self._within[one, other] for one in first for other in second if one != other)

    @cached_property
    def _known(self) -> set[Key]:
        return {key for one in self.names for key in one.at}

    @cached_property
    def _several(self) -> list[Item]:
        return sorted({item for key in self._known for item in key if len(item[1]) > 1})

    @cached_property
    def _within(self) -> dict[tuple[int, int], bool]:
        found = {}
        for one, other in combinations(range(len(self.names)), 2):
            found[one, other] = self._is_within(self.names[one], self.names[other])
            found[other, one] = self._is_within(self.names[other], self.names[one])
        return found

    def _is_within(self, first: Names, second: Names) -> bool:
        return all(
            second.counts[second.at[more]] >= first.counts[at]
            for key, at in first.at.items()
            for more in self.wider(key)
            if more in second.at
        )


def _in_order(version: str) -> list[tuple[int, str]]:
    """As versions and days are sorted: numbers by what they are worth."""
    return [(int(number or 0), text) for text, number in re.findall(r"(\D*)(\d*)", version)]
