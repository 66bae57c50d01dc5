"""Measures over a cut: opened, compiled, asked, answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from answerable.cuts import manifest
from answerable.cuts.engine import DEFAULT_MEMORY
from answerable.cuts.opening import CutNotWhole
from answerable.cuts.verify import verify_cut
from answerable.measures.answer import Answer, Cell
from answerable.measures.compiling import compiled, days_of, written
from answerable.measures.definition import Definition
from answerable.measures.engines import LOCAL, Engine, EngineName, started
from answerable.measures.groups import checked, label
from answerable.measures.programme import Drop, Keep, Programme, Question, Step
from answerable.measures.standing import Standing
from answerable.measures.subjects.relations import Prepared

Group: TypeAlias = tuple[Any, ...]
Tally: TypeAlias = "defaultdict[Group, Counter[int]]"
"""Of each group, how many rows stand in each way."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A verified cut, open for measures."""

    engine: Engine
    as_of: date
    digest: str
    is_synthetic: bool


@contextmanager
def opened(
    folder: Path,
    digest: str = "",
    *,
    memory: str = DEFAULT_MEMORY,
    engine: EngineName = EngineName.DUCKDB,
    master: str = LOCAL,
) -> Iterator[Cut]:
    """A cut, open as long as the block lasts.

    Args:
        digest: as noted when the cut was written; "" where it was not.
        memory: how much DuckDB may use.
        engine: what answers.
        master: where Spark runs, such as "spark://host:7077".

    Raises:
        CutNotWhole: the cut is not whole and unchanged. `CutsNotInstalled`: DuckDB is missing.
        EngineNotInstalled: what the engine needs is missing. `EngineFailed`: it does not start.
    """
    problems = verify_cut(folder, digest)
    if problems:
        raise CutNotWhole(problems)
    about = manifest.read(folder)
    answering = started(engine, folder, about, memory=memory, master=master)
    try:
        yield Cut(answering, about.as_of, about.digest, about.is_synthetic)
    finally:
        answering.close()


@contextmanager
def keeping(cut: Cut, *prepared: Prepared) -> Iterator[None]:
    """Relations over the whole cut are tables as long as the block lasts."""
    for one in prepared:
        cut.engine.keep(one.name, written(one.relation(), cut.engine.dialect))
    try:
        yield
    finally:
        for one in prepared:
            cut.engine.drop(one.name)


def answers(cut: Cut, definition: Definition, by: Sequence[str] = ()) -> list[Answer]:
    """What a measure answers for each group that has a row, in the order of the groups.

    Without a breakdown there is one answer, of nobody where there is nothing to ask.

    Raises:
        NoSuchBreakdown: the measure cannot be broken down so.
        EngineFailed: the engine broke off.
    """
    return answers_to(cut, [definition], by)


def answers_to(
    cut: Cut,
    definitions: Sequence[Definition],
    by: Sequence[str] = (),
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> list[Answer]:
    """The same of several measures, in their order. What they share is worked out once.

    Args:
        progress: told how many questions were answered, and of how many.
    """
    wanted = tuple(by)
    for definition in definitions:
        checked(definition, wanted)
    programme = compiled(tuple(definitions), wanted, cut.as_of, cut.engine.dialect)
    tallies = _carried_out(cut.engine, programme, len(wanted), progress)
    return [
        _answer(cut, one, dict(zip(wanted, group, strict=True)), tally)
        for one in definitions
        for group, tally in _in_order(tallies[one.name], wanted)
    ]


def days(
    cut: Cut, definition: Definition, standing: Standing, by: Sequence[str] = ()
) -> Counter[Group]:
    """On which days rows of a measure stood in one way: of each day and group, how many.

    Args:
        by: breakdowns of the measure that are no times.

    Raises:
        NoSuchBreakdown: the measure cannot be broken down so.
        EngineFailed: the engine broke off.
    """
    wanted = checked(definition, tuple(by))
    programme = days_of(definition, standing, wanted, cut.as_of, cut.engine.dialect)
    found: Counter[Group] = Counter()
    for _, row in _asked(cut.engine, programme):
        *group, rows = row
        found[tuple(group)] += rows
    return found


def _carried_out(
    engine: Engine, programme: Programme, columns: int, progress: Callable[[int, int], None]
) -> dict[str, Tally]:
    """How many rows of each group stand in each way, by measure."""
    tallies: dict[str, Tally] = defaultdict(lambda: defaultdict(Counter))
    for question, (*group, rows) in _asked(engine, programme, progress):
        standings = group[columns:]
        for definition, standing in zip(question.definitions, standings, strict=True):
            tallies[definition.name][tuple(group[:columns])][standing] += rows
    return tallies


def _asked(
    engine: Engine,
    programme: Programme,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> Iterator[tuple[Question, tuple[Any, ...]]]:
    """Every row that a question gives, with the question."""
    asked = 0
    for step in _in_turn(engine, programme):
        match step:
            case Keep(name, query):
                engine.keep(name, query)
            case Drop(name):
                engine.drop(name)
            case Question(_, query):
                yield from ((step, row) for row in engine.rows(query))
                asked += 1
                progress(asked, programme.questions)


def _in_turn(engine: Engine, programme: Programme) -> Iterator[Step]:
    yield from programme.once
    for _ in engine.parts():
        yield from programme.steps
    yield from (Drop(one.name) for one in programme.once if isinstance(one, Keep))


def _in_order(tally: Tally, by: Sequence[str]) -> list[tuple[Group, Counter[int]]]:
    """By the names of the groups, those that have none last."""
    if not by and not tally:
        return [((), Counter())]
    return sorted(tally.items(), key=lambda one: [(cell is None, cell) for cell in one[0]])


def _answer(
    cut: Cut, definition: Definition, group: dict[str, Any], counts: Counter[int]
) -> Answer:
    named: dict[str, Cell] = {name: label(name, value) for name, value in group.items()}
    not_asked = counts[Standing.NOT_APPLICABLE] + counts[Standing.PENDING]
    return Answer(
        measure=definition.name,
        version=definition.version,
        group=named,
        numerator=counts[Standing.MET],
        denominator=counts.total() - not_asked,
        not_applicable=not_asked,
        pending=counts[Standing.PENDING],
        unknown=counts[Standing.UNKNOWN],
        basis=definition.basis,
        as_of=cut.as_of,
        cut=cut.digest,
    )
