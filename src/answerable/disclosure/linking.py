"""Which cells of all releases are the same figure, and what holds between those that are not.

The attacker assumed here knows more than anybody is likely to: which figures of two releases are
the same because nothing changed between them, and which of two is the larger. Whoever knows less
can work out less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, pairwise, product

import numpy as np

from answerable.disclosure.attack import Goals
from answerable.disclosure.policy import Policy
from answerable.disclosure.relations import Counts, Places, Relations, Sum, relations
from answerable.disclosure.release import Cell, Release, Why
from answerable.disclosure.table import ALL, Labels

Values = tuple[str, ...]
Key = frozenset[tuple[str, Values]]
"""Of what a figure is: the columns that it narrows down, with the values that it takes in."""


class Attacker(StrEnum):
    """What somebody knows beside the rules and all releases; the strongest first."""

    TOLD = "is told which hidden figures are small"
    READER = "reads the same symbol for everything hidden"


@dataclass(frozen=True)
class Linked:
    """Releases as one set of unknown counts; figures are named by their place among them."""

    figures: tuple[tuple[Key, int], ...]
    """What each is of, and its true count. Two that differ in either are two figures."""
    places: tuple[Places, ...]
    """For each release the figure of each cell, in the order of its cells."""
    relations: Relations
    differences: Places
    """Pairs of figures of which the second holds a few more of the same people than the first."""

    @property
    def counts(self) -> Counts:
        """The true counts: one possibility that no attacker can rule out."""
        return np.array([count for _, count in self.figures], float)


def linked(releases: Sequence[Release], few: int) -> Linked:
    """Every figure of some releases with everything that holds between them.

    Args:
        few: differences of one to so many people are named.
    """
    at: dict[tuple[Key, int], int] = {}
    places = []
    known = _known(releases)
    for release in releases:
        keys = _keys(release, known)
        figures = ((key, cell.count) for key, cell in zip(keys, release.cells, strict=True))
        places.append(np.array([at.setdefault(one, len(at)) for one in figures], np.int64))
    sums = chain(*(_sums(one, found) for one, found in zip(releases, places, strict=True)))
    differences = list(dict.fromkeys(_differences(at, places, few)))
    return Linked(
        figures=tuple(at),
        places=tuple(places),
        relations=relations(len(at), sums, [*_larger(at), *differences]),
        differences=np.array(differences, np.int64).reshape(-1, 2),
    )


def in_touch(releases: Sequence[Release], new: Release) -> list[Release]:
    """Those of the releases that have to do with a new one, by a figure or by others of them."""
    keys = [set(_keys(one, {})) for one in releases]
    reached, left, found = set(_keys(new, {})), list(range(len(releases))), set[int]()
    while touching := [one for one in left if keys[one] & reached]:
        found.update(touching)
        left = [one for one in left if one not in found]
        reached = reached.union(*(keys[one] for one in touching))
    return [releases[one] for one in sorted(found)]


def _known(releases: Sequence[Release]) -> dict[str, set[str]]:
    """Every value of each column in any release."""
    known: dict[str, set[str]] = defaultdict(set)
    for release in releases:
        for column, value in release.of.items():
            known[column].add(value)
        for cell in release.cells:
            for column, value in zip(release.by, cell.labels, strict=True):
                known[column].add(value)
    return known


def _keys(release: Release, known: Mapping[str, set[str]]) -> list[Key]:
    """Of what each cell is. A total takes in the values of its own release alone: it names them
    where other values are known."""
    listed = {
        column: {cell.labels[at] for cell in release.cells}
        for at, column in enumerate(release.by)
    }
    totals = {
        column: (column, tuple(sorted(values - {ALL})))
        for column, values in listed.items()
        if column not in release.within and known.get(column, values) > values
    }
    common = {column: (column, (value,)) for column, value in release.of.items()}
    return [_key(release, cell, common, totals) for cell in release.cells]


def _key(
    release: Release,
    cell: Cell,
    common: Mapping[str, tuple[str, Values]],
    totals: Mapping[str, tuple[str, Values]],
) -> Key:
    named = dict(common)
    for column, value in zip(release.by, cell.labels, strict=True):
        if value != ALL:
            named[column] = column, (value,)
        elif column in totals:
            named[column] = totals[column]
    inner = {one for one in named if one in release.within and one not in totals}
    outer = {release.within[one] for one in inner}
    return frozenset(item for column, item in named.items() if column not in outer)


def _sums(release: Release, places: Places) -> Iterator[Sum]:
    """Each total of the release in each direction in which it has parts."""
    where = {cell.labels: int(at) for cell, at in zip(release.cells, places, strict=True)}
    for column in range(len(release.by)):
        parts: dict[Labels, list[int]] = defaultdict(list)
        for labels, place in where.items():
            if labels[column] != ALL:
                parts[(*labels[:column], ALL, *labels[column + 1 :])].append(place)
        for labels, found in parts.items():
            # The total of a single value is that value: one figure, and no sum.
            if labels in where and where[labels] not in found:
                yield Sum(where[labels], tuple(found))


def _larger(at: dict[tuple[Key, int], int]) -> Iterator[tuple[int, int]]:
    """Figures of the same, from the smallest to the largest, each with the next."""
    for counts in _by_key(at).values():
        yield from pairwise(place for _, place in sorted(counts))


def _differences(
    at: dict[tuple[Key, int], int], places: Sequence[Places], few: int
) -> Iterator[tuple[int, int]]:
    """Pairs of which the first is of the same as the second, or of a part of it.

    Those of one release are left out: what is between them is hidden figures of that release.
    """
    by_key = _by_key(at)
    several = {item for key in by_key for item in key if len(item[1]) > 1}
    within: dict[int, set[int]] = defaultdict(set)
    for number, found in enumerate(places):
        for place in found.tolist():
            within[place].add(number)
    for key, counts in by_key.items():
        for wider in _wider(key, several):
            for larger, above in by_key.get(wider, ()):
                for smaller, below in counts:
                    if 0 < larger - smaller <= few and within[below].isdisjoint(within[above]):
                        yield below, above


def _by_key(at: dict[tuple[Key, int], int]) -> dict[Key, list[tuple[int, int]]]:
    found: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    for (key, count), place in at.items():
        found[key].append((count, place))
    return found


def _wider(key: Key, several: set[tuple[str, Values]]) -> Iterator[Key]:
    """The key itself and each that takes in the same and more."""
    choices = []
    for column, values in sorted(key):
        more = [one for one in several if one[0] == column and set(one[1]) > set(values)]
        choices.append([None, (column, values), *more])
    for chosen in product(*choices):
        yield frozenset(one for one in chosen if one)


def bounds(
    releases: Sequence[Release], found: Linked, attacker: Attacker
) -> tuple[Counts, Counts]:
    """The least and greatest count of each figure by what the releases show of it alone.

    A figure that is hidden without being small could be anything from nought on.

    Args:
        releases: the first of those of which `found` was made, or all.
    """
    least, greatest = np.zeros(len(found.figures)), np.full(len(found.figures), most_of(found))
    for release, places in zip(releases, found.places, strict=False):
        for cell, place in zip(release.cells, places, strict=True):
            if cell.why is Why.SMALL and attacker is Attacker.READER:
                continue
            if could_be := release.could_be(cell):
                least[place] = max(least[place], could_be[0])
                greatest[place] = min(greatest[place], could_be[1])
    return least, greatest


def most_of(found: Linked) -> float:
    """More than any figure could be."""
    return 2.0 * float(found.counts.max(initial=0)) + 100


def small(releases: Sequence[Release], found: Linked) -> Places:
    """The figures that some release hides for being small."""
    places = {
        int(place)
        for release, at in zip(releases, found.places, strict=False)
        for cell, place in zip(release.cells, at, strict=True)
        if cell.why is Why.SMALL
    }
    return np.array(sorted(places), np.int64)


def goals_of(releases: Sequence[Release], found: Linked, policy: Policy) -> Goals:
    """What must remain possible: every small value for small figures, and for differences of a
    few people as many values as for a count."""
    places = small(releases, found)
    most = float(policy.rules.possible_values.value - 1)
    return Goals(
        places=places,
        low=np.zeros(len(places)),
        high=np.full(len(places), most),
        pairs=found.differences,
        spread=most,
    )
