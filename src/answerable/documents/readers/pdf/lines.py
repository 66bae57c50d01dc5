"""Fragments side by side become printed lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from answerable.documents.readers.pdf.fragments import Fragment

_SAME_LINE: Final = 0.5
"""Share of the smaller height by which two fragments of a line overlap."""
_RAISED_SIZE: Final = 0.8
"""A number set smaller than this share beside other words refers to a note."""
_GAP: Final = 0.16


@dataclass
class Line:
    """A printed line: its fragments from left to right."""

    fragments: list[Fragment]

    @cached_property
    def left(self) -> float:
        return min(fragment.left for fragment in self.fragments)

    @cached_property
    def right(self) -> float:
        return max(fragment.right for fragment in self.fragments)

    @cached_property
    def top(self) -> float:
        return min(fragment.top for fragment in self.fragments)

    @cached_property
    def bottom(self) -> float:
        return max(fragment.bottom for fragment in self.fragments)

    @cached_property
    def size(self) -> float:
        """Font size of most characters."""
        sizes: dict[float, int] = {}
        for fragment in self.fragments:
            sizes[fragment.size] = sizes.get(fragment.size, 0) + len(fragment.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def text(self) -> str:
        """The words, with a tab where a wide gap parts them."""
        parts: list[str] = []
        before: Fragment | None = None
        for fragment in self.fragments:
            if before is not None:
                gap = fragment.left - before.right
                if gap > fragment.size:
                    parts.append("\t")
                elif gap > _GAP * fragment.size and not parts[-1].endswith(" "):
                    parts.append(" ")
            parts.append(fragment.text)
            before = fragment
        return "".join(parts).strip()

    @cached_property
    def bold(self) -> bool:
        return self.bold_share > 0.5

    @cached_property
    def bold_share(self) -> float:
        """Share of the characters that are bold."""
        total = sum(len(fragment.text.strip()) for fragment in self.fragments)
        bold = sum(len(fragment.text.strip()) for fragment in self.fragments if fragment.bold)
        return bold / max(1, total)

    @cached_property
    def italic(self) -> bool:
        return _mostly([(fragment.italic, fragment) for fragment in self.fragments])

    @property
    def middle(self) -> float:
        return self.fragments[0].middle

    @property
    def islands(self) -> list[int]:
        """The panels and tables that begin or go on beside this line."""
        return [item.island for item in self.fragments if item.island is not None]


def _mostly(weighed: list[tuple[bool, Fragment]]) -> bool:
    total = sum(len(fragment.text.strip()) for _, fragment in weighed)
    return 2 * sum(len(fragment.text.strip()) for holds, fragment in weighed if holds) > total


def lines_of(fragments: Iterable[Fragment]) -> list[Line]:
    """The fragments as lines from top to bottom; numbers that refer to notes are left out."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda item: (item.middle, item.left)):
        row = next((row for row in reversed(rows[-4:]) if _beside(row, fragment)), None)
        if row is None:
            rows.append([fragment])
        else:
            row.append(fragment)
    lines = [Line(_without_references(sorted(row, key=lambda item: item.left))) for row in rows]
    return sorted(lines, key=lambda line: line.middle)


def _beside(row: list[Fragment], fragment: Fragment) -> bool:
    largest = max(row, key=lambda item: item.bottom - item.top)
    overlap = min(largest.bottom, fragment.bottom) - max(largest.top, fragment.top)
    smaller = min(largest.bottom - largest.top, fragment.bottom - fragment.top)
    return overlap > _SAME_LINE * smaller


def _without_references(row: list[Fragment]) -> list[Fragment]:
    largest = max(fragment.size for fragment in row)
    middle = next(fragment.middle for fragment in row if fragment.size == largest)
    return [
        fragment
        for position, fragment in enumerate(row)
        if position == 0
        or fragment.size > _RAISED_SIZE * largest
        or fragment.middle >= middle
        or not fragment.text.strip(" ,*†‡").isdigit()
    ]
