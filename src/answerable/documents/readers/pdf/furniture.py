"""Headers, footers and page numbers: words at the edge of page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from answerable.documents.model import BlockKind
from answerable.documents.readers.pdf.drawings import Edge
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.lines import Line, lines_of

_ZONE: Final = 0.12
_EDGE: Final = 0.085
_MARGIN: Final = 0.05
_ROW: Final = 30.0
_CLOSE: Final = 0.7
_SIZE_STEP: Final = 0.6
_SMALL: Final = 0.93
_FEWEST: Final = 3
_SHARE: Final = 0.15
_NEAR: Final = 6.0
_LONGEST: Final = 200
_MANY_PAGES: Final = 30
_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"(?:page|tudalen|p\.?|[-–|])?\s*(?:\d{1,4}|[ivxl]{1,6})\s*"
    r"(?:(?:of|o|/)\s*\d{1,4})?\s*[-–|]?",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"(?:page|tudalen)\s*\d+(?:\s*(?:of|o)\s*\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of one page, its height and the rules drawn on it."""

    fragments: list[Fragment]
    height: float
    edges: Sequence[Edge] = ()


@dataclass(frozen=True, slots=True)
class Furnished:
    """A page's words without its furniture, and the furniture."""

    fragments: list[Fragment]
    furniture: list[tuple[BlockKind, Line]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line near the top or the bottom of a page counted from 0."""

    page: int
    kind: BlockKind
    line: Line
    inner: Line | None
    """The line towards the middle of the page that it stands close to, if it looks the same."""


def unfurnished(sheets: Sequence[Sheet], body_size: float) -> list[Furnished]:
    """Takes headers and footers out of every page.

    Args:
        sheets: all pages of the document.
        body_size: font size of most of its text.
    """
    candidates = [found for page, sheet in enumerate(sheets) for found in _near_edges(page, sheet)]
    taken = _detached(candidates, _repeated(candidates, len(sheets)))
    taken |= _in_margins(candidates, sheets, body_size)
    taken |= {id(found.line) for found in candidates if _is_page_number(found, sheets[found.page])}
    return [
        _furnished(
            sheet,
            [
                (found.kind, found.line)
                for found in candidates
                if found.page == page and id(found.line) in taken
            ],
        )
        for page, sheet in enumerate(sheets)
    ]


def _near_edges(page: int, sheet: Sheet) -> Iterator[_Candidate]:
    """The candidates of a page, from the middle to the edges."""
    reach, edge = (_ZONE + _MARGIN) * sheet.height, _ZONE * sheet.height
    top = lines_of(item for item in sheet.fragments if item.middle < reach)
    bottom = lines_of(item for item in sheet.fragments if item.middle > sheet.height - reach)
    for kind, lines in (
        (BlockKind.PAGE_HEADER, top[::-1]),
        (BlockKind.PAGE_FOOTER, bottom),
    ):
        for inner, line in pairwise([None, *lines]):
            assert line is not None  # noqa: S101 -- only the first of the list is
            at_edge = line.middle < edge or line.middle > sheet.height - edge
            if at_edge and len(line.text) <= _LONGEST and not _is_ruled_in(line, sheet.edges):
                yield _Candidate(page, kind, line, inner if _belong(inner, line) else None)


def _is_ruled_in(line: Line, edges: Sequence[Edge]) -> bool:
    """Whether rules stand beside a line, or above and below it, as in the row of a table."""
    above = below = False
    for edge in edges:
        if edge.upright:
            if edge.start <= line.middle <= edge.end:
                return True
        elif edge.start <= line.left and edge.end >= line.right:
            above = above or line.middle - _ROW < edge.place < line.middle
            below = below or line.middle < edge.place < line.middle + _ROW
    return above and below


def _belong(inner: Line | None, line: Line) -> bool:
    """Whether two lines follow each other as lines of one text do."""
    if inner is None or abs(inner.size - line.size) > _SIZE_STEP:
        return False
    gap = max(inner.top, line.top) - min(inner.bottom, line.bottom)
    return gap < _CLOSE * line.size


def _detached(candidates: Sequence[_Candidate], taken: set[int]) -> set[int]:
    """The lines taken, without those that belong to text which is not taken."""
    kept: set[int] = set()
    for found in candidates:
        if id(found.line) in taken and (found.inner is None or id(found.inner) in kept):
            kept.add(id(found.line))
    return kept


def _repeated(candidates: Sequence[_Candidate], pages: int) -> set[int]:
    """Lines whose words stand at the same height on enough pages, a page count aside."""
    groups: dict[Hashable, list[_Candidate]] = defaultdict(list)
    for found in candidates:
        for key in _keys(found):
            groups[key].append(found)
    needed = max(_FEWEST, round(_SHARE * min(pages, _MANY_PAGES))) if pages > _FEWEST else 2
    return {
        id(found.line)
        for group in groups.values()
        for found in group
        if len({other.page for other in group if _is_level(found, other)}) >= needed
    }


def _keys(found: _Candidate) -> Iterator[Hashable]:
    """The words as printed, and once for each number in them that may count the pages."""
    text = found.line.text.lower()
    yield found.kind, text
    pattern = _DIGITS.sub("#", text)
    for position, number in enumerate(_DIGITS.findall(text)):
        yield found.kind, pattern, position, int(number[:9]) - found.page


def _is_level(one: _Candidate, other: _Candidate) -> bool:
    return abs(one.line.middle - other.line.middle) <= _NEAR


def _in_margins(
    candidates: Sequence[_Candidate], sheets: Sequence[Sheet], body_size: float
) -> set[int]:
    """Small lines outside the area of the text: at the very edge, or as on other pages."""
    text = [
        item
        for sheet in sheets
        for item in sheet.fragments
        if item.size > _SMALL * body_size and item.text.strip()
    ]
    if not text:
        return set()
    highest, lowest = min(item.top for item in text), max(item.bottom for item in text)
    outside = [
        found
        for found in candidates
        if found.line.size <= _SMALL * body_size
        and (
            found.line.bottom <= highest + 1
            if found.kind is BlockKind.PAGE_HEADER
            else found.line.top >= lowest - 1
        )
    ]
    return {
        id(found.line)
        for found in outside
        if _is_at_edge(found, sheets[found.page])
        or any(
            other.page != found.page and other.kind is found.kind and _is_level(found, other)
            for other in outside
        )
    }


def _is_page_number(found: _Candidate, sheet: Sheet) -> bool:
    """Whether a line by itself at the very edge counts the page."""
    line = found.line
    text = " ".join(line.text.split())
    if not _is_at_edge(found, sheet) or not _PAGE_NUMBER.fullmatch(text):
        return False
    return bool(_COUNTED.fullmatch(text)) or str(found.page + 1) in _DIGITS.findall(text)


def _is_at_edge(found: _Candidate, sheet: Sheet) -> bool:
    middle = found.line.middle
    return middle < _EDGE * sheet.height or middle > (1 - _EDGE) * sheet.height


def _furnished(sheet: Sheet, furniture: list[tuple[BlockKind, Line]]) -> Furnished:
    taken = {id(fragment) for _, line in furniture for fragment in line.fragments}
    rest = [fragment for fragment in sheet.fragments if id(fragment) not in taken]
    return Furnished(rest, furniture)
