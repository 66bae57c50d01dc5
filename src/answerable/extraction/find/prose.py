"""Recommendations that stand in running text, told by what the sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from answerable.extraction.addressees import addressees_in
from answerable.extraction.deadlines import deadline_in
from answerable.extraction.find.drafts import Signal
from answerable.extraction.lines import Line
from answerable.extraction.wording import asks, goes_on, is_hearsay, recommends, reports, sentences

_NUMBER_AFTER: Final = re.compile(
    r"\(\s*(?:recommendation|rec\.?)\s+(?P<label>[A-Z]{0,3}\d{1,3}[a-z]?)\s*\)\W*$", re.IGNORECASE
)
_BARE_SUBJECT: Final = 10
_BY_THE_BOOK: Final = re.compile(
    r"^(?:under|according|the (?:code|law|guidance|act)|guidance|in line)\b", re.IGNORECASE
)
_QUOTED: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|previous|earlier|former|past)\b|\b(?:report|letter"
    r"|inspection|review)\s+(?:said|stated|read|recommended|asked|made|concluded)\b",
    re.IGNORECASE,
)
_OPINION: Final = re.compile(
    r"^(?:we|i) (?:\w+ )?(?:think|feel|hope|believe|understand|assume|suppose|wonder)\b",
    re.IGNORECASE,
)
_FROM_LEAD: Final = re.compile(
    r"^(?:immediately|with immediate effect|by\s|within\s|no later than\s)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class InProse:
    """A recommendation in running text."""

    start: int
    """Offset in the line's body, as is `end`."""
    end: int
    number: str | None
    signal: Signal


def prose_items(line: Line, *, is_letter: bool) -> Iterator[InProse]:
    """Each recommendation in a line, with the sentences that carry it on."""
    found: InProse | None = None
    for sentence in sentences(line.body):
        text = sentence.text
        number = _NUMBER_AFTER.search(text)
        signal = _signal(text, numbered=number is not None, is_letter=is_letter)
        if signal is not None:
            if found:
                yield found
            label = number["label"] if number else None
            found = InProse(sentence.start, sentence.end, label, signal)
        elif found and asks(text) and goes_on(text) and not reports(text):
            label = number["label"] if number else found.number
            found = replace(found, end=sentence.end, number=label)
        elif found:
            yield found
            found = None
    if found:
        yield found


def _signal(text: str, *, numbered: bool, is_letter: bool) -> Signal | None:
    if is_quoted(text):
        return None
    if recommends(text):
        return Signal.RECOMMENDS
    if not asks(text) or reports(text) or is_hearsay(text):
        return None
    if numbered:
        return Signal.NAMED
    if _FROM_LEAD.match(text) and deadline_in(text) and addressees_in(text, letter_to="you"):
        return Signal.ADDRESSED
    if is_letter and opens_with_addressee(text) and not _OPINION.match(text):
        return Signal.ASKS
    return None


def is_quoted(text: str) -> bool:
    """Whether what a sentence asks stands in a quotation from an earlier paper."""
    opening = re.search(r"[“\"‘]", text)
    if opening is None or opening.start() == 0:
        return False
    before, quoted = text[: opening.start()], text[opening.end() :]
    if asks(before) or recommends(before) or not (asks(quoted) or recommends(quoted)):
        return False
    return _QUOTED.search(before) is not None


def opens_with_addressee(text: str) -> bool:
    """Whether a letter's sentence starts with the office that should act."""
    before = re.split(r"\b(?:should|must|needs? to)\b", text, maxsplit=1)[0]
    asked = addressees_in(text)
    known = bool(asked) and asked[0].kind != "other"
    return known and len(before.split()) <= _BARE_SUBJECT and not _BY_THE_BOOK.match(text)
