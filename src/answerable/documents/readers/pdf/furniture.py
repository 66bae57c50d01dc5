"""Headers, footers and page numbers: words that come again at the edge of page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from answerable.documents.model import BlockKind
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.lines import Line, lines_of

_ZONE: Final = 0.12
_EDGE: Final = 0.085
_FEWEST: Final = 3
_SHARE: Final = 0.2
_NEAR: Final = 8.0
_LONGEST: Final = 200
_DIGITS: Final = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_PAGE_NUMBER: Final = re.compile(
    r"(?:page|tudalen|p\.?|[-–|])?\s*(?:\d{1,4}|[ivxl]{1,6})\s*"
    r"(?:(?:of|o|/)\s*\d{1,4})?\s*[-–|]?",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"(?:page|tudalen)\s*\d+(?:\s*(?:of|o)\s*\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of one page and its height."""

    fragments: list[Fragment]
    height: float


@dataclass(frozen=True, slots=True)
class Furnished:
    """A page's words without its furniture, and the furniture."""

    fragments: list[Fragment]
    furniture: list[tuple[BlockKind, Line]]


def unfurnished(sheets: Sequence[Sheet]) -> list[Furnished]:
    """Takes headers and footers out of every page."""
    candidates = [_candidates(sheet) for sheet in sheets]
    pages_with: dict[tuple[str, BlockKind], list[tuple[int, float]]] = defaultdict(list)
    for page, found in enumerate(candidates):
        for kind, line in found:
            pages_with[_DIGITS.sub("#", line.text.lower()), kind].append((page, line.middle))
    return [
        _furnished(
            sheet,
            [
                (kind, line)
                for kind, line in candidates[page]
                if _repeats(line, pages_with[_DIGITS.sub("#", line.text.lower()), kind], sheets)
                or _is_page_number(line, page, sheet)
            ],
        )
        for page, sheet in enumerate(sheets)
    ]


def _candidates(sheet: Sheet) -> list[tuple[BlockKind, Line]]:
    """The lines near the top and the bottom of a page."""
    top = [item for item in sheet.fragments if item.middle < _ZONE * sheet.height]
    bottom = [item for item in sheet.fragments if item.middle > (1 - _ZONE) * sheet.height]
    return [
        (kind, line)
        for kind, zone in ((BlockKind.PAGE_HEADER, top), (BlockKind.PAGE_FOOTER, bottom))
        for line in lines_of(zone)
        if len(line.text) <= _LONGEST
    ]


def _repeats(line: Line, places: list[tuple[int, float]], sheets: Sequence[Sheet]) -> bool:
    """Whether the same words stand at the same height on enough pages."""
    pages = {page for page, middle in places if abs(middle - line.middle) <= _NEAR}
    if any(letter.isalpha() for letter in _DIGITS.sub("", line.text)):
        needed = max(_FEWEST, round(_SHARE * min(len(sheets), 30)))
        if len(sheets) == 2:
            needed = 2
        return len(pages) >= needed and _is_outermost(line, sheets)
    return len(pages) >= min(_FEWEST, len(sheets)) and len(sheets) > 1


def _is_outermost(line: Line, sheets: Sequence[Sheet]) -> bool:
    height = sheets[0].height
    return line.middle < _ZONE * height or line.middle > (1 - _ZONE) * height


def _is_page_number(line: Line, page: int, sheet: Sheet) -> bool:
    """Whether a line by itself at the very edge counts the page."""
    text = " ".join(line.text.split())
    at_edge = line.middle < _EDGE * sheet.height or line.middle > (1 - _EDGE) * sheet.height
    if not at_edge or not _PAGE_NUMBER.fullmatch(text):
        return False
    return bool(_COUNTED.fullmatch(text)) or str(page + 1) in re.findall(r"\d+", text)


def _furnished(sheet: Sheet, furniture: list[tuple[BlockKind, Line]]) -> Furnished:
    taken = {id(fragment) for _, line in furniture for fragment in line.fragments}
    rest = [fragment for fragment in sheet.fragments if id(fragment) not in taken]
    return Furnished(rest, furniture)
