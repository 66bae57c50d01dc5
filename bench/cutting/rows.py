"""Invented rows of a cut, fast: columns drawn at random, part by part, so that each part can be
made by itself and in any order. Nothing that they say is likely; their numbers and shapes are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy

from answerable.cuts.batches import Batch, Rows
from answerable.cuts.columns import Column, Holds
from answerable.cuts.listed import day_number
from answerable.cuts.tables import (
    EVENT_TABLES,
    EVENTS,
    GIVEN,
    event_table,
    several,
    several_table,
    singular,
)
from answerable.records.event import Event
from bench.histories.random_cases import EARLIEST

CASES_A_PART = 50_000
USUAL = 0.15
"""Events a case of a kind that is not named below."""
A_CASE = {
    "reported": 1.0,
    "crime_recorded": 1.0,
    "offence_alleged": 1.0,
    "victim_identified": 1.1,
    "suspect_identified": 0.7,
    "suspect_status": 1.0,
    "characteristic_recorded": 5.0,
    "first_response": 0.8,
    "support_offered": 1.0,
    "account_taken": 0.7,
    "item_set": 1.5,
    "item_answered": 1.0,
    "decision": 1.0,
    "outcome_recorded": 0.7,
    "told": 0.8,
}
"""Events a case of the kinds that most cases have several of."""
OPEN_CODES = {
    "offences": ("19C", "19D", "19F", "SX03001"),
    "outcomes": ("1", "14", "15", "16", "18", "1A"),
    "not_crimes": ("N100/1", "C2"),
}

Columns = dict[str, "numpy.ndarray[Any, Any]"]


def rows(cases: int, seed: int, *, backwards: bool = False) -> Rows:
    """Every row of so many cases.

    Args:
        backwards: the same rows, part by part from the last.
    """
    parts = range(0, cases, CASES_A_PART)
    for first in reversed(parts) if backwards else parts:
        yield from _part(first, min(first + CASES_A_PART, cases), seed)


def _part(first: int, last: int, seed: int) -> Rows:
    lots = numpy.random.default_rng([seed, first])
    numbers = numpy.arange(first, last, dtype="int32")
    reported = (day_number(EARLIEST) + lots.integers(0, 1000, len(numbers))).astype("int32")
    yield "cases", {"case_number": numbers, "reported_on": reported}
    yield (
        "groupings",
        {
            "case_number": numbers,
            "grouping": numpy.zeros(len(numbers), "uint8"),
            "organisation": (numbers % 43).astype("int32"),
        },
    )
    made: dict[str, Columns] = {}
    for place, kind in enumerate(EVENTS):
        batch = _events(kind, place, first, last, reported, made, lots)
        made[event_table(kind)] = batch
        yield event_table(kind), batch
        yield from _several(kind, batch, lots)


def _events(
    kind: type[Event],
    place: int,
    first: int,
    last: int,
    reported: Any,
    made: dict[str, Columns],
    lots: numpy.random.Generator,
) -> Columns:
    count = int((last - first) * A_CASE.get(kind.kind(), USUAL))
    cases = numpy.sort(lots.integers(first, last, count)).astype("int32")
    named: Columns = {}
    for fact, other in kind.REFERS.items():
        earlier = made.get(event_table(other))
        if earlier is not None and not named:
            chosen = numpy.sort(lots.integers(0, len(earlier["case_number"]), count))
            cases = earlier["case_number"][chosen]
            named[fact] = earlier["event_number"][chosen]
    batch: Columns = {"case_number": cases}
    batch["event_number"] = (_places(cases) * len(EVENTS) + place + 1).astype("int32")
    batch["happened_on"] = (reported[cases - first] + lots.integers(0, 400, count)).astype("int32")
    batch["recorded_on"] = batch["happened_on"] + lots.integers(0, 3, count).astype("int32")
    table = EVENT_TABLES[event_table(kind)]
    for column in table.columns:
        if column.name not in batch:
            batch[column.name] = named.get(column.name, _cells(column, batch, lots))
    return batch


def _places(cases: Any) -> Any:
    """Of sorted cases, the how-manieth of its case each is, from 0."""
    starts = numpy.flatnonzero(numpy.r_[True, cases[1:] != cases[:-1]]) if len(cases) else cases
    lengths = numpy.diff(numpy.r_[starts, len(cases)])
    return numpy.arange(len(cases)) - numpy.repeat(starts, lengths)


def _cells(column: Column, batch: Columns, lots: numpy.random.Generator) -> Any:
    count = len(batch["case_number"])
    if "The event in `" in column.about or column.code_list == "code_lists":
        return _empty(column, count)
    if column.code_list == "characteristic_values":
        return _empty(column, count)
    match column.holds:
        case Holds.CODE:
            cells: Any = lots.integers(0, len(column.codes), count).astype("uint8")
        case Holds.OPEN_CODE:
            codes: Sequence[str] = OPEN_CODES[column.code_list]
            cells = numpy.array(codes)[lots.integers(0, len(codes), count)]
        case Holds.FLAG:
            cells = lots.random(count) < 0.5
        case Holds.DAY:
            cells = batch["happened_on"] + lots.integers(0, 60, count).astype("int32")
        case Holds.COUNT:
            cells = lots.integers(0, 90, count).astype("int32")
        case _:
            cells = lots.integers(1, 3, count).astype("int32")
    return numpy.ma.masked_array(cells, lots.random(count) < 0.3) if column.may_be_empty else cells


def _empty(column: Column, count: int) -> Any:
    return numpy.ma.masked_array(
        numpy.zeros(count, column.holds.batch if column.holds.batch != "str" else "U1"),
        numpy.ones(count, bool),
    )


def _several(
    kind: type[Event], batch: Columns, lots: numpy.random.Generator
) -> Iterator[tuple[str, Batch]]:
    for fact in several(kind):
        name = several_table(kind, fact)
        chosen = lots.random(len(batch["case_number"])) < 0.5
        column = GIVEN[name].column(singular(fact))
        most = len(column.codes) or 2
        ones = lots.integers(0 if column.codes else 1, most, int(chosen.sum()))
        yield (
            name,
            {
                "case_number": batch["case_number"][chosen],
                "event_number": batch["event_number"][chosen],
                column.name: ones.astype(column.holds.batch),
            },
        )
