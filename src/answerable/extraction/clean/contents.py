"""Contents lists: they name recommendations and make none."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from answerable.extraction.lines import Line
from answerable.extraction.wording import normal

_HEADING: Final = re.compile(
    r"^(?:table of )?contents(?: page)?:?$|^(?:in|on) this (?:report|document|page|section):?$"
    r"|^(?:page|section) contents:?$|^jump to:?$|^cynnwys$",
    re.IGNORECASE,
)
_LEADER: Final = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}$|…+\s*\d{1,4}$|\t+\d{1,4}$|_{4,}\s*\d{1,4}$")
_ENDS_WITH_PAGE: Final = re.compile(r"\D\s+\d{1,4}$")
_LONGEST: Final = 140


def without_contents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines that belong to no contents list."""
    times = Counter(_entry(line) for line in lines)
    kept, inside = [], False
    for line in lines:
        entry = _entry(line)
        times[entry] -= 1
        if _HEADING.match(line.text):
            inside = True
        elif _LEADER.search(line.text[-_LONGEST:]) or (
            inside and _is_entry(line, comes_again=times[entry] > 0)
        ):
            continue
        else:
            inside = False
            kept.append(line)
    return tuple(kept)


def _is_entry(line: Line, *, comes_again: bool) -> bool:
    if len(line.text) > _LONGEST or line.text.endswith("."):
        return False
    return comes_again or bool(_ENDS_WITH_PAGE.search(line.text)) or line.text.isdecimal()


def _entry(line: Line) -> str:
    if len(line.text) > _LONGEST:
        return ""
    return normal(re.sub(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+|\s+\d{1,4}$", "", line.text))
