"""The only composition: results of measures, through disclosure control, to a release.

Each table is held against the ledger and against those before it in the same release.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from answerable.charts.style import Size
from answerable.disclosure import gate
from answerable.disclosure.ledger import Ledger
from answerable.disclosure.policy import Policy
from answerable.disclosure.protect import NotSafe, protect
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.release import Why
from answerable.disclosure.table import ALL, UnusableTable
from answerable.release.coarsening import advice
from answerable.release.counting import count_table, groups_of, placed, together
from answerable.release.made import MET, Figure, Manifest, Meaning, Release, Share
from answerable.release.results import Question, Result, Results, definition_of
from answerable.release.saying import drawn, notes_of, said, signal_of

NOBODY: Final = "Nobody was asked, so there is no figure."


@dataclass(frozen=True, slots=True, kw_only=True)
class Utility:
    """What protection left of a figure: for analysts, since it says why cells are hidden."""

    question: Question
    cells: int
    shown: int
    hidden: Mapping[Why, int]
    is_fewest: bool
    """Whether it was proven that hiding fewer would not do."""
    advice: tuple[str, ...]
    """What a coarser figure would show, where too much is hidden."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question of which there is no figure, and why."""

    question: Question
    why: str
    problems: tuple[str, ...] = ()
    """The cells that could be told, where the audit did not pass: for analysts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A release as it could go out, with what only its makers see."""

    release: Release
    utility: tuple[Utility, ...]
    """Of each figure, in their order."""
    left_out: tuple[LeftOut, ...]


def composed(
    results: Results,
    policy: Policy,
    ledger: Ledger,
    *,
    on: date,
    of: Mapping[str, str],
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> Composed:
    """The figures of some results as they may be shown. Writes nothing, the ledger neither.

    A question that nobody was asked, or whose table cannot be made safe, is left out; the others
    stand.

    Args:
        on: the day on which it is made.
        of: whose figures they are, such as {"force": "17"}; nothing personal.
        progress: told how many questions are done, and of how many.
    """
    told = {**of, "as_of": results.as_of.isoformat(), "cut": results.cut}
    held = ledger
    figures, utility, left_out = [], [], []
    for done, result in enumerate(results.each):
        progress(done, len(results.each))
        if not any(answer.denominator for answer in result.answers):
            left_out.append(LeftOut(result.question, NOBODY))
            continue
        counts = count_table(result, told)
        try:
            table = protect(counts, policy, held)
        except UnusableTable as problem:
            left_out.append(LeftOut(result.question, str(problem)))
            continue
        except NotSafe as problem:
            left_out.append(LeftOut(result.question, str(problem), problem.problems))
            continue
        held = held.beside(table.release)
        figures.append(_figure(result, results, table, policy))
        coarser = advice(result.question.by, counts.counts, table, policy)
        utility.append(_utility(result.question, table, coarser))
    return Composed(
        release=Release(
            figures=tuple(figures),
            manifest=Manifest(
                made_on=on,
                of=of,
                as_of=results.as_of,
                cut=results.cut,
                is_synthetic=results.is_synthetic,
                policy=policy.as_facts(),
                releases_before=len(ledger.releases),
                ledger=ledger.head,
                tables=tuple(one.digest for one in figures),
            ),
        ),
        utility=tuple(utility),
        left_out=tuple(left_out),
    )


def _figure(result: Result, results: Results, table: ProtectedTable, policy: Policy) -> Figure:
    definition = definition_of(result.question)
    shares = _shares(result, table, policy)
    picture = drawn(result, shares, results, Size.WIDE)
    return Figure(
        measure=definition.name,
        version=definition.version,
        meaning=Meaning.of(definition),
        basis=definition.basis,
        as_of=results.as_of,
        cut=results.cut,
        by=result.question.by,
        table=table,
        names=result.names,
        shares=shares,
        sentence=said(result, results, shares, picture),
        signal=signal_of(result, results, shares),
        picture=picture,
        narrow=drawn(result, shares, results, Size.NARROW),
        notes=notes_of(result, results, policy),
    )


def _shares(result: Result, table: ProtectedTable, policy: Policy) -> tuple[Share, ...]:
    """The share of each group, and last of all together."""
    by = result.question.by
    places = {group: placed(by, group) for group in groups_of(result) if by}
    places[(ALL,) * len(by)] = together(by)
    return tuple(
        Share(
            group=group,
            met=gate.count(table, (*place, MET)),
            asked=gate.count(table, (*place, ALL)),
            percent=gate.rate(table, (*place, MET), (*place, ALL), policy),
        )
        for group, place in places.items()
    )


def _utility(question: Question, table: ProtectedTable, coarser: tuple[str, ...]) -> Utility:
    hidden = table.hidden
    cells = len(table.release.cells)
    return Utility(
        question=question,
        cells=cells,
        shown=cells - hidden.total(),
        hidden=dict(hidden),
        is_fewest=table.proof.is_fewest,
        advice=coarser,
    )
