"""Deadlines as recommendations word them, and the four plain forms that they come to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from answerable.extraction.addressees import sole_bodies
from answerable.extraction.dates import MONTH_PATTERN, WEEKDAY_PATTERN, dates_in
from answerable.extraction.numerals import NUMERAL_PATTERN, value_of
from answerable.extraction.wording import MODAL, RECOMMENDING, Sentence, sentences

_DAY: Final = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH_PATTERN},?\s+\d{{4}}"
    rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|{MONTH_PATTERN}\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+\d{{4}}"
    rf"|{MONTH_PATTERN},?\s+\d{{4}})"
)
_PERIOD: Final = (
    rf"(?:the\s+(?:next|first|following|coming)\s+)?(?:a\s+period\s+of\s+)?(?P<count>{NUMERAL_PATTERN}|a"
    rf"|an)\s*(?:\(\d+\)\s*)?"
    r"(?:calendar\s+|working\s+)?(?P<unit>days?|weeks?|months?|years?"
    r"|fortnight)(?:[’']s?)?(?:\s+time)?"
)
_SOURCES: Final = (
    r"report|letter|inspection|publication|notice|document|review|receipt|recommendation|revisit"
    r"|re-inspection|this"
)
_FROM: Final = (
    r"(?P<from>(?:,?\s+(?:of|from|after|following|starting|beginning))+\s+"
    r"(?:(?:the|this|our|that|its|being|receipt|receiving|date|day|issue|publication|publishing"
    r"|on|of|which|final|full|inspection)\s+){0,8}"
    rf"(?:{_SOURCES})(?:[’']s\s+publication|\s+date)?(?:\s+(?:of\s+(?:this|the"
    rf"|our)\s+(?:{_SOURCES})|being\s+published|is\s+published|was\s+published))?)"
)
_RELATIVE: Final = re.compile(
    rf"\b(?:within|(?:in|during)(?=\s+the\s+(?:next|coming)\b)|(?:by\s+)?no\s+(?:later|more)\s+than|not\s+later\s+than"
    rf"|before\s+the\s+end\s+of|over(?=\s+the\s+(?:next|coming)\b))\s+{_PERIOD}(?:{_FROM})?"
    rf"|\b(?P<count2>{NUMERAL_PATTERN})\s+(?P<unit2>days?|weeks?|months?"
    rf"|years?)(?:{_FROM.replace('(?P<from>', '(?P<from2>')})",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"\b(?:by|before|(?:by\s+)?no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|until)\s+"
    r"(?:(?:the\s+)?(?:end|close|start|beginning|middle)\s+(?:of\s+)?)?"
    r"(?:(?:business|play)\s+on\s+|the\s+)?"
    rf"{WEEKDAY_PATTERN}{_DAY}(?:\s+at\s+the\s+latest)?",
    re.IGNORECASE,
)
_AT_ONCE: Final = re.compile(
    r"\b(?:with\s+immediate\s+effect|immediate(?:ly)?(?!\s+\w*(?:action|risk|steps|danger|threat"
    r"|release|response))|at\s+once|as\s+of\s+(?:now|today)|without\s+(?:further\s+"
    r"|any\s+)?(?:delay|waiting)"
    r"|straight\s*away|forthwith)\b",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(?:ASAP|as\s+soon\s+as\s+(?:possible|practicable|is\s+practicable|reasonably\s+practicable)"
    r"|(?:by|before|no\s+later\s+than)\s+(?:the\s+)?(?:(?:end|start|middle"
    r"|beginning)\s+of\s+)?(?:the\s+)?"
    r"(?:(?:early|mid|late)[- ])?(?:(?:spring|summer|autumn|winter)(?:\s+(?:of\s+)?\d{4})?"
    r"|(?:next\s+|current\s+|this\s+)?(?:calendar\s+|financial\s+|performance\s+)?year"
    r"|\d{4}(?:[/–-]\d{2,4})?(?:\s+(?:calendar|financial|performance)\s+year)?"
    rf"|(?:Q[1-4]|quarter)\s*(?:of\s+)?\d{{0,4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH_PATTERN}"
    rf"|{MONTH_PATTERN}"
    r"|(?:our|the|its|their)\s+next\s+(?:inspection|visit|report|review))"
    r"|in\s+(?:the\s+)?(?:short|medium)\s+term|urgently|as\s+a\s+(?:matter\s+of\s+(?:urgency"
    r"|priority)|priority))\b",
    re.IGNORECASE,
)
_HELD_BACK: Final = re.compile(
    r"\b(?:that|which|who|whose|so|ensur\w+|make\s+sure|making\s+sure|if|when|where|whether|how"
    r"|what|can|could|would)\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(rf"{RECOMMENDING.pattern}(?:\s+that)?", re.IGNORECASE)
_FOLLOWS_MODAL: Final = re.compile(
    r"^\s*,?\s*(?:also\s+|therefore\s+|then\s+|now\s+|each\s+|all\s+)?$", re.IGNORECASE
)
_REPEATS_THE_ASK: Final = re.compile(
    r"^\s*(?:do\s+(?:so|this|it|that)|act|complete\s+(?:this|it)|be\s+(?:done|completed|finished))"
    r"\s*,?\s*$",
    re.IGNORECASE,
)
_MONTH_OF_CELL: Final = re.compile(
    rf"(?P<month>{MONTH_PATTERN})[-–’'](?P<year>[2-4]\d)", re.IGNORECASE
)
"""As a spreadsheet prints a month: "Dec-26"."""
_DAYS_IN: Final = {
    "day": (1, "days"),
    "week": (1, "weeks"),
    "fortnight": (2, "weeks"),
    "month": (1, "months"),
    "year": (12, "months"),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline found in a wording."""

    value: str | None
    """ISO date, ISO month, "immediately", "within N days|weeks|months"; None if only worded."""
    worded: str
    counted_from: str | None
    """What a relative deadline counts from, as worded ("of this letter")."""
    start: int
    """Where it starts in the text that was searched."""


