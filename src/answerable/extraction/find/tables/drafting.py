"""Drafts of items from the rows of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from answerable.extraction.addressees import sole_bodies
from answerable.extraction.dates import dates_in
from answerable.extraction.deadlines import sole_deadline
from answerable.extraction.find.attributes import Attribute, Said, attach, is_over
from answerable.extraction.find.columns import Column
from answerable.extraction.find.drafts import Draft, Signal
from answerable.extraction.find.tables.content import is_item_text
from answerable.extraction.find.tables.labels import label_of
from answerable.extraction.find.tables.model import ItemTable, Row, kind_named, words_of
from answerable.extraction.lines import Line
from answerable.extraction.model import Addressee, ItemKind
from answerable.extraction.wording import is_unfinished

Cells: TypeAlias = dict[Column, list[Line]]
"""The cells of a row by what they hold."""

_LONGEST_GROUP: Final = 12
_NARROW: Final = 2
"""Columns of a table that may leave a cell of an item's row empty."""
_TO_WHOM: Final = re.compile(r"^.{0,40}?\b(?:for|to)\s+(?:the\s+)?", re.IGNORECASE)
_YES: Final = re.compile(r"^(?:yes|y|✓|✔|☑|✅)(?:\W|$)", re.IGNORECASE)
_BESIDE: Final = {
    Column.STATUS: Attribute.STATUS,
    Column.DEADLINE: Attribute.DEADLINE,
    Column.ADDRESSEE: Attribute.ADDRESSEE,
}


@dataclass(frozen=True, slots=True)
class _Group:
    """What a row across the table says of the rows below it."""

    kind: ItemKind | None = None
    is_past: bool = False
    addressees: tuple[Addressee, ...] = ()
    deadline_worded: str | None = None


def drafts_of(table: ItemTable, kind: ItemKind, run: int) -> list[Draft]:
    """The items of a table; rows that are closed or past are marked so."""
    drafts: list[Draft] = []
    group = _Group()
    for row in table.rows:
        heading = _group_heading(row, table)
        if heading is not None:
            group = _group(heading)
            continue
        cells: Cells = {
            role: cell
            for column, cell in row.items()
            if (role := table.columns.get(column, Column.OTHER)) is not Column.OTHER
        }
        if drafts and _carries_on(drafts[-1], cells):
            for line in cells[Column.TEXT]:
                drafts[-1].carry_on(line)
        elif Column.TEXT in cells:
            draft = _draft(cells, group.kind or table.kind or kind, run)
            draft.is_past = draft.is_past or group.is_past
            draft.addressees = draft.addressees or group.addressees
            draft.deadline_worded = draft.deadline_worded or group.deadline_worded
            drafts += [draft] if _stands(draft, cells) else []
    return drafts


def _group_heading(row: Row, table: ItemTable) -> str | None:
    """The words of a row that is one short cell across a wider table, and no item."""
    if len(row) > 1 or len(table.columns) <= _NARROW:
        return None
    words = words_of(next(iter(row.values())))
    is_heading = len(words.split()) <= _LONGEST_GROUP and not is_item_text(words)
    return words if is_heading and words[:1].isupper() else None


def _group(heading: str) -> _Group:
    deadline = sole_deadline(heading)
    return _Group(
        kind_named(heading),
        is_over(heading),
        sole_bodies(_TO_WHOM.sub("", heading)),
        deadline.worded if deadline else None,
    )


def _draft(cells: Cells, kind: ItemKind, run: int) -> Draft:
    first = cells[Column.TEXT][0]
    draft = Draft(kind, None, run, first.start, first.page, signals={Signal.TABLE})
    draft.number = label_of(words_of(cells.get(Column.NUMBER, [])))
    named = cells.get(Column.KIND) or cells.get(Column.NUMBER, [])
    draft.kind = kind_named(words_of(named)) or kind
    for line in cells[Column.TEXT]:
        _gather(draft, line)
    for column, attribute in _BESIDE.items():
        if column in cells:
            attach(draft, Said(attribute, words_of(cells[column])))
    draft.is_past = draft.is_past or _tells_closed(words_of(cells.get(Column.CLOSED, [])))
    return draft


def _tells_closed(words: str) -> bool:
    """Whether a cell that asks if or when an item was closed says yes or gives a date."""
    return _YES.match(words) is not None or is_over(words) or any(True for _ in dates_in(words))


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


def _stands(draft: Draft, cells: Cells) -> bool:
    """Whether a row is an item: it asks, or its own cells call a whole sentence one."""
    if is_item_text(" ".join([draft.text, *(point.text for point in draft.points)])):
        return True
    called = kind_named(words_of(cells.get(Column.KIND) or cells.get(Column.NUMBER, [])))
    return called is not None and bool(draft.text) and not is_unfinished(draft.text)


def _carries_on(draft: Draft, cells: Cells) -> bool:
    """Whether a row is the rest of the row above, cut by a page."""
    text = words_of(cells.get(Column.TEXT, []))
    return (
        Column.NUMBER not in cells
        and text[:1].islower()
        and draft.last is not None
        and is_unfinished(draft.last.text)
    )
