"""Which cells of all releases are the same figure, and what holds between those that are not.

Nobody says of a table whether it is of the same people as another. The figures say it: two
releases in which every figure that both have is the same are of the same data, and an attacker
takes each such figure for one. Where every figure grew or stayed, an attacker may know that people
were only added, or that one is of a part of the other. Where some grew and some shrank, each is
taken for itself (`kinship.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, combinations, pairwise, permutations

import numpy as np
from msgspec.structs import replace

from answerable.disclosure.attack import Goals
from answerable.disclosure.kinship import Group, Kinship
from answerable.disclosure.latent import latent
from answerable.disclosure.naming import Key, Names, values_of
from answerable.disclosure.policy import Policy
from answerable.disclosure.relations import Counts, Places, Relations, Sum, relations
from answerable.disclosure.release import Release, Why
from answerable.disclosure.swaps import Swaps
from answerable.disclosure.table import ALL, Labels


class Attacker(StrEnum):
    """What somebody knows beside the rules and all releases; the strongest first."""

    TOLD = "is told which hidden figures are small"
    READER = "reads the same symbol for everything hidden"


@dataclass(frozen=True)
class Linked:
    """Releases as one set of unknown counts; figures are named by their place among them."""

    keys: tuple[Key, ...]
    """Of what each figure is."""
    counts: Counts
    """The true counts: one possibility that no attacker can rule out."""
    places: tuple[Places, ...]
    """For each release the figure of each cell, in the order of its cells."""
    relations: Relations
    differences: Places
    """Figures by twos, of which the second holds a few more people than the first."""
    further: Places
    """The same of figures that nobody was shown, and of those that may hold few: what was hidden
    as a whole, and what was released of other data alone. Whoever can tell one already, can."""

    nothing: Places
    """Where nought stands among the unknowns, beside which a figure stands that may hold few."""

    @property
    def most(self) -> float:
        """More than any figure could be."""
        return 2.0 * float(self.counts.max(initial=0)) + 100


def linked(releases: Sequence[Release], policy: Policy) -> Linked:
    """Every figure of some releases with everything that holds between them."""
    versions = tuple(_version(one, policy) for one in releases)
    releases = _naming(releases, policy)
    known = values_of(releases)
    names = tuple(Names.of(one, known) for one in releases)
    kinship = Kinship(names, versions)
    places = _figures(kinship)
    size = 1 + max((int(found.max()) for found in places), default=-1)
    keys, counts = [Key()] * size, np.zeros(size)
    for name, found in zip(names, places, strict=True):
        for place, key, count in zip(found.tolist(), name.keys, name.counts, strict=True):
            keys[place], counts[place] = key, count
    sums = list(chain(*(_sums(one, at) for one, at in zip(releases, places, strict=True))))
    finest = latent(releases, kinship, places, counts)
    telling = [at for at, one in enumerate(releases) if one.shows_any]
    orders = [*_orders(kinship, places, telling), *finest.orders]
    differences = dict.fromkeys(_differences(kinship, places, policy.rules.difference.value))
    shown = {int(place) for at in telling for place in places[at]}
    required = [pair for pair in differences if shown.issuperset(pair)]
    nothing = size + finest.size
    few = [
        *(
            (nothing, one)
            for one in range(size)
            if one not in shown and counts[one] < policy.threshold
        ),
        *((nothing, there) for one, there in finest.implied if counts[one] < policy.threshold),
    ]
    rest = (pair for pair in differences if not shown.issuperset(pair))
    further = dict.fromkeys([*rest, *finest.implied, *few])
    latent_size = finest.size + bool(few)
    return Linked(
        keys=tuple(keys),
        counts=counts,
        places=tuple(places),
        relations=relations(size, sums, orders, latent_size, finest.sums),
        differences=_pairs(required),
        further=_pairs(further),
        nothing=np.arange(nothing, size + latent_size),
    )


def _pairs(pairs: Iterable[tuple[int, int]]) -> Places:
    return np.array(list(pairs), np.int64).reshape(-1, 2)


def in_touch(releases: Sequence[Release], new: Release, policy: Policy) -> list[Release]:
    """Those of the releases that have to do with a new one, or with others that do."""
    *named, of_new = _naming([*releases, new], policy)
    found, reached = set[int](), [of_new]
    while reached:
        touching = [
            at
            for at, one in enumerate(named)
            if at not in found and any(_touch(one, other) for other in reached)
        ]
        found.update(touching)
        reached = [named[at] for at in touching]
    return [releases[at] for at in sorted(found)]


def _naming(releases: Sequence[Release], policy: Policy) -> list[Release]:
    """The releases, of which those columns alone say of what they are that name it: those the
    policy knows, and those by which any of them is broken down.

    Any other may be the number of a version, which makes no strangers of two tables.
    """
    broken_by = {column for one in releases for column in one.by}
    return [
        replace(
            one,
            of={
                column: said
                for column, said in one.of.items()
                if policy.columns.name(column) or column in broken_by
            },
        )
        for one in releases
    ]


def _version(release: Release, policy: Policy) -> str:
    """Of which version of the data a release says that it is; empty where it does not."""
    told = {
        column: said
        for column, said in release.of.items()
        if column.lower() in policy.columns.versions
    }
    return "; ".join(f"{column} {said}" for column, said in sorted(told.items()))


def _touch(one: Release, other: Release) -> bool:
    """Whether nothing says of two releases that they are of other people or matters."""
    return all(other.of.get(column, value) == value for column, value in one.of.items())


def bounds(releases: Sequence[Release], found: Linked, attacker: Attacker) -> tuple[Counts, Counts]:
    """The least and greatest count of each figure by what the releases show of it alone.

    A figure that is hidden without being small could be anything from nought on.
    """
    least = np.zeros(found.relations.size)
    greatest = np.full(found.relations.size, found.most)
    greatest[found.nothing] = 0
    for release, places in zip(releases, found.places, strict=True):
        for cell, place in zip(release.cells, places, strict=True):
            if cell.why is Why.SMALL and attacker is Attacker.READER:
                continue
            if could_be := release.could_be(cell):
                least[place] = max(least[place], could_be[0])
                greatest[place] = min(greatest[place], could_be[1])
    return least, greatest


def small(releases: Sequence[Release], found: Linked) -> Places:
    """The figures that some release hides for being small, and shows others."""
    places = {
        int(place)
        for release, at in zip(releases, found.places, strict=True)
        if release.shows_any
        for cell, place in zip(release.cells, at, strict=True)
        if cell.why is Why.SMALL
    }
    return np.array(sorted(places), np.int64)


def goals_of(
    releases: Sequence[Release], found: Linked, policy: Policy, attacker: Attacker
) -> Goals:
    """What must remain possible: every small value for small figures, and for differences of a
    few people as many values as for a count."""
    places = small(releases, found)
    most = float(policy.rules.possible_values.value - 1)
    last = [one.withheld() for one in releases[-1:]]
    return Goals(
        places=places,
        low=np.zeros(len(places)),
        high=np.full(len(places), most),
        pairs=found.differences,
        spread=most,
        few=max(policy.rules.difference.value, policy.threshold - 1),
        further=found.further,
        before=bounds([*releases[:-1], *last], found, attacker),
    )


def swaps_of(releases: Sequence[Release], found: Linked) -> Swaps | None:
    """Moves in the one table that there is; None where there are several or further unknowns, or
    values lie within others."""
    if len(releases) != 1 or releases[0].within or found.relations.size > len(found.counts):
        return None
    release, places = releases[0], found.places[0]
    values = [
        sorted({cell.labels[at] for cell in release.cells}, key=lambda one: (one == ALL, one))
        for at in range(len(release.by))
    ]
    where = [{value: number for number, value in enumerate(some)} for some in values]
    grid = np.empty([len(some) for some in values], np.int64)
    for cell, place in zip(release.cells, places.tolist(), strict=True):
        grid[tuple(at[one] for at, one in zip(where, cell.labels, strict=True))] = place
    return Swaps(grid, found.counts)


def _figures(kinship: Kinship) -> list[Places]:
    """For each release the figure of each cell: one for all that are the same."""
    names = kinship.names
    starts = np.cumsum([0, *(len(one.keys) for one in names)]).tolist()
    first = list(range(starts[-1]))

    def root(node: int) -> int:
        while first[node] != node:
            first[node] = first[first[node]]
            node = first[node]
        return node

    def join(node: int, other: int) -> None:
        ends = root(node), root(other)
        first[max(ends)] = min(ends)

    for start, name in zip(starts[:-1], names, strict=True):
        for place, key in enumerate(name.keys):
            join(start + place, start + name.at.get(key, place))
    for one, other in combinations(range(len(names)), 2):
        if kinship.may_be_same(one, other):
            for key in kinship.shared(one, other):
                join(starts[one] + names[one].at[key], starts[other] + names[other].at[key])
    numbers: dict[int, int] = {}
    nodes = [numbers.setdefault(root(node), len(numbers)) for node in range(starts[-1])]
    return [np.array(nodes[start:end], np.int64) for start, end in pairwise(starts)]


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


def _orders(
    kinship: Kinship, places: Sequence[Places], telling: Sequence[int]
) -> list[tuple[int, int]]:
    """Figures that are known to be no larger than others; what follows from the rest left out.

    Args:
        telling: the releases of which anything is shown; of others nobody knows what grew.
    """
    above: dict[Key, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    names = kinship.names
    for one, other in permutations(telling, 2):
        if kinship.grew(Group([one]), Group([other])):
            for key in kinship.shared(one, other):
                smaller, larger = (places[at][names[at].at[key]] for at in (one, other))
                above[key][int(smaller)].add(int(larger))
    return [
        (smaller, larger)
        for found in above.values()
        for smaller, larger_ones in found.items()
        for larger in larger_ones - {smaller}
        if not any(larger in found.get(one, ()) for one in larger_ones - {smaller, larger})
    ]


def _differences(kinship: Kinship, places: Sequence[Places], few: int) -> Iterator[tuple[int, int]]:
    """Pairs of one to a few people apart: of the same in other data, or of a part in the same.

    Two figures of one release are left out: what is between them is hidden figures of its own.
    """
    names = kinship.names
    together = [set(found.tolist()) for found in places]
    for first, second in permutations(range(len(names)), 2):
        may_be_same = kinship.may_be_same(first, second)
        for key, at in names[first].at.items():
            for more in kinship.wider(key) if may_be_same else (key,):
                if more not in names[second].at:
                    continue
                there = names[second].at[more]
                apart = names[second].counts[there] - names[first].counts[at]
                pair = int(places[first][at]), int(places[second][there])
                if 0 < apart <= few and not any(set(pair) <= found for found in together):
                    yield pair
