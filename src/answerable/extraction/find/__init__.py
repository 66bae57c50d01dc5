"""From lines to drafts of items: what asks somebody to act, and where it starts and ends."""

from __future__ import annotations

from answerable.extraction.find.drafts import Draft
from answerable.extraction.find.tables import ItemTable
from answerable.extraction.find.walk import Walk
from answerable.extraction.lines import Line
from answerable.extraction.sections import Section


def find(
    divided: tuple[tuple[Line, Section], ...],
    tables: dict[int, ItemTable],
    *,
    is_response: bool,
    is_letter: bool,
) -> list[Draft]:
    """The items of a document, the same one as often as it is printed.

    Args:
        divided: the lines with their sections.
        tables: the tables that list items.
        is_response: the paper answers a report; its own prose recommends nothing.
        is_letter: the paper is a letter, in which "The chief constable should" recommends.
    """
    walk = Walk(takes_prose=not is_response, is_letter=is_letter)
    read: set[int] = set()
    for line, section in divided:
        cell = line.block.cell
        if cell is None or cell.table not in tables:
            walk.take(line, section)
        elif cell.table not in read:
            read.add(cell.table)
            walk.take_table(tables[cell.table], section)
    return walk.finish()
