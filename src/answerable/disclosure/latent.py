"""The finest table behind all releases of the same data, though nobody released it.

Two tables of the same people, by force and by age, are two views of one table by both. Somebody
who thinks of that table rules out what no such table could give; so it stands among the unknowns,
once for each data version.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import prod

import numpy as np

from answerable.disclosure.naming import Key, Names, values_of
from answerable.disclosure.relations import Places, Sum
from answerable.disclosure.release import Release

MOST_CELLS = 4_000
"""Cells of the finest table; where it had more, it is left out, and each release stands alone."""
_OTHERS = ""
"""Values of a column that no release lists."""


class Kin(StrEnum):
    """How the figures that two releases share stand to one another."""

    SAME = "every one is the same"
    GREW = "some are larger in the second, none smaller"
    SHRANK = "some are smaller in the second, none larger"
    MIXED = "some are larger and some smaller"
    PART = "there are none, but figures of one take in figures of the other, and are no smaller"
    STRANGERS = "there are none, nor figures that take in others"


_ALIKE = frozenset({Kin.SAME, Kin.PART})
Kinship = dict[tuple[int, int], Kin]
"""By the numbers of two releases, the smaller first."""


@dataclass(frozen=True)
class Latent:
    """Further unknowns, numbered from some place on, with what holds for them."""

    size: int
    sums: list[Sum]
    orders: list[tuple[int, int]]


def latent(
    releases: Sequence[Release],
    names: Sequence[Names],
    places: Sequence[Places],
    kin: Kinship,
    start: int,
) -> Latent:
    """The finest table of each data version of which there are several releases.

    Args:
        start: the place of the first further unknown.
    """
    groups = [one for one in _groups(len(releases), kin) if len(one) > 1]
    values = _values(releases)
    cells = prod(len(some) for some in values.values())
    if not groups or cells > MOST_CELLS or any(one.within for one in releases):
        return Latent(0, [], [])
    where = {column: {one: at for at, one in enumerate(some)} for column, some in values.items()}
    shape = [len(some) for some in values.values()]
    grids = [
        start + number * cells + np.arange(cells).reshape(shape) for number in range(len(groups))
    ]
    sums = []
    for group, grid in zip(groups, grids, strict=True):
        figures = {
            (int(place), key)
            for one in group
            for place, key in zip(places[one], names[one].keys, strict=True)
        }
        for place, key in sorted(figures, key=lambda one: one[0]):
            sums.append(Sum(place, tuple(grid[_at(key, where)].ravel().tolist())))
    orders = [
        (int(smaller), int(larger))
        for first, second in combinations(range(len(groups)), 2)
        for fewer, more in _grown(first, second, groups, kin)
        for smaller, larger in zip(grids[fewer].ravel(), grids[more].ravel(), strict=True)
    ]
    return Latent(cells * len(groups), sums, orders)


def _groups(count: int, kin: Kinship) -> list[list[int]]:
    """Releases that may be of the same data: none contradicts another, and each has to do with
    one at least. A release that fits several stands in each."""
    groups: list[list[int]] = []
    for one in range(count):
        fitting = [
            group
            for group in groups
            if all(kin[other, one] in {*_ALIKE, Kin.STRANGERS} for other in group)
            and any(kin[other, one] in _ALIKE for other in group)
        ]
        for group in fitting:
            group.append(one)
        if not fitting:
            groups.append([one])
    return groups


def _values(releases: Sequence[Release]) -> dict[str, list[str]]:
    """Every value of each column, and others where no release lists all that are known."""
    found = {}
    for column, values in sorted(values_of(releases).items()):
        is_listed = any(column in one.by and values_of([one])[column] == values for one in releases)
        found[column] = sorted(values) if is_listed else [*sorted(values), _OTHERS]
    return found


def _at(key: Key, where: dict[str, dict[str, int]]) -> tuple[Places, ...]:
    """The cells of the finest table that a figure takes in."""
    named = dict(key)
    return np.ix_(
        *(
            [at[one] for one in named[column]] if column in named else list(at.values())
            for column, at in where.items()
        )
    )


def _grown(first: int, second: int, groups: list[list[int]], kin: Kinship) -> list[tuple[int, int]]:
    """The two groups, that with fewer people first, where an attacker may know so."""
    seen = set()
    for one in groups[first]:
        for other in groups[second]:
            if one != other:
                how = kin[min(one, other), max(one, other)]
                turned = {Kin.GREW: Kin.SHRANK, Kin.SHRANK: Kin.GREW}
                seen.add(how if one < other else turned.get(how, how))
    seen -= {*_ALIKE, Kin.STRANGERS}
    if seen == {Kin.GREW}:
        return [(first, second)]
    return [(second, first)] if seen == {Kin.SHRANK} else []
