"""A table becomes one that may be shown: hidden, rounded, audited, with a proof."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from answerable.disclosure.audit import audited
from answerable.disclosure.ledger import Ledger
from answerable.disclosure.linking import (
    Attacker,
    Linked,
    bounds,
    goals_of,
    in_touch,
    linked,
    swaps_of,
)
from answerable.disclosure.policy import Policy
from answerable.disclosure.protected import Proof, ProtectedTable
from answerable.disclosure.release import Cell, Release, Why
from answerable.disclosure.solver import NotSolved
from answerable.disclosure.suppression import Task, chosen
from answerable.disclosure.table import ALL, CountTable, Labels, with_totals


class NotSafe(RuntimeError):
    """The table cannot be shown: the audit did not pass. `problems` names cells, for analysts."""

    def __init__(self, sentence: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems


def protect(
    table: CountTable, policy: Policy, ledger: Ledger | None = None, *, value: str = "count"
) -> ProtectedTable:
    """The table as it may be shown, beside everything in the ledger. Writes nothing.

    Args:
        ledger: what was released before; None: nothing was.
        value: what is counted, as the ledger names it.

    Raises:
        UnusableTable: it has no rows, or too many cells.
        NotSafe: the auditor found something that can be told, or could not rule it out.
    """
    earlier = ledger.releases if ledger else ()
    plain = unprotected(table, policy, value)
    beside = in_touch(earlier, plain, policy)
    head = ledger.head if ledger else ""
    for attacker in Attacker:
        try:
            release, is_fewest = hidden_beside(beside, plain, policy, attacker)
        except NotSolved:
            continue
        audit = audited([*beside, release], policy, attacker)
        if audit.passed:
            return ProtectedTable(release, Proof(policy.as_facts(), audit, is_fewest, head))
    return _withheld(beside, plain, policy, head)


def _withheld(
    beside: Sequence[Release], plain: Release, policy: Policy, head: str
) -> ProtectedTable:
    """The table with nothing shown: it tells nothing, if what was released before is safe."""
    audit = audited(beside, policy, Attacker.READER)
    if not audit.passed:
        raise NotSafe(
            "The audit did not pass, so nothing is shown: figures can be worked out from what was "
            f"released before ({len(audit.problems)} found).",
            audit.problems,
        )
    proof = Proof(policy.as_facts(), audit, is_fewest=False, ledger=head)
    return ProtectedTable(plain.withheld(), proof)


def unprotected(table: CountTable, policy: Policy, value: str) -> Release:
    """The table with its totals, each cell shown or hidden for what it is by itself."""
    return Release(
        by=table.by,
        of=dict(table.of),
        value=value,
        policy=policy.called,
        threshold=policy.threshold,
        rounding=policy.profile.rounding,
        within={one: policy.within[one] for one in table.by if policy.within.get(one) in table.by},
        cells=tuple(
            Cell(labels, count, _why(table, policy, labels, count))
            for labels, count in with_totals(table, policy).items()
        ),
    )


def _why(table: CountTable, policy: Policy, labels: Labels, count: int) -> Why:
    named = dict(table.of)
    named |= {column: value for column, value in zip(table.by, labels, strict=True) if value != ALL}
    if count == 0 and any(one.items() <= named.items() for one in policy.structural):
        return Why.STRUCTURAL
    if count < policy.threshold:
        return Why.SMALL
    areas, characteristics = policy.columns.areas, policy.columns.characteristics
    crossed = sum(column.lower() in characteristics for column in named)
    if crossed > policy.rules.crossing.value and any(one.lower() in areas for one in named):
        return Why.CROSSING
    return Why.SHOWN


def hidden_beside(
    beside: Sequence[Release], draft: Release, policy: Policy, attacker: Attacker
) -> tuple[Release, bool]:
    """The release with what else has to be hidden, and whether fewer were proven not to do.

    Raises:
        NotSolved: nothing that could be hidden would do.
    """
    found = linked([*beside, draft], policy)
    choice = chosen(_task(beside, draft, found, policy, attacker))
    cells = (
        replace(cell, why=Why.SECOND) if place in choice.hidden else cell
        for cell, place in zip(draft.cells, found.places[-1].tolist(), strict=True)
    )
    return replace(draft, cells=tuple(cells)), choice.is_fewest


def _task(
    beside: Sequence[Release],
    draft: Release,
    found: Linked,
    policy: Policy,
    attacker: Attacker,
) -> Task:
    lower, upper = bounds([*beside, draft], found, attacker)
    freed_lower, freed_upper = lower.copy(), upper.copy()
    shown_before = {
        int(place)
        for release, places in zip(beside, found.places, strict=False)
        for cell, place in zip(release.cells, places, strict=True)
        if cell.is_shown
    }
    for cell, place in zip(draft.cells, found.places[-1].tolist(), strict=True):
        if cell.why is Why.SHOWN and place not in shown_before:
            freed_lower[place], freed_upper[place] = 0, found.most
    return Task(
        relations=found.relations,
        counts=found.counts,
        lower=lower,
        upper=upper,
        freed_lower=freed_lower,
        freed_upper=freed_upper,
        goals=goals_of([*beside, draft], found, policy, attacker),
        swaps=swaps_of([*beside, draft], found),
    )
