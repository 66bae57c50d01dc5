"""A case file as rows of the tables of a cut: what stands of it, and what was put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from answerable.cuts.batches import Rows, batch_of
from answerable.cuts.columns import Column, Holds
from answerable.cuts.listed import day_number
from answerable.cuts.open_codes import kept, value_kept
from answerable.cuts.tables import (
    GIVEN,
    column_of,
    event_table,
    facts,
    several,
    several_table,
)
from answerable.records.codes.characteristics import characteristic_restricted
from answerable.records.event import Event, Recorded
from answerable.records.file import CaseFile
from answerable.records.items import first_target
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.plan import ItemSet
from answerable.statute import civil_date

ROWS_AT_ONCE = 100_000

Row = tuple[Any, ...]
_Cell = Callable[[CaseFile, Any], Any]


def rows_of(files: Iterable[tuple[CaseFile, Mapping[str, int]]], as_of: date) -> Rows:
    """Case files as batches, as far as things had happened by the end of a day.

    A case that was reported later is left out.

    Args:
        files: each with the organisations that the case belongs to, by `tables.GROUPINGS`.
        as_of: the last day, inclusive.
    """
    waiting: dict[str, list[Row]] = defaultdict(list)
    held = 0
    for file, organisations in files:
        for table, row in case_rows(file, organisations, as_of):
            waiting[table].append(row)
            held += 1
        if held >= ROWS_AT_ONCE:
            yield from _batches(waiting)
            held = 0
    yield from _batches(waiting)


def _batches(waiting: dict[str, list[Row]]) -> Rows:
    for name, rows in waiting.items():
        yield name, batch_of(GIVEN[name], rows)
    waiting.clear()


def case_rows(
    file: CaseFile, organisations: Mapping[str, int], as_of: date
) -> Iterator[tuple[str, Row]]:
    """The rows of one case, each with its table; codes of closed lists as their text."""
    if file.reported_on > as_of:
        return
    file = file.as_at(as_of)
    yield "cases", (file.case, day_number(file.reported_on))
    for grouping, organisation in organisations.items():
        yield "groupings", (file.case, grouping, organisation)
    yield from (("corrections", row) for row in _corrections(file))
    for one in file.standing:
        yield from _event_rows(file, one)


def _corrections(file: CaseFile) -> Iterator[Row]:
    by_number = {one.number: one for one in file.recorded}
    for one in file.recorded:
        before = by_number.get(one.replaces) if one.replaces is not None else None
        if before is not None:
            yield (file.case, *_corrected(one), *_corrected(before))


def _corrected(one: Recorded) -> Row:
    happened, recorded = day_number(one.event.on), day_number(civil_date(one.recorded_at))
    return (one.number, one.event.kind(), happened, recorded)


def _event_rows(file: CaseFile, one: Recorded) -> Iterator[tuple[str, Row]]:
    kind = type(one.event)
    happened, recorded = day_number(one.event.on), day_number(civil_date(one.recorded_at))
    yield (
        event_table(kind),
        (
            *(file.case, one.number, happened, recorded, one.side, len(one.why_in_breach)),
            *(cell(file, one.event) for cell in _cells(kind)),
            *((_first_target(file, one.number),) if isinstance(one.event, ItemSet) else ()),
        ),
    )
    for fact in several(kind):
        for value in dict.fromkeys(getattr(one.event, fact)):
            yield several_table(kind, fact), (file.case, one.number, value)


def _first_target(file: CaseFile, number: int) -> int | None:
    target = first_target(file, number)
    return None if target is None else day_number(target)


@cache
def _cells(kind: type[Event]) -> tuple[_Cell, ...]:
    """For each fact of a kind that is a column, how its cell is made."""
    return tuple(
        _cell(kind, fact, column_of(kind, fact, hint))
        for fact, hint in facts(kind).items()
        if fact not in several(kind)
    )


def _cell(kind: type[Event], fact: str, column: Column) -> _Cell:
    if kind is CharacteristicRecorded and fact in {"value", "code_list"}:
        return _answer if fact == "value" else _answer_list
    if fact in kind.REFERS:
        return lambda file, event: _standing(file, getattr(event, fact), kind.REFERS[fact])
    if column.name == f"{fact}_length":
        return lambda _, event: len(getattr(event, fact))
    if column.name == f"{fact}_named":
        return lambda _, event: getattr(event, fact) is not None
    if column.holds is Holds.OPEN_CODE:
        return lambda _, event: _code(column, getattr(event, fact))
    if column.holds is Holds.DAY:
        return lambda _, event: _day(getattr(event, fact))
    return lambda _, event: getattr(event, fact)


def _code(column: Column, code: str) -> str | None:
    return None if column.may_be_empty and not code else kept(column.code_list, code)


def _day(day: date | None) -> int | None:
    return None if day is None else day_number(day)


def _standing(file: CaseFile, number: int | None, kind: type[Event]) -> int | None:
    if number is None or file.named(number, kind) is None:
        return None
    return file.standing_number(number)


def _answer(_: CaseFile, event: Any) -> str | None:
    if not event.value or characteristic_restricted(event.characteristic):
        return None
    return value_kept(event.code_list, event.value)


def _answer_list(_: CaseFile, event: Any) -> str | None:
    if not event.code_list or characteristic_restricted(event.characteristic):
        return None
    return kept("code_lists", event.code_list)
