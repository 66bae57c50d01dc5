"""Of what a figure is: the same name in every release that has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from answerable.disclosure.release import Release
from answerable.disclosure.table import ALL

Item = tuple[str, tuple[str, ...]]
"""A column with the values of it that a figure takes in."""
Key = frozenset[Item]
"""Every column that a figure narrows down; one that it does not name, it takes in whole."""


@dataclass(frozen=True)
class Names:
    """Of what each cell of a release is, in the order of its cells."""

    keys: tuple[Key, ...]
    counts: tuple[int, ...]
    at: dict[Key, int]
    """Where each key stands first. One that stands for two counts is left out: nobody knows which
    it is."""

    @classmethod
    def of(cls, release: Release, known: Mapping[str, set[str]]) -> Names:
        """The names of a release.

        A total takes in the values of its own release alone: it names them where there are others.

        Args:
            known: every value of each column (`values_of`).
        """
        listed = values_of([release])
        totals: dict[str, Item] = {
            column: (column, tuple(sorted(listed[column])))
            for column in release.by
            if column not in release.within and known[column] > listed[column]
        }
        common: dict[str, Item] = {
            column: (column, (value,)) for column, value in release.of.items()
        }
        keys = []
        for cell in release.cells:
            named = dict(common)
            for column, value in zip(release.by, cell.labels, strict=True):
                if value != ALL:
                    named[column] = column, (value,)
                elif column in totals:
                    named[column] = totals[column]
            outer = {release.within.get(one) for one in named}
            keys.append(Key(item for column, item in named.items() if column not in outer))
        at: dict[Key, int] = {}
        twice: set[Key] = set()
        for place, key in enumerate(keys):
            if release.cells[place].count != release.cells[at.setdefault(key, place)].count:
                twice.add(key)
        return cls(
            keys=tuple(keys),
            counts=tuple(cell.count for cell in release.cells),
            at={key: place for key, place in at.items() if key not in twice},
        )


def wider(key: Key, several: Sequence[Item]) -> Iterator[Key]:
    """The key itself and each that takes in the same and more.

    Args:
        several: the items with more than one value that there are, in an order that is always
            the same: what is hidden must not hang on the process that chooses it.
    """
    choices = []
    for column, values in sorted(key):
        more = [one for one in several if one[0] == column and set(one[1]) > set(values)]
        choices.append([None, (column, values), *more])
    for chosen in product(*choices):
        yield Key(one for one in chosen if one)


def values_of(releases: Sequence[Release]) -> dict[str, set[str]]:
    """Every value of each column in any of the releases."""
    known: dict[str, set[str]] = defaultdict(set)
    for release in releases:
        for column, value in release.of.items():
            known[column].add(value)
        for at, column in enumerate(release.by):
            known[column].update(cell.labels[at] for cell in release.cells)
            known[column].discard(ALL)
    return known
