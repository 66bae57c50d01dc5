"""Which tables list items, and what their columns hold: by their headings and by their cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from answerable.extraction.find.columns import Column, column_of
from answerable.extraction.find.tables.content import (
    is_deadline,
    is_item_text,
    is_label,
    role_by_content,
)
from answerable.extraction.find.tables.forms import form_of
from answerable.extraction.find.tables.model import ItemTable, Row, kind_named, words_of
from answerable.extraction.find.tables.settling import settled
from answerable.extraction.lines import Line
from answerable.extraction.sections.headings import named_part
from answerable.extraction.sections.model import Part
from answerable.extraction.wording import is_unfinished

_FEWEST_ROWS: Final = 2
_DEEPEST_HEADER: Final = 3
_LONGEST_HEADING: Final = 8


def item_tables(lines: tuple[Line, ...]) -> dict[int, ItemTable]:
    """The tables that list items, by their number in the document."""
    found: dict[int, ItemTable] = {}
    above: int | None = None
    parts = _parts(lines)
    for table, rows in _tables(lines).items():
        part = parts.get(table)
        read = form_of(rows) or _headed(rows, part)
        if read is None and above is not None and (rest := _continued(rows, found[above])):
            found[above], read = _rejoined(found[above], rest)
        read = read or _labelled(rows) or _unheaded(rows, part)
        if read is not None:
            found[table] = read
        above = None if read is None else table
    return found


def _tables(lines: tuple[Line, ...]) -> dict[int, list[Row]]:
    tables: dict[int, dict[int, Row]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for line in lines:
        cell = line.block.cell
        if cell is not None:
            tables[cell.table][cell.row][cell.column].append(line)
    return {table: list(rows.values()) for table, rows in tables.items()}


def _parts(lines: tuple[Line, ...]) -> dict[int, Part]:
    """What the last heading above a table opens, where we know it."""
    found: dict[int, Part] = {}
    part: Part | None = None
    for line in lines:
        if line.block.cell is not None:
            if part is not None:
                found.setdefault(line.block.cell.table, part)
        elif (opened := named_part(line)) is not None:
            part = opened.part
        elif line.looks_like_heading:
            part = None
    return found


def _headed(rows: list[Row], part: Part | None) -> ItemTable | None:
    """A table below a row of headings, which may have a title or group headings above it."""
    tops = [at for at, row in enumerate(rows[:_DEEPEST_HEADER]) if _is_header(row)]
    for at in sorted(tops, key=lambda at: -_known(rows[at])):
        header = {column: words_of(cell) for column, cell in rows[at].items()}
        below = tuple(row for row in rows[at + 1 :] if not _repeats(row, rows[at]))
        columns = settled(header, below, part)
        if columns is not None:
            text = next(column for column, role in columns.items() if role is Column.TEXT)
            return ItemTable(columns, below, kind_named(header.get(text, "")))
    return None


def _is_header(row: Row) -> bool:
    cells = [words_of(cell) for cell in row.values()]
    return len(cells) > 1 and all(_may_head(words) for words in cells)


def _may_head(words: str) -> bool:
    if column_of(words) is not Column.OTHER:
        return len(words.split()) <= _LONGEST_HEADING or not is_item_text(words)
    return not (is_item_text(words) or is_label(words) or is_deadline(words))


def _known(row: Row) -> int:
    """How many cells of a row are headings that we know."""
    return sum(column_of(words_of(cell)) is not Column.OTHER for cell in row.values())


def _repeats(row: Row, header: Row) -> bool:
    return all(words_of(row.get(column, [])) == words_of(cell) for column, cell in header.items())


def _continued(rows: list[Row], before: ItemTable) -> ItemTable | None:
    """A table cut by a page goes on without a header of its own."""
    width = max(before.columns) + 1
    if any(max(row) + 1 > width for row in rows) or max(map(len, rows)) < width - 1:
        return None
    text = next(column for column, role in before.columns.items() if role is Column.TEXT)
    if not any(is_item_text(words_of(row.get(text, []))) for row in rows):
        return None
    return ItemTable(before.columns, tuple(rows), before.kind)


def _rejoined(before: ItemTable, after: ItemTable) -> tuple[ItemTable, ItemTable]:
    """Both parts of a table cut by a page, with a row that was cut whole again in the first."""
    text = next(column for column, role in before.columns.items() if role is Column.TEXT)
    last, first = before.rows[-1], after.rows[0]
    numbered = any(before.columns.get(column) is Column.NUMBER for column in first)
    cut = text in last and is_unfinished(words_of(last[text]))
    if numbered or not cut or not words_of(first.get(text, []))[:1].islower():
        return before, after
    whole = {**last, text: [*last[text], *first[text]]}
    return (
        replace(before, rows=(*before.rows[:-1], whole)),
        replace(after, rows=after.rows[1:]),
    )


def _labelled(rows: list[Row]) -> ItemTable | None:
    """A table without a header whose every row has a label and a request."""
    if len(rows) < _FEWEST_ROWS:
        return None
    columns = sorted({column for row in rows for column in row})
    full = {column: [words_of(row[column]) for row in rows if column in row] for column in columns}
    whole = [column for column in columns if len(full[column]) == len(rows)]
    labels = [column for column in whole if all(map(is_label, full[column]))]
    texts = [c for c in whole if c not in labels and all(map(is_item_text, full[c]))]
    if not labels or not texts:
        return None
    roles = {column: _beside(full[column]) for column in columns}
    roles |= {labels[0]: Column.NUMBER, texts[0]: Column.TEXT}
    return ItemTable(roles, tuple(rows), kind_named(full[labels[0]][0]))


def _beside(cells: list[str]) -> Column:
    role = role_by_content(cells)
    return Column.OTHER if role in {Column.NUMBER, Column.TEXT} else role


def _unheaded(rows: list[Row], part: Part | None) -> ItemTable | None:
    """A table without a header whose cells show what its columns hold."""
    tops = rows[:_DEEPEST_HEADER]
    if len(rows) < _FEWEST_ROWS or any(_is_header(row) and _known(row) > 1 for row in tops):
        return None
    columns = settled({}, tuple(rows), part)
    return None if columns is None else ItemTable(columns, tuple(rows), None)
