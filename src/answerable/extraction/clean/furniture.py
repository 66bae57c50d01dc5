"""Running headers, footers, page numbers and footnotes: printed on every page, part of no text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Final

from answerable.documents.model import BlockKind
from answerable.extraction.lines import Line
from answerable.extraction.wording import asks, is_unfinished, normal

_FURNITURE: Final = {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.FOOTNOTE}
_PAGE_NUMBER: Final = re.compile(
    r"^(?:page\s+|-\s*|\|\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*-|\s*\|)?$", re.IGNORECASE
)
_SAID_PAGE: Final = re.compile(
    r"^(?:page|tudalen)\s+\d{1,4}(?:\s*(?:of|o|/)\s*\d{1,4})?$", re.IGNORECASE
)
_OWN_NUMBER: Final = re.compile(
    r"^\d{1,4}\s+|\s+(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$", re.IGNORECASE
)
_EDGE: Final = 2
"""How many lines from the top or bottom of a page a running header may stand."""
_REPEATS: Final = 3
_LONGEST: Final = 160


def without_furniture(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines that are not printed on page after page."""
    kept = tuple(line for line in lines if line.block.kind not in _FURNITURE)
    running = _running_lines(kept)
    numbers = _page_numbers(kept)
    inside = _breaking_lines(kept)
    return tuple(
        line
        for index, line in enumerate(kept)
        if not (index in running or index in numbers or index in inside)
    )


def _edges(lines: tuple[Line, ...]) -> dict[int, list[int]]:
    """For each page the positions of its first and last lines; empty for a single page.

    The cells of a table that goes over the page repeat ("Open") and are no furniture.
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        pages[line.page].append(index)
    if len(pages) == 1:
        return {}
    return {
        page: [at for at in sorted({*all_at[:_EDGE], *all_at[-_EDGE:]}) if not lines[at].block.cell]
        for page, all_at in pages.items()
    }


def _running_lines(lines: tuple[Line, ...]) -> set[int]:
    edges = _edges(lines)
    pages_of: dict[str, set[int]] = defaultdict(set)
    for page, positions in edges.items():
        for index in positions:
            if _may_run(lines[index]):
                pages_of[_running_form(lines[index])].add(page)
    needed = max(_REPEATS, min(len(edges) // 4, 8)) if len(edges) > _REPEATS else 2
    running = {form for form, pages in pages_of.items() if len(pages) >= needed}
    return {
        index
        for positions in edges.values()
        for index in positions
        if _may_run(lines[index]) and _running_form(lines[index]) in running
    }


def _may_run(line: Line) -> bool:
    return len(line.text) <= _LONGEST and not line.is_named and not asks(line.text)


def _running_form(line: Line) -> str:
    return normal(_OWN_NUMBER.sub("", line.text)) or "#"


def _page_numbers(lines: tuple[Line, ...]) -> set[int]:
    """Lines that say only a number, at an edge of the page, in step with the pages."""
    found = {}
    for page, positions in _edges(lines).items():
        for index in positions:
            match = _PAGE_NUMBER.match(lines[index].text)
            if match:
                found[index] = int(match[1]) - page
    steps = Counter(found.values())
    said = {index for index, line in enumerate(lines) if _SAID_PAGE.match(line.text)}
    return said | {index for index, step in found.items() if steps[step] > 1}


def _breaking_lines(lines: tuple[Line, ...]) -> set[int]:
    """Short lines, printed again and again, that stand in the middle of a sentence.

    Text taken from a paged file without its page breaks has its running headers there.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if _may_run(line) and line.block.cell is None and line.mark is None:
            places[_running_form(line)].append(index)
    return {
        index
        for positions in places.values()
        if len(positions) >= _REPEATS and any(_breaks(lines, index) for index in positions)
        for index in positions
    }


def _breaks(lines: tuple[Line, ...], index: int) -> bool:
    if not 0 < index < len(lines) - 1:
        return False
    return is_unfinished(lines[index - 1].text) and lines[index + 1].text[:1].islower()
