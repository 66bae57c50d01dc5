"""Page headers and counts that an export to plain text left between the lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from answerable.documents.model import Block, BlockKind
from answerable.documents.readers.hyphenation import tidy

_COUNT: Final = re.compile(r"\b(?:page|tudalen)\s+(\d{1,4})\b", re.IGNORECASE)
_BARE_COUNT: Final = re.compile(r"\W*(\d{1,4})\W*")
_LONGEST: Final = 120
_FEWEST_PAGES: Final = 3
_ENDS: Final = (".", "!", "?", ":", ";", "”", '"')
_JOINED: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def page_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    """The wordings, digits replaced by "#", of lines that only head or count pages.

    Args:
        pages: the lines of every page; one page where no form feed parts them.
    """
    counts: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        for line in page:
            found = _COUNT.search(line)
            if found and len(line) <= _LONGEST:
                counts[wording(line)].append(int(found[1]))
    counted = {key for key, numbers in counts.items() if _goes_up(numbers)}
    outer = Counter(
        wording(line)
        for page in pages
        for line in {next(iter(page), ""), next(reversed(page), "")}
        if line and (not _BARE_COUNT.fullmatch(line) or len(pages) > 1)
    )
    return counted | {key for key, number in outer.items() if number >= _FEWEST_PAGES}


def wording(line: str) -> str:
    """A line's words with single spaces and every number as "#"."""
    return re.sub(r"\d+", "#", tidy(line))


def _goes_up(numbers: list[int]) -> bool:
    return len(numbers) > 1 and numbers == sorted(set(numbers))


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with sentences whole that a page's header or count parted."""
    found: list[Block] = []
    for block in blocks:
        before = next((i for i in reversed(range(len(found))) if not _is_page_line(found[i])), None)
        parted = before is not None and before < len(found) - 1
        if before is not None and parted and _goes_on(found[before], block):
            found[before] = replace(found[before], text=f"{found[before].text} {block.text}")
        else:
            found.append(block)
    return found


def _is_page_line(block: Block) -> bool:
    return block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)


def _goes_on(before: Block, block: Block) -> bool:
    return (
        before.kind in _JOINED
        and block.kind is BlockKind.PARAGRAPH
        and block.text[:1].islower()
        and not before.text.endswith(_ENDS)
    )
