"""The shape of a document once read: pages of blocks, each with its place in the text.

What a reader knows about layout travels as hints (level, style, table place, position on the
page); what the words mean is decided by `answerable.extraction`, never here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class MediaType(StrEnum):
    """The kinds of file that can be read, decided by content and never by name."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    HTML = "text/html"
    EMAIL = "message/rfc822"
    TEXT = "text/plain"


class BlockKind(StrEnum):
    """What a reader saw, not what it means."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Style:
    """Hints on how a block is set; None where the format does not say."""

    size: float | None = None
    """Font size in points of most of its characters."""
    bold: bool = False
    italic: bool = False
    boxed: bool = False
    """Inside a drawn frame or a filled panel."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table; tables are counted from 0 through the document."""

    table: int
    row: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell, in reading order.

    `text` is as printed, with the printed number or bullet first ("4. Forces should ...",
    "• record the reason"). Lines that a layout broke are joined by one space; words that a line
    end hyphenated are whole again. Deleted text of tracked changes is absent, inserted text is
    present.
    """

    kind: BlockKind
    text: str
    page: int
    """Counted from 1; 1 throughout in formats without pages."""
    start: int
    """Offset of the first character in `Document.text`."""
    level: int | None = None
    """Heading level (1 is the highest) or depth of a list item (1 is the outermost)."""
    style: Style = Style()
    box: Box | None = None
    cell: Cell | None = None
    language: str | None = None
    """A language tag where the format states one, such as "cy"."""

    @property
    def end(self) -> int:
        """Offset one past the last character in `Document.text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number, counted from 1, and its size in points (None without pages)."""

    number: int
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: what it is, its pages and its blocks in reading order.

    `text` is the blocks' texts joined by line feeds; every span in the product counts characters
    of this string.
    """

    media_type: MediaType
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    title: str | None = None
    """The title that the file states about itself, if any. Often wrong: a hint only."""
    language: str | None = None
    notes: tuple[str, ...] = field(default=())
    """Sentences about the reading itself ("Page 3 holds only a picture and was not read.")."""

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    def as_json(self) -> dict[str, Any]:
        """The document as plain data; `from_json` is its inverse."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Document:
        """A document from the plain data of `as_json`."""
        return cls(
            media_type=MediaType(data["media_type"]),
            pages=tuple(Page(**page) for page in data["pages"]),
            blocks=tuple(_block_from_json(block) for block in data["blocks"]),
            title=data["title"],
            language=data["language"],
            notes=tuple(data["notes"]),
        )


def _block_from_json(data: dict[str, Any]) -> Block:
    box, cell = data["box"], data["cell"]
    return Block(
        **{
            **data,
            "kind": BlockKind(data["kind"]),
            "style": Style(**data["style"]),
            "box": Box(**box) if box else None,
            "cell": Cell(**cell) if cell else None,
        }
    )


def place(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with `start` set so that they agree with `Document.text`; empty ones are dropped.

    Readers build blocks with start=0 and call this once.
    """
    placed, offset = [], 0
    for block in blocks:
        if not block.text.strip():
            continue
        placed.append(
            Block(
                kind=block.kind,
                text=block.text,
                page=block.page,
                start=offset,
                level=block.level,
                style=block.style,
                box=block.box,
                cell=block.cell,
                language=block.language,
            )
        )
        offset += len(block.text) + 1
    return tuple(placed)
