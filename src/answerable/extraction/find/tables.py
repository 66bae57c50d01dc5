"""Tables of items: a row each, with columns for number, text, addressee, deadline and state."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final, TypeAlias

from answerable.extraction.addressees import sole_bodies
from answerable.extraction.deadlines import sole_deadline
from answerable.extraction.find.attributes import Attribute, Said, attach
from answerable.extraction.find.columns import Column, column_of
from answerable.extraction.find.drafts import Draft, Signal
from answerable.extraction.lines import Line
from answerable.extraction.marks import mark_of
from answerable.extraction.model import ItemKind
from answerable.extraction.wording import asks, commands, is_unfinished, recommends

Rows: TypeAlias = dict[int, dict[int, list[Line]]]

_FEWEST_ROWS: Final = 2
_LABEL_CELL: Final = re.compile(
    r"^(?:recommendation|rec\.?|afi|area for improvement"
    r"|no\.?)?\s*(?P<label>(?:[A-Z]{1,5}[-/ ]?){0,3}\d{1,4}(?:[./-]\d{1,4}){0,3}\s?[a-z]?"
    r"|[ivxIVX]{1,5}|[a-zA-Z])[.):]?$",
    re.IGNORECASE,
)
_OTHER_STATES: Final = {
    Column.STATUS: Attribute.STATUS,
    Column.DEADLINE: Attribute.DEADLINE,
    Column.ADDRESSEE: Attribute.ADDRESSEE,
}


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table of items: what its columns hold and its rows below the header."""

    columns: dict[int, Column]
    rows: tuple[dict[int, list[Line]], ...]
    kind: ItemKind | None
    """The kind of item that the header names."""


def item_tables(lines: tuple[Line, ...]) -> dict[int, ItemTable]:
    """The tables that list items, by their number in the document."""
    found: dict[int, ItemTable] = {}
    before: ItemTable | None = None
    for table, rows in _tables(lines).items():
        read = _item_table(rows) or _continued(rows, before) or _unheaded(rows)
        if read is not None:
            found[table] = read
        before = read
    return found


def drafts_of(table: ItemTable, kind: ItemKind, run: int) -> list[Draft]:
    """The items of a table; rows that are closed or past are marked so."""
    drafts: list[Draft] = []
    for row in table.rows:
        by_column = {
            table.columns.get(column, Column.OTHER): cell
            for column, cell in row.items()
            if table.columns.get(column) is not Column.OTHER
        }
        text = by_column.get(Column.TEXT, [])
        if not text:
            continue
        if drafts and _carries_on(drafts[-1], by_column):
            for line in text:
                drafts[-1].carry_on(line)
            continue
        draft = _draft(by_column, table.kind or kind, run)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _tables(lines: tuple[Line, ...]) -> dict[int, Rows]:
    tables: dict[int, Rows] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for line in lines:
        cell = line.block.cell
        if cell is not None:
            tables[cell.table][cell.row][cell.column].append(line)
    return tables


def _item_table(rows: Rows) -> ItemTable | None:
    for position, row in list(rows.items())[:3]:
        columns = {column: column_of(_words(cell)) for column, cell in row.items()}
        if len(row) > 1 and Column.TEXT in columns.values():
            below = tuple(
                cells for at, cells in rows.items() if at > position and not _repeats(cells, row)
            )
            settled = _settled(columns, below)
            if settled and below:
                headers = " ".join(
                    _words(cell)
                    for column, cell in row.items()
                    if settled.get(column) is Column.TEXT
                )
                return ItemTable(settled, below, _kind_of(headers))
    return None


def _settled(
    columns: dict[int, Column], rows: tuple[dict[int, list[Line]], ...]
) -> dict[int, Column] | None:
    """The columns, with the text found where "Recommendation" heads the numbers, or None."""
    texts = [column for column, role in columns.items() if role is Column.TEXT]
    all_columns = sorted({column for row in rows for column in row})
    worth = {
        column: sum(_is_item_text(_words(row[column])) for row in rows if column in row)
        for column in all_columns
    }
    labels = {
        column: sum(bool(_LABEL_CELL.match(_words(row[column]))) for row in rows if column in row)
        for column in all_columns
    }
    best = max(texts, key=lambda column: worth.get(column, 0))
    if worth.get(best, 0) == 0 or labels.get(best, 0) > len(rows) / 2:
        others = [
            c
            for c in all_columns
            if columns.get(c, Column.OTHER) in {Column.OTHER, Column.TEXT} and worth[c]
        ]
        if not others:
            return None
        columns = {**columns, best: Column.NUMBER}
        best = max(others, key=lambda column: worth[column])
    settled: dict[int, Column] = {
        column: (Column.OTHER if role is Column.TEXT else role) for column, role in columns.items()
    }
    settled[best] = Column.TEXT
    if Column.NUMBER not in settled.values():
        for column in all_columns:
            if settled.get(column, Column.OTHER) is Column.OTHER and labels[column] > len(rows) / 2:
                settled[column] = Column.NUMBER
                break
    return settled


