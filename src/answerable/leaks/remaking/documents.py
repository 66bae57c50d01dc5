"""A document from outside as blocks: its words in order, to be rendered here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from answerable.documents import Block as ReadBlock
from answerable.documents import BlockKind, Limits, Reason, Unreadable, read
from answerable.documents.reading import ask
from answerable.leaks.scanning import CHILD
from answerable.writing.blocks import (
    DEEPEST_HEADING,
    Block,
    BulletList,
    Heading,
    Paragraph,
    Runs,
    Table,
    WrittenDocument,
    is_writable,
    plain,
)

_FURNITURE: Final = {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER}
_SELECTORS: Final = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_BULLETS: Final = "•●▪–*-·○ \t"


def rendered(
    file: str | Path | bytes,
    *,
    title: str,
    author_body: str,
    on: date | None = None,
    language: str = "en-GB",
    limits: Limits = Limits(),  # noqa: B008 -- frozen
) -> WrittenDocument:
    """The words of a Word, OpenDocument, PDF, HTML or text file as a document of our own blocks.

    Nothing of the file itself goes on: not its pictures, fonts, headers and footers, comments,
    tracked changes or properties. The document is for a person to read before it is published; a
    renderer of `answerable.writing` then makes each file.

    Args:
        file: a path, or the bytes themselves.
        title: of the document that is made; the file’s own is not trusted.
        author_body: the organisation whose document it is.
        on: the date that it bears.
        language: "en-GB" or "cy-GB".
        limits: what reading may cost.

    Raises:
        Unreadable: the file cannot be read, or sets words so that nobody sees them.
        OSError: the path cannot be opened.
    """
    ask({"task": "look for disguise"}, file, limits, child=CHILD)
    found = [block for block in read(file, limits=limits).blocks if block.kind not in _FURNITURE]
    blocks = tuple(_written(found))
    if not blocks:
        raise Unreadable(Reason.EMPTY)
    return WrittenDocument(title, language, author_body, blocks, date=on)


def _written(found: list[ReadBlock]) -> Iterator[Block]:
    level = 0
    for (kind, _), some in groupby(found, key=_together):
        blocks = list(some)
        if kind is BlockKind.TABLE_CELL:
            yield _table(blocks)
        elif kind is BlockKind.LIST_ITEM:
            yield BulletList(tuple(_runs(one.text.lstrip(_BULLETS)) for one in blocks))
        elif kind is BlockKind.HEADING:
            for one in blocks:
                level = min(one.level or 1, level + 1, DEEPEST_HEADING)
                yield Heading(level, " ".join(_clean(one.text).split()))
        else:
            for one in blocks:
                yield Paragraph(_runs(one.text))


def _together(block: ReadBlock) -> tuple[BlockKind, int]:
    """What blocks that stand one after the other have in common if they are one list or table."""
    return block.kind, block.cell.table if block.cell else -1


def _table(cells: list[ReadBlock]) -> Table:
    """A table with a cell for each column in each row; its first row is its header."""
    texts: dict[tuple[int, int], str] = {}
    for one in cells:
        if one.cell:
            at = (one.cell.row, one.cell.column)
            texts[at] = f"{texts[at]}\n{_clean(one.text)}" if at in texts else _clean(one.text)
    rows = sorted({row for row, _ in texts})
    columns = sorted({column for _, column in texts})
    header, *others = (tuple(texts.get((row, column), "") for column in columns) for row in rows)
    return Table(
        caption="Table",
        header=tuple(
            " ".join(cell.split()) or f"Column {at}" for at, cell in enumerate(header, start=1)
        ),
        rows=tuple(others),
    )


def _runs(text: str) -> Runs:
    return plain(_clean(text) or "–")


def _clean(text: str) -> str:
    """The text without characters that nobody sees; a tab is a space."""
    kept = (" " if one == "\t" else one for one in text)
    return "".join(one for one in kept if is_writable(one) and not _is_unseen(one)).strip()


def _is_unseen(character: str) -> bool:
    """Whether it is a mark of format or a variation selector."""
    return unicodedata.category(character) == "Cf" or character in _SELECTORS
