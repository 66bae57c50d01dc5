"""Numbers of a report's paragraphs ("8.2 We found") are no numbers of recommendations."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind
from answerable.extraction.wording import asks

_FEWEST: Final = 5
_PARAGRAPH: Final = 80
"""From this length in characters a numbered line is a paragraph and no short point."""


def without_paragraph_numbers(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without such numbers, where paragraphs that ask for nothing carry them too."""
    narrating = [
        line
        for line in lines
        if _has_dotted_number(line) and len(line.text) >= _PARAGRAPH and not asks(line.body)
    ]
    if len(narrating) < _FEWEST:
        return lines
    return tuple(_bare(line) if _has_dotted_number(line) else line for line in lines)


def _has_dotted_number(line: Line) -> bool:
    mark = line.mark
    return mark is not None and mark.kind is MarkKind.NUMBER and "." in (mark.label or "")


def _bare(line: Line) -> Line:
    if not line.body or line.joints or line.looks_like_heading:
        return line
    return replace(line, text=line.body, start=line.body_start, mark=None)
