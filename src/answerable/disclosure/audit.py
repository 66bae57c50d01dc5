"""The auditor: a stranger who has every release, and no word of how it was made safe.

It reads releases as the ledger keeps them, works out what holds between the figures, attacks each
hidden one, and says whether any can be told. Nothing that it cannot show to be safe passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from answerable.disclosure.attack import Attack, Short
from answerable.disclosure.linking import (
    Attacker,
    Linked,
    bounds,
    goals_of,
    linked,
    small,
    swaps_of,
)
from answerable.disclosure.policy import Policy
from answerable.disclosure.relations import Counts, Places
from answerable.disclosure.release import Release, Why
from answerable.disclosure.solver import TOLERANCE, NotSolved


@dataclass(frozen=True)
class Audit:
    """What the auditor found. `problems` is for whoever may see the data; it names cells."""

    attacker: Attacker
    """Against whom: a table that withstands the stronger one withstands both."""
    problems: tuple[str, ...]
    narrowest: int | None
    """The fewest values that a small hidden figure could have; None where there is none."""
    releases: int
    """How many were held against one another."""

    @property
    def passed(self) -> bool:
        """Nothing can be told."""
        return not self.problems


def audited(releases: Sequence[Release], policy: Policy, attacker: Attacker) -> Audit:
    """Attack releases that have to do with one another (`linking.in_touch`), all at once."""
    found = linked(releases, policy)
    values = policy.rules.possible_values.value
    at = small(releases, found)
    lower, upper = bounds(releases, found, attacker)
    problems = _shown_small(releases, policy)
    if not _fits(found, lower, upper):
        problems.append("What is shown contradicts the counts it was made of.")
    goals = goals_of(releases, found, policy, attacker)
    try:
        lost = Attack(found.relations, goals, swaps_of(releases, found)).short(lower, upper)
    except NotSolved as problem:
        problems.append(f"It could not be shown to be safe. {problem}")
        return Audit(attacker, tuple(problems), None, len(releases))
    reach = _reach(lost, at, values)
    problems += [_worded(found, one, reach) for one in lost]
    return Audit(attacker, tuple(problems), min(reach.values(), default=None), len(releases))


def _reach(lost: Sequence[Short], small: Places, values: int) -> dict[int, int]:
    """How many of the values that it must be able to have each small figure could have."""
    reach = dict.fromkeys(small.tolist(), values)
    for one in lost:
        if len(one.figures) == 1:
            reach[one.figures[0]] -= ceil(one.goal - one.reach - TOLERANCE)
    return reach


def _fits(found: Linked, lower: Counts, upper: Counts) -> bool:
    """Whether the true counts are among those that a reader must allow for."""
    counts = found.counts
    known = slice(0, len(counts))
    inside = (lower[known] <= counts).all() and (counts <= upper[known]).all()
    return bool(inside) and found.relations.hold_of(counts)


def _shown_small(releases: Sequence[Release], policy: Policy) -> list[str]:
    """Small figures that are plainly shown: by an earlier policy, or by a fault."""
    return [
        f"A count below {policy.threshold} is shown."
        for release in releases
        for cell in release.cells
        if cell.why is Why.SHOWN and cell.count < policy.threshold
    ]


def _worded(found: Linked, lost: Short, reach: dict[int, int]) -> str:
    names = [_named(found, place) for place in lost.figures]
    if len(names) == 1:
        return f"{names[0]} can be told to within {reach[lost.figures[0]]} values."
    return f"{names[0]}, twice or within {names[1]}: the few between the two figures can be told."


def _named(found: Linked, place: int) -> str:
    key = sorted(found.keys[place])
    return ", ".join(f"{column} {' and '.join(values)}" for column, values in key) or "the total"
