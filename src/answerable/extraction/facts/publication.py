"""The date on which the report or letter was published, if its text shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from answerable.extraction.dates import PrintedDate, dates_in
from answerable.extraction.facts.cover_dates import (
    OTHER_DATE,
    cover_date_in,
    letterhead_date_in,
    stamped_date_in,
)
from answerable.extraction.facts.labelled import Label
from answerable.extraction.lines import Line
from answerable.extraction.model import DocumentKind
from answerable.extraction.wording import asks

_COVER_LINES: Final = 30
_TEXT_LINES: Final = 200
_FORM_COLUMNS: Final = 2
"""A form sets a label and its value side by side; a date further right is a list's deadline."""
_PUBLISHED_ON: Final = re.compile(
    r"\b(?:report|inspection|letter|findings|it|this|which|was|were|inspectorate"
    r"|hmicfrs)\b[^.]{0,120}?\b(?:published|issued|released)\b[^.]{0,140}?\b(?:on|in)?\s*$",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:previous|earlier|last|we published|will be|response|reply|comments)\b[^.]*$",
    re.IGNORECASE,
)
_SALUTATION: Final = re.compile(r"^dear\s+\S", re.IGNORECASE)
_LONGEST_WAIT: Final = 366
"""Days by which a reply may follow the report that it names."""


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
    told = _in_sentence(lines)
    if kind is DocumentKind.RESPONSE:
        return _of_the_report_answered(of_label, _stamped_on_cover(lines) or told)
    cover = _on_cover(lines, kind, of_label)
    if (
        of_label
        and cover
        and of_label.value[:7] != cover.value[:7]
        and of_label.value > cover.value
    ):
        return cover
    if of_label and cover and not of_label.has_day and cover.has_day:
        return cover
    if cover and told and not cover.has_day and told.value.startswith(cover.value):
        return told
    return of_label or cover or told


def _first(text: str) -> PrintedDate | None:
    found = next(dates_in(text), None)
    return found if found and found.start < 30 and not OTHER_DATE.search(text) else None


def _of_the_report_answered(
    of_label: PrintedDate | None, told: PrintedDate | None
) -> PrintedDate | None:
    """A reply's "Published" may be its own day; then the report's is told a little before it."""
    if not (of_label and told and of_label.has_day and told.has_day):
        return of_label or told
    apart = date.fromisoformat(of_label.value) - date.fromisoformat(told.value)
    return told if 0 < apart.days <= _LONGEST_WAIT else of_label


def _on_cover(
    lines: tuple[Line, ...], kind: DocumentKind, of_label: PrintedDate | None
) -> PrintedDate | None:
    """A date beside the labelled one that the first page prints as the paper's own."""
    months: list[PrintedDate] = []
    before = ""
    for line in _cover(lines):
        if line.block.cell is not None and kind is DocumentKind.TRACKER:
            continue
        found = cover_date_in(line.text, before)
        if found and of_label and found.value == of_label.value:
            continue
        if found and found.has_day:
            return found
        months += [found] if found else []
        before = line.text if len(line.text) < 60 else ""
    return months[0] if months else _email_date(lines) or _letterhead_date(lines)


def _stamped_on_cover(lines: tuple[Line, ...]) -> PrintedDate | None:
    found = (stamped_date_in(line.text, of_inspection=True) for line in _cover(lines))
    return next((stamped for stamped in found if stamped), None)


def _cover(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines above the first item, at most the first two pages, without columns of a list."""
    for line in lines[:_COVER_LINES]:
        cell = line.block.cell
        if line.is_named or line.page > 2 or (cell is not None and asks(line.text)):
            return
        if cell is None or cell.column < _FORM_COLUMNS:
            yield line


def _email_date(lines: tuple[Line, ...]) -> PrintedDate | None:
    for line in lines[:_COVER_LINES]:
        if re.match(r"(?:date|sent)\s*:", line.text, re.IGNORECASE):
            return next(dates_in(line.text), None)
    return None


def _letterhead_date(lines: tuple[Line, ...]) -> PrintedDate | None:
    """The date above "Dear ...", where it shares its paragraph with the address."""
    head = lines[:_COVER_LINES]
    salutation = next((at for at, line in enumerate(head) if _SALUTATION.match(line.text)), 0)
    found = (letterhead_date_in(line.text) for line in head[:salutation])
    return next((printed for printed in found if printed), None)


def _in_sentence(lines: tuple[Line, ...]) -> PrintedDate | None:
    """A date that a sentence names as the day of publication of this report."""
    for line in lines[:_TEXT_LINES]:
        for found in dates_in(line.text):
            before = line.text[max(0, found.start - 260) : found.start]
            if found.has_day and _PUBLISHED_ON.search(before) and not _OF_ANOTHER.search(before):
                return found
    return None
