"""What a coarser table would show, where too much of one is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.disclosure.policy import Policy
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.table import ALL, CountTable, Labels

OTHERS = "all others"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A coarser table, and how many of its cells would be large enough to be shown."""

    says: str
    large: int
    cells: int


def advice(table: CountTable, protected: ProtectedTable, policy: Policy) -> list[str]:
    """What to do about a table of which too much is hidden; empty where it is not.

    Totals are not counted. How many cells of a coarser table could be shown is how many reach the
    threshold; some of them may have to be hidden for the sake of others.
    """
    inner = [cell for cell in protected.release.cells if ALL not in cell.labels]
    hidden = sum(not cell.is_shown for cell in inner)
    if 100 * hidden <= policy.rules.sparse.value * len(inner):
        return []
    found = [f"Coarsen first: {hidden} of {len(inner)} cells are hidden."]
    best = sorted(_proposals(table, policy), key=lambda one: -one.large / one.cells)
    return [
        *found,
        *(f"{one.says}: {one.large} of {one.cells} cells would be large enough." for one in best),
    ]


def _proposals(table: CountTable, policy: Policy) -> Iterator[Proposal]:
    for at, column in enumerate(table.by):
        if len(table.by) > 1:
            without: dict[Labels, int] = defaultdict(int)
            for labels, count in table.counts.items():
                without[labels[:at] + labels[at + 1 :]] += count
            yield _proposal(f"Without {column}", without, policy)
        sums: dict[str, int] = defaultdict(int)
        for labels, count in table.counts.items():
            sums[labels[at]] += count
        rare = set(sorted(sums, key=lambda one: sums[one])[: len(sums) // 2])
        if len(rare) > 1:
            together: dict[Labels, int] = defaultdict(int)
            for labels, count in table.counts.items():
                value = OTHERS if labels[at] in rare else labels[at]
                together[(*labels[:at], value, *labels[at + 1 :])] += count
            says = f"With the {len(rare)} rarest values of {column} put together"
            yield _proposal(says, together, policy)


def _proposal(says: str, counts: dict[Labels, int], policy: Policy) -> Proposal:
    large = sum(count >= policy.threshold for count in counts.values())
    return Proposal(says, large, len(counts))
