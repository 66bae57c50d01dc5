"""One row of the list becomes one response of former days, or says why it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from answerable.documents.tables import Value
from answerable.statute import SECTION_55
from answerable_site.register.rules import InspectionKind
from answerable_site.register.rules.lists import (
    CellUnreadable,
    address_in,
    kind_in,
    no_longer,
    note_in,
    proposed_kind,
    text_in,
)
from answerable_site.responses.rules.past import PastAnswer
from answerable_site.responses.rules.takeover.cells import basis_in, day_in, explained_in
from answerable_site.responses.rules.takeover.columns import Column, Columns

LONGEST_TITLE: Final = 500
LONGEST_REFERENCE: Final = 100
LONGEST_NOTE: Final = 5000


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be loaded."""

    sentence: str
    column: Column | None = None
    """Empty where the row as a whole is wrong."""


@dataclass(frozen=True, slots=True)
class ListedResponse:
    """A past response and its report as one row tells them; what is empty the row does not tell."""

    title: str
    report_published_on: date
    kind: InspectionKind | None
    legal_basis: str
    inspectorates: tuple[str, ...]
    report_address: str
    answer: PastAnswer

    @property
    def kind_taken(self) -> InspectionKind:
        """The kind as told, else as the title suggests."""
        return self.kind or proposed_kind(self.title)

    @property
    def basis_taken(self) -> str:
        """The legal basis as told, else section 55 of the Police Act 1996."""
        return self.legal_basis or SECTION_55.code


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read."""

    number: int
    """Counted from 1, as a spreadsheet program does."""
    listed: ListedResponse | None
    """None where something about it is wrong."""
    problems: tuple[Problem, ...]


def rows_of(rows: Sequence[Sequence[Value]], columns: Columns, *, today: date) -> Iterator[ReadRow]:
    """Every row below the headers that holds anything.

    Args:
        rows: of the file, the one with the headers included.
        columns: which column tells what, without problems.
        today: the civil date; no day of a past response lies after it.
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
            told[column] = _READERS[column](value, today)
        except CellUnreadable as unclear:
            problems.append(Problem(str(unclear), column))
    failed = {problem.column for problem in problems}
    problems += [
        Problem("The cell is empty. Every row needs it.", column)
        for column in Column
        if column.is_required and column not in told and column not in failed
    ]
    if not problems:
        problems += _contradictions(told)
    return ReadRow(number, None if problems else _listed(told), tuple(problems))


def _contradictions(told: dict[Column, Any]) -> Iterator[Problem]:
    report, answer = told[Column.REPORT_PUBLISHED], told.get(Column.PUBLISHED)
    if answer and answer < report:
        yield Problem("The response was published before the report.", Column.PUBLISHED)


def _listed(told: dict[Column, Any]) -> ListedResponse:
    return ListedResponse(
        title=told[Column.TITLE],
        report_published_on=told[Column.REPORT_PUBLISHED],
        kind=told.get(Column.KIND),
        legal_basis=told.get(Column.LEGAL_BASIS, ""),
        inspectorates=told.get(Column.INSPECTORATES, ()),
        report_address=told.get(Column.REPORT_ADDRESS, ""),
        answer=PastAnswer(**{_FIELDS[c]: value for c, value in told.items() if c in _FIELDS}),
    )


_FIELDS: Final = {
    Column.REFERENCE: "reference",
    Column.PUBLISHED: "published_on",
    Column.ADDRESS: "address",
    Column.INVITED: "invited_on",
    Column.COMMENTS_RECEIVED: "comments_received_on",
    Column.EXPLAINED: "explained",
    Column.COPIED_TO_INSPECTORS: "copied_to_inspectors_on",
    Column.COPIED_TO_SECRETARY: "copied_to_secretary_on",
    Column.NOTE: "note",
}
LABELS: Final = {field: column.label for column, field in _FIELDS.items()}
"""The header in the template for each field of a past answer."""


def _short_text(longest: int) -> Callable[[Value, date], str]:
    def read(value: Value, _today: date) -> str:
        return no_longer(text_in(value), longest)

    return read


def _day(value: Value, today: date) -> date:
    return day_in(value, today=today)


def _inspectorates(value: Value, _today: date) -> tuple[str, ...]:
    text = no_longer(text_in(value), LONGEST_TITLE)
    names = (name.strip() for name in re.split(r"[,;&]|\band\b", text))
    return tuple(name for name in names if name)


_READERS: Final[dict[Column, Callable[[Value, date], Any]]] = {
    Column.TITLE: _short_text(LONGEST_TITLE),
    Column.REPORT_PUBLISHED: _day,
    Column.KIND: lambda value, _: kind_in(value),
    Column.LEGAL_BASIS: lambda value, _: basis_in(value),
    Column.INSPECTORATES: _inspectorates,
    Column.REPORT_ADDRESS: lambda value, _: address_in(value),
    Column.PUBLISHED: _day,
    Column.ADDRESS: lambda value, _: address_in(value),
    Column.INVITED: _day,
    Column.COMMENTS_RECEIVED: _day,
    Column.EXPLAINED: lambda value, _: explained_in(value),
    Column.COPIED_TO_INSPECTORS: _day,
    Column.COPIED_TO_SECRETARY: _day,
    Column.REFERENCE: _short_text(LONGEST_REFERENCE),
    Column.NOTE: lambda value, _: no_longer(note_in(value), LONGEST_NOTE),
}
