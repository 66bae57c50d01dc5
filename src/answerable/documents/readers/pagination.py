"""Page headers, footers and counts that an export to plain text left between the lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import Final

from answerable.documents.model import Block, BlockKind
from answerable.documents.readers.hyphenation import tidy

_COUNT: Final = re.compile(r"\b(?:page|tudalen)\s+(\d{1,4})\b", re.IGNORECASE)
_BARE_COUNT: Final = re.compile(r"\W*(\d{1,4})\W*")
_LONGEST: Final = 120
_FEWEST_PAGES: Final = 3
_MOST_EDGE_LINES: Final = 4
_PART_NAME: Final = 2
"""Words of a heading such as "Chapter 2"."""
_ENDS: Final = (".", "!", "?", ":", ";", "”", '"')
_JOINED: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_EDGES: Final = ((0, BlockKind.PAGE_HEADER), (-1, BlockKind.PAGE_FOOTER))


def page_lines(pages: Sequence[Sequence[str]]) -> list[dict[int, BlockKind]]:
    """For every page, which of its lines only head, foot or count it, by their position.

    Args:
        pages: the lines of every page, blank ones included; one page where no form feed parts
            them.
    """
    counted = _counted(pages)
    found = [
        {
            position: BlockKind.PAGE_HEADER
            for position, line in enumerate(page)
            if line.strip() and _wording(line) in counted
        }
        for page in pages
    ]
    if len(pages) > 1:
        for edge, kind in _EDGES:
            for _ in range(_MOST_EDGE_LINES):
                for number, position in _edge_lines(pages, found, edge):
                    found[number][position] = kind
    return found


def _counted(pages: Sequence[Sequence[str]]) -> set[str]:
    """The wordings of lines such as "Report, page 4" whose count goes up."""
    counts: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        for line in page:
            found = _COUNT.search(line)
            if found and len(line) <= _LONGEST:
                counts[_wording(line)].append(int(found[1]))
    return {key for key, numbers in counts.items() if _goes_up(numbers)}


def _edge_lines(
    pages: Sequence[Sequence[str]], found: Sequence[dict[int, BlockKind]], edge: int
) -> list[tuple[int, int]]:
    """Page and position of the outermost lines, among those not yet found, that count or recur."""
    outermost = []
    for number, page in enumerate(pages):
        left = [at for at, line in enumerate(page) if line.strip() and at not in found[number]]
        if left and _is_at_edge(page, left[edge], found[number], edge):
            outermost.append((number, left[edge]))
    wording = _heading_wording if edge == 0 else _wording
    times = Counter(wording(pages[number][position]) for number, position in outermost)
    fewest = min(_FEWEST_PAGES, len(pages))
    return [
        (number, position)
        for number, position in outermost
        if times[wording(pages[number][position])] >= fewest
        or (edge < 0 and _is_page_number(pages[number], position, found[number]))
    ]


def _is_at_edge(page: Sequence[str], position: int, found: Container[int], edge: int) -> bool:
    """Whether a line is a page's outermost or stands right at what was found: headings recur."""
    if edge < 0:
        return position + 1 in found or not any(line.strip() for line in page[position + 1 :])
    return position - 1 in found or not any(line.strip() for line in page[:position])


def _is_page_number(page: Sequence[str], position: int, found: Iterable[int]) -> bool:
    """Whether a line is a number alone, the only one at the foot of its page."""
    numbers = [at for at in (position, *found) if _BARE_COUNT.fullmatch(page[at])]
    return numbers == [position]


def _wording(line: str) -> str:
    """A line's words with single spaces and every number as "#"."""
    return re.sub(r"\d+", "#", tidy(line))


def _heading_wording(line: str) -> str:
    """As `_wording`, but a word with a number keeps it: it heads a part, as "Chapter 2" does."""
    return _wording(line) if len(line.split()) > _PART_NAME else tidy(line)


def _goes_up(numbers: list[int]) -> bool:
    return len(numbers) > 1 and numbers == sorted(set(numbers))


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with sentences whole that the end of a page, or its header or count, parted."""
    found: list[Block] = []
    for block in blocks:
        before = next((i for i in reversed(range(len(found))) if not _is_page_line(found[i])), None)
        if before is not None and _is_parted(found, before, block):
            found[before] = replace(found[before], text=f"{found[before].text} {block.text}")
        else:
            found.append(block)
    return found


def _is_page_line(block: Block) -> bool:
    return block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)


def _is_parted(found: Sequence[Block], before: int, block: Block) -> bool:
    ends_page = before < len(found) - 1 or found[before].page != block.page
    return ends_page and _goes_on(found[before], block)


def _goes_on(before: Block, block: Block) -> bool:
    return (
        before.kind in _JOINED
        and block.kind is BlockKind.PARAGRAPH
        and block.text[:1].islower()
        and not before.text.endswith(_ENDS)
    )
