"""Sentences that a page, a column or a running header broke are made whole again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from answerable.extraction.lines import LONGEST_LINE, Line
from answerable.extraction.marks import mark_of
from answerable.extraction.wording import is_unfinished

_DANGLING: Final = re.compile(
    r"\b(?:the|an?|of|to|and|or|that|for|in|with|by|on|from|at|its|their|this|these|which|should"
    r"|must|will|we|is|are"
    r"|National|Crown|Chief|Police|Home|His|Her|NPCC|between|into|all|each|every)$"
)
_LONG: Final = 60
_SHORT: Final = 25


def made_whole(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with each one that only carries on a broken sentence joined to the one before."""
    whole: list[Line] = []
    for line in lines:
        if whole and _carries_on(whole[-1], line):
            whole[-1] = _joined(whole[-1], line)
        else:
            whole.append(line)
    return tuple(whole)


def _carries_on(before: Line, line: Line) -> bool:
    if line.mark is not None or len(before.text) + len(line.text) > LONGEST_LINE:
        return False
    if (
        before.block.cell != line.block.cell
        or not is_unfinished(before.text)
        or before.is_bare_name
    ):
        return False
    if before.block is line.block:
        return False
    if line.text[:1].islower():
        return _is_prose(before)
    return len(before.text) >= _LONG and _DANGLING.search(before.text) is not None


def _is_prose(line: Line) -> bool:
    """Whether a line can break off: long, or an item or bullet, and no heading of a few words."""
    if line.looks_like_heading:
        return len(line.text) >= _LONG
    return line.mark is not None or len(line.text) >= _SHORT


def _joined(before: Line, line: Line) -> Line:
    text = f"{before.text} {line.text}"
    joints = (
        *before.joints,
        (len(before.text) + 1, line.start),
        *((offset + len(before.text) + 1, start) for offset, start in line.joints),
    )
    return replace(before, text=text, mark=before.mark or mark_of(text), joints=joints)
