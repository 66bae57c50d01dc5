"""Facts printed beside a label: "Date Published:" and the date, in one line, two, or two cells."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from answerable.extraction.dates import WEEKDAY_PATTERN
from answerable.extraction.lines import Line


class Label(StrEnum):
    """The labels of forms and cover pages."""

    TITLE = "title"
    PUBLISHED = "published"
    TYPE = "type"


_LABELS: Final = {
    Label.TITLE: re.compile(
        r"^(?:(?:inspection|report|document|full)\s+)?(?:title"
        r"|name)(?:\s+of\s+(?:the\s+)?(?:inspection|report|document))?\s*(?::|$)\s*(?P<value>.*)$"
        r"|^(?:inspection|report)\s*:\s*(?P<value2>.*)$",
        re.IGNORECASE,
    ),
    Label.PUBLISHED: re.compile(
        r"^(?:(?:the\s+)?(?:report|inspection|letter|inspection report)\s+)?"
        r"(?:date\s+(?:of\s+)?(?:the\s+)?(?:report\s+|inspection\s+|hmicfrs\s+)?"
        r"(?:published|publication|issued?)(?:\s+(?:of|by)\s+[\w ]{3,40}?)?"
        r"|date\s+(?:the\s+)?(?:report|inspection)\s+(?:was\s+)?published"
        r"|date\s+of\s+(?:report|letter)|report\s+date|(?:first\s+)?published(?:\s+in\s+\w+)?"
        r"(?:\s+(?:on|date))?|publication(?:\s+date)?|issued(?:\s+on)?)"
        rf"\s*(?::|\s[–—-]|(?=\s+{WEEKDAY_PATTERN}\d)|$)\s*(?P<value>.*)$",
        re.IGNORECASE,
    ),
    Label.TYPE: re.compile(
        r"^(?:(?:inspection|report)\s+type|type\s+of\s+(?:inspection|report)|type)\s*(?::"
        r"|$)\s*(?P<value>.*)$",
        re.IGNORECASE,
    ),
}
_WITHIN: Final = 60
"""How many lines from the top such labels are looked for."""


def labelled(lines: tuple[Line, ...]) -> dict[Label, str]:
    """The first value printed for each label near the start or the end of a document."""
    found: dict[Label, str] = {}
    for position, line in enumerate(lines):
        if _WITHIN < position < len(lines) - _WITHIN // 4:
            continue
        for label, pattern in _LABELS.items():
            match = pattern.match(line.text) if label not in found else None
            if match is None:
                continue
            groups = [value for value in match.groupdict().values() if value]
            value = groups[0] if groups else _next(lines, position)
            if value and not any(other.match(value) for other in _LABELS.values()):
                found[label] = value.strip()
    return found


def _next(lines: tuple[Line, ...], position: int) -> str:
    return lines[position + 1].text if position + 1 < len(lines) else ""
