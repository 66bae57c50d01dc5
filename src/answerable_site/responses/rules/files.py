"""What may be kept as proof, and what a letter that was read says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from answerable.documents import Block, BlockKind, Document

MOST_BYTES = 20 * 1024 * 1024
"""A larger file is no proof that anybody would open."""

_FURNITURE = {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER}


def words_of(document: Document) -> str:
    """The words of a letter as somebody would type them into a text field.

    A blank line parts paragraphs; list items begin with "- "; the cells of a row are parted by
    semicolons. What stands at the head and foot of pages is left out.
    """
    blocks = (block for block in document.blocks if block.kind not in _FURNITURE)
    return "\n\n".join(_parts(blocks))


def _parts(blocks: Iterator[Block]) -> Iterator[str]:
    for key, run in groupby(blocks, key=_belongs_together):
        texts = [" ".join(block.text.split()) for block in run]
        match key:
            case ("list",):
                yield "\n".join(f"- {_unbulleted(text)}" for text in texts)
            case ("row", *_):
                yield "; ".join(texts)
            case _:
                yield from texts


def _belongs_together(block: Block) -> tuple[object, ...]:
    if block.cell:
        return ("row", block.cell.table, block.cell.row)
    return ("list",) if block.kind is BlockKind.LIST_ITEM else ("paragraph",)


def _unbulleted(text: str) -> str:
    return text.lstrip("•▪◦‣–- ") or text
