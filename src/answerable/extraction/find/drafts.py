"""Items while they are being found: pieces of text gathered line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from answerable.extraction.lines import Line
from answerable.extraction.model import Addressee, ItemKind


class Signal(StrEnum):
    """Why the rules take a passage for an item."""

    NAMED = "It is printed with the name of its kind."
    NUMBERED = "It is numbered in a list of such items."
    LISTED = "It stands under a heading for such items."
    TABLE = "It is a row of a table of such items."
    RECOMMENDS = "It says that it recommends."
    ASKS = "It says what somebody should do."
    COMMANDS = "It starts with what is to be done."
    LEADS = "It names who should act and lists what should be done."
    ADDRESSED = "It names who should act, and by when."


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the document that belongs to an item, and its words without what breaks them."""

    text: str
    start: int
    end: int
    page: int
    label: str | None = None
    """The printed label of a sub-point."""


_OPEN_END: Final = re.compile(r"\b(?:should|must|to|that|by)\s*$")


@dataclass(slots=True, eq=False)
class Draft:
    """An item that may still grow."""

    kind: ItemKind
    number: str | None
    run: int
    """Items of one list or part share a run; the same item is never printed twice in a run."""
    start: int
    page: int
    pieces: list[Piece] = field(default_factory=list)
    points: list[Piece] = field(default_factory=list)
    signals: set[Signal] = field(default_factory=set)
    parent: Draft | None = None
    deadline_worded: str | None = None
    """A deadline printed beside the item: in a column, a line of its own or the lead-in."""
    addressees: tuple[Addressee, ...] = ()
    """Addressees printed beside the item."""
    doubts: list[str] = field(default_factory=list)
    title: Piece | None = None
    """Words printed beside the label that only name the subject."""
    tentative: list[Piece] = field(default_factory=list)
    """Explanation after a cause of concern: its own if recommendations follow in the panel."""
    is_past: bool = False
    frame: str | None = None
    """The box or table in which it stands; outside it the item is over."""

    @property
    def text(self) -> str:
        """The gathered text: broken sentences joined by a space, paragraphs by a line feed."""
        joined = ""
        for piece in self.pieces:
            gap = "" if not joined else " " if _runs_on(joined, piece.text) else "\n"
            joined += gap + piece.text
        return joined

    @property
    def whole(self) -> str:
        """Text and sub-points together."""
        return " ".join([self.text, *(point.text for point in self.points)])

    @property
    def is_lead(self) -> bool:
        """Whether the text ends so that bullets complete its sentence."""
        ends = self.text.rstrip().endswith((":", "–", "—", "…", "..."))
        return ends or _OPEN_END.search(self.text[-40:]) is not None

    @property
    def last(self) -> Piece | None:
        """The piece that ends it so far."""
        gathered = [*self.pieces, *self.points]
        return max(gathered, key=lambda piece: piece.start) if gathered else None

    @property
    def end(self) -> int:
        """Offset one past its last character."""
        return max([self.start, *(piece.end for piece in [*self.pieces, *self.points])])

    def say(self, line: Line) -> None:
        """Add a line's words to the text."""
        self.pieces.append(Piece(line.body, line.body_start, line.end, line.page))

    def point(self, line: Line) -> None:
        """Add a line as a sub-point."""
        label = line.mark.label if line.mark else None
        self.points.append(Piece(line.body, line.body_start, line.end, line.page, label))

    def carry_on(self, line: Line) -> None:
        """Add a line to the sub-point or text that broke off before it."""
        gathered = self.points if self.last in self.points else self.pieces
        last = gathered[-1]
        gathered[-1] = replace(last, text=f"{last.text} {line.text}", end=line.end)


def _runs_on(before: str, after: str) -> bool:
    return before.rstrip()[-1:] not in {".", ":", ";", "!", "?", "”"} or after[:1].islower()
