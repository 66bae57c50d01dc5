"""Lines that belong together, before hyphens are healed and places are set."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from answerable.documents.model import BlockKind, Box, Cell, Style
from answerable.documents.readers.labels import split_bullet, split_number
from answerable.documents.readers.pdf.lines import Line


@dataclass(slots=True)
class Piece:
    """Lines that belong together, before hyphens are healed and places set."""

    lines: list[Line]
    kind: BlockKind
    page: int
    level: int | None = None
    boxed: bool = False
    column_right: float = 0.0
    cell: Cell | None = None
    moved: list[Line] = field(default_factory=list)
    """Lines that go on in another column or on another page."""

    @property
    def all_lines(self) -> list[Line]:
        return self.lines + self.moved

    @property
    def style(self) -> Style:
        letters = sum(len(line.text) for line in self.lines)
        bold = sum(len(line.text) for line in self.lines if line.bold)
        italic = sum(len(line.text) for line in self.lines if line.italic)
        sizes = Counter[float]()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return Style(
            size=sizes.most_common(1)[0][0],
            bold=2 * bold > letters,
            italic=2 * italic > letters,
            boxed=self.boxed,
        )

    @property
    def label(self) -> str | None:
        """The printed bullet or number at its beginning."""
        return label_of(self.lines[0])

    @property
    def box(self) -> Box:
        return Box(
            left=round(min(line.left for line in self.lines), 1),
            top=round(min(line.top for line in self.lines), 1),
            right=round(max(line.right for line in self.lines), 1),
            bottom=round(max(line.bottom for line in self.lines), 1),
        )

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.all_lines)


def label_of(line: Line) -> str | None:
    """The bullet or number that a line begins with."""
    found = split_bullet(line.text) or split_number(line.text)
    return found[0] if found else None
