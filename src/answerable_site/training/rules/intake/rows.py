"""One row of the list becomes one place on an event, or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from answerable.documents.tables import Value
from answerable_site.register.rules.lists import (
    CellUnreadable,
    day_read,
    no_longer,
    text_in,
    word_in,
    word_key,
)
from answerable_site.training.rules.intake.columns import Column, Columns
from answerable_site.training.rules.recording import DaysOutOfOrder, check_order, check_result
from answerable_site.training.rules.words import Outcome

LONGEST: Final = 200
_WORDS: Final = {
    **{word_key(one.value): one for one in Outcome},
    **{word_key(one.label): one for one in Outcome},
    **dict.fromkeys(("pass", "p", "qualified", "successful", "completed"), Outcome.PASSED),
    **dict.fromkeys(("fail", "f", "not passed", "unsuccessful", "referred"), Outcome.FAILED),
    **dict.fromkeys(("yes", "y", "present", "attended only"), Outcome.ATTENDED),
    **dict.fromkeys(
        ("no", "n", "dna", "absent", "no show", "withdrew", "withdrawn", "cancelled"),
        Outcome.DID_NOT_ATTEND,
    ),
    **dict.fromkeys(("reserved", "place given", "confirmed"), Outcome.BOOKED),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be loaded."""

    sentence: str
    column: Column | None = None
    """Empty where the row as a whole is wrong."""


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place on an event as one row tells it."""

    email: str
    person: str
    """As the list names them; shown only, for an e-mail address says for certain who is meant."""
    course: str
    version: str
    first_day: date
    last_day: date
    place: str
    outcome: Outcome
    result_on: date
    """The last day of the event where the row names none."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read."""

    number: int
    """Counted from 1, as a spreadsheet program does."""
    listed: ListedPlace | None
    """None where something about it is wrong."""
    problems: tuple[Problem, ...]


def rows_of(rows: Sequence[Sequence[Value]], columns: Columns, *, today: date) -> Iterator[ReadRow]:
    """Every row below the headers that holds anything.

    Args:
        rows: of the file, the one with the headers included.
        columns: which column tells what, without problems.
        today: the civil date; no result is from a day after it.
    """
    for position, row in enumerate(rows[columns.header_row :], start=columns.header_row):
        if any(str(value).strip() for value in row):
            yield _read(position + 1, row, columns, today)


def _read(number: int, row: Sequence[Value], columns: Columns, today: date) -> ReadRow:
    told: dict[Column, Any] = {}
    problems: list[Problem] = []
    for column, position in columns.places.items():
        value = row[position] if position < len(row) else ""
        if not str(value).strip():
            continue
        try:
            told[column] = _READERS[column](value)
        except CellUnreadable as unclear:
            problems.append(Problem(str(unclear), column))
    failed = {problem.column for problem in problems}
    problems += [
        Problem("The cell is empty. Every row needs it.", column)
        for column in Column
        if column.is_required and column not in told and column not in failed
    ]
    if problems:
        return ReadRow(number, None, tuple(problems))
    listed = _listed(told)
    problem = _contradiction(listed, today)
    return ReadRow(number, None, (problem,)) if problem else ReadRow(number, listed, ())


def _listed(told: dict[Column, Any]) -> ListedPlace:
    last_day = told[Column.LAST_DAY]
    return ListedPlace(
        email=told[Column.EMAIL],
        person=told.get(Column.PERSON, ""),
        course=told[Column.COURSE],
        version=told[Column.VERSION],
        first_day=told.get(Column.FIRST_DAY, last_day),
        last_day=last_day,
        place=told[Column.PLACE],
        outcome=told.get(Column.OUTCOME, Outcome.BOOKED),
        result_on=told.get(Column.RESULT_ON, last_day),
    )


def _contradiction(listed: ListedPlace, today: date) -> Problem | None:
    try:
        check_order(listed.first_day, listed.last_day, "The last day comes before the first.")
        if listed.outcome is not Outcome.BOOKED:
            check_result(
                listed.outcome,
                listed.result_on,
                first_day=listed.first_day,
                last_day=listed.last_day,
                today=today,
            )
    except DaysOutOfOrder as problem:
        return Problem(f"{str(problem).rstrip('.')}.")
    return None


def _text(value: Value) -> str:
    return no_longer(text_in(value), LONGEST)


_READERS: Final[dict[Column, Callable[[Value], Any]]] = {
    Column.EMAIL: lambda value: _text(value).casefold(),
    Column.PERSON: _text,
    Column.COURSE: _text,
    Column.VERSION: _text,
    Column.FIRST_DAY: day_read,
    Column.LAST_DAY: day_read,
    Column.PLACE: _text,
    Column.OUTCOME: lambda value: word_in(
        value, _WORDS, "Write booked, attended, did not attend, passed or failed."
    ),
    Column.RESULT_ON: day_read,
}
