"""Forms: a label and its value in each row, for one item or for several below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from answerable.extraction.find.columns import Column, column_of
from answerable.extraction.find.tables.content import is_deadline, is_item_text, is_kind
from answerable.extraction.find.tables.labels import label_of
from answerable.extraction.find.tables.model import ItemTable, Row, kind_named, words_of
from answerable.extraction.lines import Line
from answerable.extraction.marks import Mark, MarkKind, mark_of
from answerable.extraction.model import ItemKind

Record: TypeAlias = dict[Column, list[Line]]
"""What a form enters for one item, or one row of it."""

_LONGEST_LABEL: Final = 10
_FEWEST_ROWS: Final = 2
_FEWEST_WORDS: Final = 5
"""In the statement of a cause of concern."""
_ROLES: Final = tuple(Column)
_OPENERS: Final = {Column.NUMBER, Column.KIND, Column.TEXT}
_REPLIES: Final = {Column.RESPONSE, Column.CHIEF_RESPONSE}
_CHIEF: Final = re.compile(
    r"^(?:the )?(?:chief (?:constable|officer)|force|constabulary)\b", re.IGNORECASE
)
_BODY: Final = re.compile(
    r"^(?:the )?(?:(?:local )?policing body|(?:deputy )?(?:police(?:,? fire)? and crime )?"
    r"commissioner|pf?cc|opcc|(?:deputy )?mayor)\b",
    re.IGNORECASE,
)


def form_of(rows: list[Row]) -> ItemTable | None:
    """The items of a form as rows of a table, or None where the table is no form.

    A form's first column holds labels alone. What is replied, who owns an item and by when stand
    beside their labels, and no reply is an item.
    """
    if not all(map(_is_row_of_form, rows)):
        return None
    paired = [row for row in rows if len(row) > 1 and _entered(*_cells(row))]
    records = list(_records(rows))
    if len(paired) < _FEWEST_ROWS or not records:
        return None
    used = {role for record in records for role in record}
    return ItemTable(
        {_ROLES.index(role): role for role in used},
        tuple({_ROLES.index(role): cell for role, cell in record.items()} for record in records),
        None,
    )


def _cells(row: Row) -> list[list[Line]]:
    return [row[column] for column in sorted(row)]


def _is_row_of_form(row: Row) -> bool:
    """Whether a row is one cell across the table, or a label and its value."""
    first, *others = map(words_of, _cells(row))
    if not others:
        return True
    return len(others) == 1 and len(first.split()) <= _LONGEST_LABEL and not is_item_text(first)


def _records(rows: list[Row]) -> Iterator[Record]:
    """What is entered for each item, one after the other."""
    record: Record = {}
    for entered in _rows_entered(rows):
        if Column.TEXT in record and any(role in record for role in entered if role in _OPENERS):
            yield record
            record = {}
        for role, cell in entered.items():
            if role in _REPLIES and Column.TEXT in record:
                record[role] = [*record.get(role, []), *cell]
            elif role in _OPENERS or (role not in _REPLIES and _OPENERS & record.keys()):
                record.setdefault(role, cell)
    if Column.TEXT in record:
        yield record


def _rows_entered(rows: list[Row]) -> Iterator[Record]:
    """What each row enters; a label across the table stands for the row below it."""
    label: list[Line] | None = None
    for row in rows:
        cells = _cells(row)
        if len(cells) > 1:
            label = None
            yield _entered(*cells)
        elif _is_label(words_of(cells[0])):
            label = cells[0]
        elif label is not None:
            yield _entered(label, cells[0])
            label = None
        elif is_item_text(words_of(cells[0])):
            yield {Column.TEXT: cells[0]}


def _is_label(words: str) -> bool:
    return len(words.split()) <= _LONGEST_LABEL and (
        _bare_name(words) is not None or _role_of(words) is not Column.OTHER
    )


def _entered(label: list[Line], value: list[Line]) -> Record:
    """What a label and its value enter, or nothing where the label is unknown."""
    words, said = words_of(label), words_of(value)
    name, role = _bare_name(words), _role_of(words)
    if name is not None or role is Column.TEXT:
        return _item_entered(label, value, name)
    return {role: value} if _may_say(role, said) else {}


def _may_say(role: Column, said: str) -> bool:
    """Whether a value is what its label promises; "Response due" stands beside no reply."""
    if role in _REPLIES:
        return not is_deadline(said)
    if role is Column.NUMBER:
        return label_of(said) is not None
    return is_kind(said) if role is Column.KIND else role is not Column.OTHER


def _item_entered(label: list[Line], value: list[Line], name: Mark | None) -> Record:
    """An item's words, or its number, beside the name of its kind."""
    said = words_of(value)
    kind = kind_named(words_of(label))
    entered: Record = {} if kind is None else {Column.KIND: label}
    states = kind is ItemKind.CAUSE_OF_CONCERN and len(said.split()) >= _FEWEST_WORDS
    if is_item_text(said) or states:
        entered[Column.TEXT] = value
    elif label_of(said):
        return entered | {Column.NUMBER: value}
    else:
        return {}
    if name is not None and name.label is not None:
        entered[Column.NUMBER] = label
    return entered


def _bare_name(words: str) -> Mark | None:
    """The name of an item where a cell says nothing else ("Recommendation 4")."""
    mark = mark_of(words)
    is_bare = mark is not None and mark.kind is MarkKind.NAMED and mark.length == len(words)
    return mark if is_bare else None


def _role_of(label: str) -> Column:
    """What a label says of its value; in a form a body's name stands before its reply."""
    role = column_of(label)
    if role is not Column.OTHER:
        return role
    if _CHIEF.match(label):
        return Column.CHIEF_RESPONSE
    return Column.RESPONSE if _BODY.match(label) else Column.OTHER