def deadline_in(text: str) -> Deadline | None:
    """The first deadline that a request sets.

    Time limits on the work that is asked for ("make sure that callers are answered within two
    days") are no deadlines: a relative or immediate one counts only before the verb that asks,
    right after it, or at the end of a sentence with no clause between.
    """
    for sentence in sentences(text):
        found = _deadline_of_sentence(sentence)
        if found is not None:
            return found
    return None


def sole_deadline(text: str) -> Deadline | None:
    """The deadline that is all a heading, lead-in or table cell says, or None.

    A cell may print the bare date or period ("31 March 2026", "Six months", "Dec-26").
    """
    bare = text.strip(" .:;,–—-()")
    month = _MONTH_OF_CELL.fullmatch(bare)
    if month:
        (date,) = dates_in(f"{month['month']} 20{month['year']}")
        return Deadline(date.value, bare, None, 0)
    for candidate in (bare, f"by {bare}", f"within {bare}"):
        for deadline in _all_in(candidate):
            if len(deadline.worded) >= len(candidate.strip()) - 1 and deadline.start == 0:
                worded = deadline.worded if candidate == bare else bare
                return Deadline(deadline.value, worded, deadline.counted_from, 0)
    return None


def _deadline_of_sentence(sentence: Sentence) -> Deadline | None:
    modal = MODAL.search(sentence.text) or _ASKED.search(sentence.text)
    for deadline in _all_in(sentence.text):
        if _is_set(deadline, sentence.text, modal):
            return Deadline(
                deadline.value,
                deadline.worded,
                deadline.counted_from,
                sentence.start + deadline.start,
            )
    return None


def _all_in(text: str) -> list[Deadline]:
    found = [_relative(match) for match in _RELATIVE.finditer(text)]
    found += [_dated(match) for match in _DATED.finditer(text)]
    found += [Deadline("immediately", m[0], None, m.start()) for m in _AT_ONCE.finditer(text)]
    covered = [(d.start, d.start + len(d.worded)) for d in found if d is not None]
    found += [
        Deadline(None, match[0], None, match.start())
        for match in _VAGUE.finditer(text)
        if not any(start <= match.start() < end for start, end in covered)
    ]
    return sorted((d for d in found if d is not None), key=lambda deadline: deadline.start)


def _relative(found: re.Match[str]) -> Deadline | None:
    count = (found["count"] or found["count2"]).lower()
    unit = (found["unit"] or found["unit2"]).lower()
    number = 1 if count in {"a", "an"} else value_of(count)
    if number is None:
        return None
    times, plural = _DAYS_IN[unit.removesuffix("s") if unit != "days" else "day"]
    counted_from = found["from"] or found["from2"]
    return Deadline(
        f"within {number * times} {plural}",
        found[0].rstrip(" ’'"),
        counted_from.strip(" ,") if counted_from else None,
        found.start(),
    )


def _dated(found: re.Match[str]) -> Deadline | None:
    dates = list(dates_in(found[0]))
    if not dates:
        return None
    return Deadline(dates[0].value, found[0].rstrip(), None, found.start())


def _is_set(deadline: Deadline, sentence: str, modal: re.Match[str] | None) -> bool:
    """Whether the words set a deadline for what is asked, and do not describe the work."""
    if modal is None or deadline.start < modal.start():
        asked = _ASKED.search(sentence, 0, deadline.start)
        before = sentence[asked.end() if asked else 0 : deadline.start]
        return not _HELD_BACK.search(before) or deadline.value is None or "-" in deadline.value
    if any(
        _REPEATS_THE_ASK.match(sentence[again.end() : deadline.start])
        for again in MODAL.finditer(sentence, modal.start(), deadline.start)
    ):
        return True
    between = sentence[modal.end() : deadline.start]
    if _FOLLOWS_MODAL.match(between) or deadline.counted_from:
        return True
    if not MODAL.fullmatch(modal[0]) and sole_bodies(between):
        return True
    if deadline.value is not None and re.match(r"\d{4}-", deadline.value):
        return True
    ends = not re.search(r"\w", sentence[deadline.start + len(deadline.worded) :])
    set_off = sentence[deadline.start + len(deadline.worded) :].lstrip()[:1] in {",", ":", ";"}
    return (ends or set_off) and not _HELD_BACK.search(between)
