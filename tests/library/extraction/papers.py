"""Short inspection papers in a light markup, for tests that read as the paper would.

A line is a paragraph. "# " to "#### " starts a heading, "• " and numbers a list item, "| a | b |"
a table row (the first is its header), "**" a bold paragraph, "[box] " stands before what is set
in a panel, "----" turns the page.
"""

from __future__ import annotations

import re

from answerable.documents.model import (
    Block,
    BlockKind,
    Cell,
    Document,
    MediaType,
    Page,
    Style,
    place,
)
from answerable.extraction import read_inspection
from answerable.extraction.model import Item, Reading


def paper(text: str) -> Document:
    """The document that a text in the markup describes."""
    blocks: list[Block] = []
    page, table, row = 1, -1, -1
    for raw in text.strip("\n").split("\n"):
        line = raw.strip()
        if line == "----":
            page += 1
        if not line.startswith("|"):
            row = -1
        if not line or line == "----":
            continue
        if line.startswith("|"):
            row += 1
            table += row == 0
            blocks += _row(line, page, table, row)
        else:
            indent = (len(raw) - len(raw.lstrip())) // 4
            blocks.append(_block(line, page, indent))
    pages = tuple(Page(number) for number in range(1, page + 1))
    return Document(MediaType.TEXT, pages, place(blocks))


def _row(line: str, page: int, table: int, row: int) -> list[Block]:
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return [
        Block(BlockKind.TABLE_CELL, part, page, 0, cell=Cell(table, row, column, row == 0))
        for column, cell in enumerate(cells)
        for part in cell.split(" / ")
    ]


def _block(line: str, page: int, indent: int) -> Block:
    boxed = line.startswith("[box] ")
    line = line.removeprefix("[box] ")
    heading = re.match(r"(#+) (.*)", line)
    if heading:
        level = len(heading[1])
        return Block(BlockKind.HEADING, heading[2], page, 0, level=level, style=Style(boxed=boxed))
    if line.startswith("**"):
        return Block(
            BlockKind.PARAGRAPH, line.strip("*"), page, 0, style=Style(bold=True, boxed=boxed)
        )
    listed = re.match(r"(?:[•–-]|\(?[0-9a-z]{1,3}[.)]) ", line)
    kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
    level = 1 + indent if listed else None
    return Block(kind, line, page, 0, level=level, style=Style(boxed=boxed))


def reading(text: str) -> Reading:
    """What is read from a paper in the markup."""
    return read_inspection(paper(text))


def items(text: str) -> tuple[Item, ...]:
    """The items of a paper in the markup."""
    return reading(text).items


def numbers(text: str) -> list[str | None]:
    """The printed numbers of a paper's items."""
    return [item.number for item in items(text)]
