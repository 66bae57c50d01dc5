"""From lines to drafts of items: what asks somebody to act, and where it starts and ends."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.extraction.find.drafts import Draft
from answerable.extraction.find.tables import ItemTable
from answerable.extraction.find.walk import Walk
from answerable.extraction.lines import Line
from answerable.extraction.sections import Section


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk through a document found."""

    drafts: list[Draft]
    replies: tuple[tuple[str | None, Line], ...]
    """Words of a response right below an item, with the item's number."""


def find(
    divided: tuple[tuple[Line, Section], ...],
    tables: dict[int, ItemTable],
    *,
    is_response: bool,
    is_letter: bool,
) -> Found:
    """The items of a document, the same one as often as it is printed, and replies below them.

    Args:
        divided: the lines with their sections.
        tables: the tables that list items.
        is_response: the paper answers a report; its own prose recommends nothing.
        is_letter: the paper is a letter, in which "The chief constable should" recommends.
    """
    walk = Walk(is_response=is_response, is_letter=is_letter)
    read: set[int] = set()
    for line, section in divided:
        cell = line.block.cell
        if cell is None or cell.table not in tables:
            walk.take(line, section)
        elif cell.table not in read:
            read.add(cell.table)
            walk.take_table(tables[cell.table], section)
    return Found(walk.finish(), tuple(walk.replies))