def _continued(rows: Rows, before: ItemTable | None) -> ItemTable | None:
    """A table cut by a page goes on without a header of its own."""
    if before is None:
        return None
    width = max(before.columns) + 1
    if (
        any(max(row) + 1 > width for row in rows.values())
        or len(next(iter(rows.values()))) < width - 1
    ):
        return None
    text = next(column for column, role in before.columns.items() if role is Column.TEXT)
    if not any(_is_item_text(_words(row.get(text, []))) for row in rows.values()):
        return None
    return ItemTable(before.columns, tuple(rows.values()), before.kind)


def _unheaded(rows: Rows) -> ItemTable | None:
    """A table without a header whose every row has a label and a request."""
    if len(rows) < _FEWEST_ROWS:
        return None
    columns = sorted({column for row in rows.values() for column in row})
    cells = {
        column: [_words(row[column]) for row in rows.values() if column in row]
        for column in columns
    }
    full = [column for column in columns if len(cells[column]) == len(rows)]
    labels = [c for c in full if all(_LABEL_CELL.match(words) for words in cells[c])]
    texts = [c for c in full if c not in labels and all(_is_item_text(w) for w in cells[c])]
    if not labels or not texts:
        return None
    roles = {column: _role_by_content(cells[column]) for column in columns}
    roles |= {labels[0]: Column.NUMBER, texts[0]: Column.TEXT}
    kind = _kind_of(cells[labels[0]][0])
    return ItemTable(roles, tuple(rows.values()), kind)


def _role_by_content(cells: list[str]) -> Column:
    if sum(sole_deadline(words) is not None for words in cells) * 2 > len(cells):
        return Column.DEADLINE
    if sum(bool(sole_bodies(words)) for words in cells) * 2 > len(cells):
        return Column.ADDRESSEE
    return Column.OTHER


def _draft(cells: dict[Column, list[Line]], kind: ItemKind, run: int) -> Draft | None:
    text = cells[Column.TEXT]
    first = text[0]
    draft = Draft(kind, None, run, first.start, first.page, signals={Signal.TABLE})
    if Column.NUMBER in cells:
        found = _LABEL_CELL.match(_words(cells[Column.NUMBER]))
        draft.number = found["label"].replace(" ", "") if found else None
    if Column.KIND in cells:
        draft.kind = _kind_of(_words(cells[Column.KIND])) or kind
    elif Column.NUMBER in cells:
        draft.kind = _kind_of(_words(cells[Column.NUMBER])) or kind
    for line in text:
        _gather(draft, line)
    for column, attribute in _OTHER_STATES.items():
        if column in cells:
            attach(draft, Said(attribute, _words(cells[column])))
    return (
        draft
        if _is_item_text(draft.text + " ".join(point.text for point in draft.points))
        else None
    )


def _gather(draft: Draft, line: Line) -> None:
    if not draft.pieces and line.mark and (line.mark.label or line.is_named):
        draft.number = draft.number or line.mark.label
        draft.kind = line.mark.names or draft.kind
        if line.body:
            draft.say(line)
    elif draft.pieces and line.mark:
        draft.point(line)
    else:
        draft.say(line)


def _carries_on(draft: Draft, cells: dict[Column, list[Line]]) -> bool:
    """Whether a row is the rest of the row above, cut by a page."""
    text = _words(cells[Column.TEXT])
    numbered = bool(_words(cells.get(Column.NUMBER, [])))
    return (
        not numbered
        and text[:1].islower()
        and draft.last is not None
        and is_unfinished(draft.last.text)
    )


def _is_item_text(text: str) -> bool:
    mark = mark_of(text)
    body = text[mark.length :] if mark else text
    return (
        asks(text)
        or recommends(text)
        or commands(body)
        or bool(re.match(r"that\s", body, re.IGNORECASE))
    )


def _repeats(row: dict[int, list[Line]], header: dict[int, list[Line]]) -> bool:
    return all(_words(row.get(column, [])) == _words(cell) for column, cell in header.items())


def _kind_of(words: str) -> ItemKind | None:
    lowered = words.lower()
    if "cause" in lowered and "recommendation" not in lowered:
        return ItemKind.CAUSE_OF_CONCERN
    if re.search(r"\brec", lowered):
        return ItemKind.RECOMMENDATION
    if "improvement" in lowered or "afi" in lowered:
        return ItemKind.AREA_FOR_IMPROVEMENT
    return None


def _words(cell: list[Line]) -> str:
    return " ".join(line.text for line in cell)
