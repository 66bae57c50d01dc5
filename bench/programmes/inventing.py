"""Programmes of releases: data in three versions, cut and broken down at random."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from answerable.disclosure.ledger import NOTHING_YET
from answerable.disclosure.policy import Policy
from answerable.disclosure.protect import protect
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.table import ALL, CountTable

COLUMNS = {"force": 3, "outcome": 4, "sex": 2, "age_group": 2}
KINDS = tuple(product(*(range(size) for size in COLUMNS.values())))
"""Every kind of person that there is: one value of each column."""
RELEASES, VERSIONS = 16, 3


@dataclass(frozen=True)
class Released:
    """One release with what it is of, as a reader knows it."""

    version: int
    by: tuple[str, ...]
    cut: dict[str, frozenset[int]]
    protected: ProtectedTable

    def kinds(self, labels: tuple[str, ...]) -> tuple[int, ...]:
        """The kinds of people that a cell counts, by their numbers."""
        wanted = {
            column: {int(value[1:])}
            for column, value in zip(self.by, labels, strict=True)
            if value != ALL
        }
        return tuple(
            number
            for number, kind in enumerate(KINDS)
            if all(
                kind[at] in wanted.get(column, self.cut.get(column, range(size)))
                and kind[at] in self.cut.get(column, range(size))
                for at, (column, size) in enumerate(COLUMNS.items())
            )
        )


def programme(
    seed: int, policy: Policy, *, only_added: bool
) -> tuple[list[np.ndarray], list[Released]]:
    """The data in each version, and sixteen releases of them.

    Args:
        only_added: later versions have more people and never fewer; else there are corrections.
    """
    chance = np.random.default_rng(seed)
    data = _versions(chance, only_added=only_added)
    ledger = NOTHING_YET
    released = []
    for number in range(RELEASES):
        usual = number * VERSIONS // RELEASES
        version = usual if chance.random() < 0.7 else int(chance.integers(0, VERSIONS))
        by = tuple(
            chance.choice(list(COLUMNS), int(chance.choice([1, 2, 2, 3])), replace=False).tolist()
        )
        cut = _cut(chance, by) if chance.random() < 0.4 else {}
        of = {
            column: f"{column[0]}{min(values)}"
            for column, values in cut.items()
            if column not in by
        } | {"version": f"{version}"}
        table = CountTable(by, _counts(data[version], by, cut), of)
        protected = protect(table, policy, ledger)
        ledger = ledger.beside(protected.release)
        released.append(Released(version, by, cut, protected))
    return data, released


def _versions(chance: np.random.Generator, *, only_added: bool) -> list[np.ndarray]:
    weights = [np.exp(chance.normal(0, 0.9, size)) for size in COLUMNS.values()]
    expected = np.einsum("a,b,c,d->abcd", *weights).ravel()
    found = [chance.poisson(expected / expected.sum() * chance.integers(150, 1500))]
    while len(found) < VERSIONS:
        changed = found[-1].copy()
        for kind in np.flatnonzero(chance.random(len(KINDS)) < 0.08):
            up = only_added or chance.random() < 0.6
            changed[kind] = max(0, changed[kind] + int(chance.integers(1, 3)) * (1 if up else -1))
        found.append(changed)
    return found


def _cut(chance: np.random.Generator, by: tuple[str, ...]) -> dict[str, frozenset[int]]:
    """Some values of a column that is in the table, or one value of one that is not."""
    column = str(chance.choice(list(COLUMNS)))
    some = int(chance.integers(1, COLUMNS[column])) if column in by else 1
    return {column: frozenset(chance.choice(COLUMNS[column], some, replace=False).tolist())}


def _counts(
    data: np.ndarray, by: tuple[str, ...], cut: dict[str, frozenset[int]]
) -> dict[tuple[str, ...], int]:
    counts: dict[tuple[str, ...], int] = {}
    for kind, number in zip(KINDS, data.tolist(), strict=True):
        values = dict(zip(COLUMNS, kind, strict=True))
        if all(values[column] in some for column, some in cut.items()):
            labels = tuple(f"{column[0]}{values[column]}" for column in by)
            counts[labels] = counts.get(labels, 0) + number
    return counts
