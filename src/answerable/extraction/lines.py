"""A document's blocks as lines: one printed item, bullet or paragraph each, with its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from answerable.documents.model import Block, BlockKind, Document
from answerable.extraction.dates import MONTH_PATTERN
from answerable.extraction.marks import Mark, MarkKind, mark_of

_INLINE_BULLET: Final = re.compile(
    r"(?<=[\w.;:,)’”])\s+(?=[•▪●‣◦\uf0b7\uf0a7]\s)|(?<=[:;.])\s+(?=·\s)"
)
_INLINE_LABEL: Final = re.compile(
    r"(?<=[.:;)”’])\s+(?=(?:Recommendation|RECOMMENDATION|Rec\.?|AFI|Area for improvement"
    r"|Cause of concern)\s(?:[A-Z]{0,3}\d{1,3}[a-z]?)\s?(?:\([^()]{3,80}\)\s?)?"
    r"(?:[:–—]\s|[.|]\s[A-Z]|[A-Z][a-z]))"
)
_LOGGED: Final = re.compile(
    rf"(?:\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d)\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {MONTH_PATTERN}\.?,? (?:19|20)\d\d\s?[:–—|-]",
    re.IGNORECASE,
)
"""An entry of a log starts with its day, and speaks about items that stand elsewhere."""
_HEADING_LENGTH: Final = 120
LONGEST_LINE: Final = 4000
"""In characters. No paragraph that says one thing is longer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the document's text that stands for itself."""

    text: str
    start: int
    """Offset in `Document.text`."""
    block: Block
    mark: Mark | None
    joints: tuple[tuple[int, int], ...] = ()
    """Where lines that a page or column had parted were joined: offset in `text`, and the offset
    in `Document.text` of what follows."""
    is_paragraph: bool = False
    """Whether it was counted among the report's paragraphs, and so begins a thought of its own."""

    def place_of(self, offset: int) -> int:
        """The offset in `Document.text` of a character of this line."""
        joint = max((joint for joint in self.joints if joint[0] <= offset), default=(0, self.start))
        return joint[1] + offset - joint[0]

    @property
    def end(self) -> int:
        """Offset one past the last character in `Document.text`."""
        return self.place_of(len(self.text) - 1) + 1

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.block.page

    @property
    def body(self) -> str:
        """The text without its mark."""
        return self.text[self.mark.length :] if self.mark else self.text

    @property
    def body_start(self) -> int:
        """Offset of the body in `Document.text`."""
        return self.place_of(self.mark.length) if self.mark else self.start

    def body_place(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `Document.text` that a stretch of the body covers."""
        shift = self.mark.length if self.mark else 0
        return self.place_of(shift + start), self.place_of(shift + end - 1) + 1

    @property
    def frame(self) -> str | None:
        """What is drawn around it: a box, a table, or nothing."""
        if self.block.cell is not None:
            return "table"
        return "box" if self.block.style.boxed else None

    @property
    def is_bullet(self) -> bool:
        """Whether a bare bullet starts it."""
        return self.mark is not None and self.mark.kind is MarkKind.BULLET

    @property
    def is_named(self) -> bool:
        """Whether it starts by naming a kind of item ("Recommendation 4")."""
        return self.mark is not None and self.mark.kind is MarkKind.NAMED

    @property
    def is_labelled(self) -> bool:
        """Whether it starts by naming one item by its label, as "Recommendation 4" does."""
        mark = self.mark
        return self.is_named and mark is not None and mark.label is not None and mark.upto is None

    @property
    def is_bare_name(self) -> bool:
        """Whether it only names an item and says nothing of it ("Recommendation 4")."""
        return self.is_named and not self.body

    @property
    def looks_like_heading(self) -> bool:
        """Whether it is set as a heading, or is short, bold and no sentence."""
        if len(self.text) > _HEADING_LENGTH or self.text.rstrip().endswith((".", ";", ",")):
            return False
        if self.block.kind is BlockKind.HEADING:
            return True
        return self.block.style.bold and self.block.kind is BlockKind.PARAGRAPH


def lines_of(document: Document) -> tuple[Line, ...]:
    """The lines of a document in reading order, nothing left out."""
    return tuple(line for block in document.blocks for line in _lines_of_block(block))


def _lines_of_block(block: Block) -> Iterator[Line]:
    bare_item = block.kind is BlockKind.LIST_ITEM
    for start, end in _stretches(block.text):
        text = block.text[start:end]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            continue
        mark = mark_of(text)
        if mark is None and bare_item and start == 0:
            mark = Mark(MarkKind.BULLET, None, 0)
        yield Line(text, block.start + start + lead, block, mark)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    cuts = {found.end() for found in re.finditer(r"\n", text)}
    cuts |= {found.end() for found in _INLINE_BULLET.finditer(text)}
    if not _LOGGED.match(text):
        cuts |= {found.end() for found in _INLINE_LABEL.finditer(text)}
    for start, end in pairwise([0, *sorted(cuts), len(text)]):
        yield from _bounded(text, start, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in parts of bounded length, so that no input makes reading slow."""
    while end - start > LONGEST_LINE:
        space = text.rfind(" ", start + 1, start + LONGEST_LINE)
        cut = space + 1 if space > 0 else start + LONGEST_LINE
        yield start, cut
        start = cut
    yield start, end
