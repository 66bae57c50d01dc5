"""Dates that a line of the first page prints as the paper's own."""

from __future__ import annotations

import re
from typing import Final

from answerable.extraction.dates import WEEKDAY_PATTERN, PrintedDate, dates_in, sole_date

OTHER_DATE: Final = re.compile(
    r"\b(?:accessed|retrieved|fieldwork|updated|reviewed|uploaded|migrated|visited|inspected"
    r"|inspection dates?|inspection\s*:|dates? of (?:visit|inspection|fieldwork)|carried out"
    r"|conducted|undertaken|effective|archived|printed|downloaded|posted|next|due|deadline"
    r"|by when|meeting|page (?:was )?(?:created|published)|this page|response|reply|corrected"
    r"|reissued|republished)\b",
    re.IGNORECASE,
)
"""Words beside a date that is not the day of publication."""
_LETTER_DATE: Final = re.compile(
    r"^(?:(?:date(?:d)?|sent)\s*:?\s*|(?:letter|report)?\s*dated\s+)", re.IGNORECASE
)
_CLOCK_TIME: Final = re.compile(
    r"\s*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[+-]\d{4}|\s*(?:GMT|BST|UTC))?\s*$"
)
_STAMP: Final = re.compile(
    r"(?:^|[,;:.·•|–—(-]\s?)\s?"
    r"(?P<said>(?:first\s+)?(?:published|issued|released|publication(?:\s+date)?|cyhoeddwyd)"
    r"(?:\s+(?:on|ar|in\s+\w+(?:\s+on)?|by\s+\w+(?:\s+on)?))?\s?:?\s?)?"
    rf"{WEEKDAY_PATTERN}$",
    re.IGNORECASE,
)
_AFTER_STAMP: Final = re.compile(r"(?:\d{1,2}|[¹²³⁰⁴-⁹*†‡]+|\[\d+\])?\s*(?:$|[.,;:)|·•–—])")
_OF_INSPECTION: Final = re.compile(
    r"\b(?:HMIC(?:FRS)?|HMCPSI|HMIP?|Ofsted|Estyn|CQC|PEEL"
    r"|(?i:inspectorates?|inspections?|reports?|assessment|thematic))\b"
)
_PREPOSITION: Final = re.compile(
    r"\b(?:of|to|from|on|since|until|till|between|in|and|or|by|for|before|after|dated|at|during"
    r"|end(?:ing|ed)?|up|than|was|were|is)\s*$",
    re.IGNORECASE,
)
_LONGEST_STAMP: Final = 100
_EARLIER: Final = re.compile(
    r"\b(?:last|previous|previously|earlier|former|since)\b", re.IGNORECASE
)
_LONGEST: Final = 220
"""In characters. What is longer is running text, and speaks of other dates as well."""


def cover_date_in(text: str, before: str) -> PrintedDate | None:
    """The date of a cover line: alone, after "Published" or an inspectorate's name, or last.

    Args:
        text: the line.
        before: the line above it where it is short; it may be the label of another date.
    """
    bare = _CLOCK_TIME.sub("", _LETTER_DATE.sub("", text[:_LONGEST]))
    alone = sole_date(bare)
    if alone:
        return None if OTHER_DATE.search(before) or OTHER_DATE.search(text) else alone
    return stamped_date_in(text, of_inspection=False) or _closing_date_in(text)


def stamped_date_in(text: str, *, of_inspection: bool) -> PrintedDate | None:
    """The date of a clause that says no more: "HMICFRS, 2 May 2026", "(published 2 May 2026)".

    Args:
        text: the line.
        of_inspection: whether the line has to name an inspection or inspectorate even where the
            clause says "published", as in a reply, which has a day of its own.
    """
    if len(text) > _LONGEST or _EARLIER.search(text):
        return None
    names_inspection = _OF_INSPECTION.search(text) is not None
    for found in dates_in(text):
        start = max(0, found.start - _LONGEST_STAMP)
        stamp = _STAMP.search(text, start, found.start)
        if stamp is None or not _AFTER_STAMP.match(text, found.end):
            continue
        known = names_inspection or (stamp["said"] is not None and not of_inspection)
        if known and not OTHER_DATE.search(_clause(text, found)):
            return found
    return None


def _closing_date_in(text: str) -> PrintedDate | None:
    """The date that ends a title: "An inspection of Northmoor Police 2 May 2026"."""
    if len(text) > _LONGEST or _EARLIER.search(text) or not _OF_INSPECTION.search(text):
        return None
    for found in dates_in(text):
        before = text[: found.start]
        at_end = _AFTER_STAMP.match(text, found.end) and not re.search(
            r"[a-z]{2}", text[found.end :]
        )
        if at_end and found.has_day and text.rstrip()[-1] != "." and not OTHER_DATE.search(before):
            return None if _PREPOSITION.search(before) else found
    return None


def letterhead_date_in(text: str) -> PrintedDate | None:
    """The one date in the head of a letter whose lines were printed as one paragraph."""
    if len(text) > _LONGEST or _EARLIER.search(text) or OTHER_DATE.search(text):
        return None
    found = list(dates_in(text))
    if len(found) != 1 or not found[0].has_day:
        return None
    before = text[: found[0].start]
    apart = not before or before[-1].isspace()
    return found[0] if apart and not _PREPOSITION.search(before) else None


def _clause(text: str, found: PrintedDate) -> str:
    """The words of the date's own sentence or bracket up to it."""
    return re.split(r"[.(]\s?", text[: found.start])[-1]
