"""The date on which the report or letter was published, if its text shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from answerable.extraction.dates import PrintedDate, dates_in, sole_date
from answerable.extraction.facts.labelled import Label
from answerable.extraction.lines import Line
from answerable.extraction.model import DocumentKind
from answerable.extraction.wording import asks

_COVER_LINES: Final = 30
_OTHER_DATE: Final = re.compile(
    r"\b(?:accessed|retrieved|fieldwork|updated|reviewed|uploaded|migrated|visited|inspection "
    r"dates?|dates? of (?:visit|inspection|fieldwork)|effective|archived|printed|downloaded|next"
    r"|due|page (?:was )?(?:created|published)|this page|response)\b",
    re.IGNORECASE,
)
_PUBLISHED_ON: Final = re.compile(
    r"\b(?:report|inspection|letter|findings|it|this|which|was|were|inspectorate"
    r"|hmicfrs)\b[^.]{0,120}?\b(?:published|issued|released)\b[^.]{0,60}?\b(?:on|in)?\s*$",
    re.IGNORECASE,
)
_LETTER_DATE: Final = re.compile(r"^(?:date(?:d)?|sent)\s*:?\s*", re.IGNORECASE)
_LETTER_OF: Final = re.compile(r"^(?:letter|report)?\s*dated\s+", re.IGNORECASE)


def publication_of(
    lines: tuple[Line, ...],
    said: Mapping[Label, str],
    kind: DocumentKind,
) -> PrintedDate | None:
    """The publication date as printed, a month only where no day is.

    A response's own date is not the report's; dates of fieldwork, access, updates and the moving
    of a page are none. A cover date beats the label of a web page, which may be the date of a move.
    """
    of_label = _first(said.get(Label.PUBLISHED, ""))
    if kind is DocumentKind.RESPONSE:
        return of_label or _in_sentence(lines)
    cover = _on_cover(lines)
    if (
        of_label
        and cover
        and of_label.value[:7] != cover.value[:7]
        and of_label.value > cover.value
    ):
        return cover
    if of_label and cover and not of_label.has_day and cover.has_day:
        return cover
    told = _in_sentence(lines)
    if cover and told and not cover.has_day and told.value.startswith(cover.value):
        return told
    return of_label or cover or told


def _first(text: str) -> PrintedDate | None:
    found = next(dates_in(text), None)
    return found if found and found.start < 30 else None


def _on_cover(lines: tuple[Line, ...]) -> PrintedDate | None:
    """A date that has a line of the first page for itself."""
    months: list[PrintedDate] = []
    before = ""
    for line in lines[:_COVER_LINES]:
        if line.is_named or (line.block.cell is not None and asks(line.text)):
            break
        if line.page > 2:
            break
        bare = _LETTER_OF.sub("", _LETTER_DATE.sub("", line.text))
        bare = re.sub(
            r"\s*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[+-]\d{4}|\s*(?:GMT|BST|UTC))?\s*$",
            "",
            bare,
        )
        found = sole_date(bare)
        if found and not _OTHER_DATE.search(before) and not _OTHER_DATE.search(line.text):
            if found.has_day:
                return found
            months.append(found)
        before = line.text if len(line.text) < 60 else ""
    if months:
        return months[0]
    return _email_date(lines)


def _email_date(lines: tuple[Line, ...]) -> PrintedDate | None:
    for line in lines[:_COVER_LINES]:
        if re.match(r"(?:date|sent)\s*:", line.text, re.IGNORECASE):
            return next(dates_in(line.text), None)
    return None


def _in_sentence(lines: tuple[Line, ...]) -> PrintedDate | None:
    """A date that a sentence names as the day of publication of this report."""
    for line in lines[:200]:
        for found in dates_in(line.text):
            before = line.text[max(0, found.start - 200) : found.start]
            if (
                found.has_day
                and _PUBLISHED_ON.search(before)
                and not re.search(
                    r"\b(?:previous|earlier|last|we published|will be)\b[^.]*$",
                    before,
                    re.IGNORECASE,
                )
            ):
                return found
    return None
