"""The finest table behind all releases of the same data, though nobody released it.

Two tables of the same people, by force and by age, are two views of one table by both. Somebody
who thinks of that table rules out what no such table could give; so it stands among the unknowns,
once for each version of the data that the figures allow for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations
from math import prod

import numpy as np

from answerable.disclosure.kinship import Group, Kinship
from answerable.disclosure.naming import Key, values_of
from answerable.disclosure.possible import Possible
from answerable.disclosure.relations import Counts, Places, Sum, relations
from answerable.disclosure.release import Release
from answerable.disclosure.solver import NotSolved

MOST_CELLS = 4_000
"""Cells of the finest table; where it had more, it is left out, and each release stands alone."""
_OTHERS = ""
"""Values of a column that no release lists."""


@dataclass(frozen=True)
class Latent:
    """Further unknowns, numbered from some place on, with what holds for them."""

    size: int
    sums: list[Sum]
    orders: list[tuple[int, int]]
    implied: list[tuple[int, int]]
    """Figures by twos: one that was released, and the same in other data, of which it was not."""


def latent(
    releases: Sequence[Release], kinship: Kinship, places: Sequence[Places], counts: Counts
) -> Latent:
    """The finest table of each version of the data that there may be.

    Args:
        places: for each release the figure of each cell.
        counts: of each figure; the further unknowns are numbered after them.
    """
    views = _Views(kinship, tuple(places), counts, _values(releases))
    if len(releases) < 2 or views.cells > MOST_CELLS or any(one.within for one in releases):
        return Latent(0, [], [], [])
    groups = sorted(_that_fit(kinship, views), key=sorted)
    orders = _orders(groups, kinship, views)
    ordered = {at for pair in orders for at in pair}
    kept = [at for at, group in enumerate(groups) if len(group) > 1 or at in ordered]
    numbers = {at: number for number, at in enumerate(kept)}
    return views.with_implied(
        {at for at, one in enumerate(releases) if one.shows_any},
        [groups[at] for at in kept],
        [(numbers[one], numbers[other]) for one, other in orders],
    )


@dataclass(frozen=True)
class _Views:
    """Releases as views of finest tables."""

    kinship: Kinship
    places: tuple[Places, ...]
    counts: Counts
    values: dict[str, list[str]]
    _known: dict[tuple[tuple[Group, ...], tuple[tuple[int, int], ...]], bool] = field(
        default_factory=dict
    )
    _taken: dict[Key, Places] = field(default_factory=dict)

    def latent(self, groups: Sequence[Group], orders: Iterable[tuple[int, int]]) -> Latent:
        """The unknowns of one finest table for each group of releases.

        Args:
            orders: groups by twos, of which the first has no more people of any kind.
        """
        sums = []
        for number, group in enumerate(groups):
            figures = dict.fromkeys(
                (int(place), key)
                for one in sorted(group)
                for place, key in zip(self.places[one], self.kinship.names[one].keys, strict=True)
            )
            sums += [
                Sum(place, self._parts(number, key))
                for place, key in sorted(figures, key=lambda one: one[0])
            ]
        first, cells = len(self.counts), self.cells
        starts = [(first + fewer * cells, first + more * cells) for fewer, more in orders]
        pairs = [(fewer + at, more + at) for fewer, more in starts for at in range(cells)]
        return Latent(cells * len(groups), sums, pairs, [])

    def with_implied(
        self, shown: Set[int], groups: Sequence[Group], orders: Iterable[tuple[int, int]]
    ) -> Latent:
        """As `latent`, and of each table the figures that were released of other data alone.

        Nobody released them of these data; but who can work them out takes them from the others.

        Args:
            shown: the releases of which anything was shown.
        """
        plain = self.latent(groups, orders)
        start = len(self.counts) + plain.size
        at: dict[tuple[int, Key], int] = {}
        implied: list[tuple[int, int]] = []
        for number, group in enumerate(groups):
            held = {key for one in group for key in self.kinship.names[one].at}
            for other in sorted(shown & self.kinship.of_other_data(group)):
                for key, place in self.kinship.names[other].at.items():
                    if key not in held:
                        figure = at.setdefault((number, key), start + len(at))
                        implied.append((int(self.places[other][place]), figure))
        sums = [Sum(figure, self._parts(*of)) for of, figure in at.items()]
        return Latent(
            plain.size + len(sums),
            [*plain.sums, *sums],
            plain.orders,
            list(dict.fromkeys(implied)),
        )

    @cached_property
    def cells(self) -> int:
        """Cells of one finest table."""
        return prod(len(some) for some in self.values.values())

    def _parts(self, number: int, key: Key) -> tuple[int, ...]:
        """The cells of one of the finest tables that a figure takes in."""
        if key not in self._taken:
            named = dict(key)
            shape = [len(some) for some in self.values.values()]
            listed = (
                [some.index(one) for one in named.get(column, some)]
                for column, some in self.values.items()
            )
            self._taken[key] = np.arange(self.cells).reshape(shape)[np.ix_(*listed)].ravel()
        return tuple((self._taken[key] + len(self.counts) + number * self.cells).tolist())

    def fit(self, groups: Sequence[Group], orders: Sequence[tuple[int, int]] = ()) -> bool:
        """Whether there are any such tables which have the figures that the releases have."""
        asked = tuple(groups), tuple(orders)
        if asked not in self._known:
            self._known[asked] = self._could_be(self.latent(groups, orders))
        return self._known[asked]

    def _could_be(self, further: Latent) -> bool:
        between = relations(len(self.counts), [], further.orders, further.size, further.sums)
        most = np.full(further.size, self.counts.max(initial=0))
        lower = np.concatenate([self.counts, np.zeros(further.size)])
        possible = Possible(between, lower, np.concatenate([self.counts, most]))
        try:
            possible.largest(np.zeros(between.size))
        except NotSolved:
            return False
        return True


def _that_fit(kinship: Kinship, views: _Views) -> set[Group]:
    """For each release those that may be of the same data as it, all at once: as many as fit."""
    every = range(len(kinship.names))
    found = {_around(one, kinship, views) for one in every}
    return {one for one in found if not any(one < other for other in found)}


def _around(one: int, kinship: Kinship, views: _Views) -> Group:
    """A release with as many others as fit, the nearest first."""
    alike = _gathered(one, kinship, lambda _: True)
    if views.fit([alike]):
        return alike
    return _gathered(one, kinship, lambda group: views.fit([group]))


def _gathered(one: int, kinship: Kinship, fits: Callable[[Group], bool]) -> Group:
    group = Group([one])
    for other in kinship.nearest(one):
        wider = group | {other}
        if all(kinship.may_be_same(other, each) for each in group) and fits(wider):
            group = wider
    return group


def _orders(groups: Sequence[Group], kinship: Kinship, views: _Views) -> list[tuple[int, int]]:
    """Groups by twos, of which the data of the first may lie within those of the second."""
    found = [
        (one, other)
        for one, other in permutations(range(len(groups)), 2)
        if kinship.grew(groups[one], groups[other])
        and views.fit([groups[one], groups[other]], [(0, 1)])
    ]
    if views.fit(groups, found):
        return found
    kept: list[tuple[int, int]] = []
    for pair in found:
        if views.fit(groups, [*kept, pair]):
            kept.append(pair)
    return kept


def _values(releases: Sequence[Release]) -> dict[str, list[str]]:
    """Every value of each column, and others where no release lists all that are known."""
    found = {}
    for column, values in sorted(values_of(releases).items()):
        is_listed = any(column in one.by and values_of([one])[column] == values for one in releases)
        found[column] = sorted(values) if is_listed else [*sorted(values), _OTHERS]
    return found
