"""Printed marks at the start of a line: "Recommendation 4:", "3a.", "(ii)", a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from answerable.extraction.dates import MONTH_PATTERN
from answerable.extraction.model import ItemKind
from answerable.extraction.numerals import NUMERAL_PATTERN
from answerable.extraction.wording import asks, commands, recommends


class MarkKind(StrEnum):
    """What a mark tells about the line that it starts."""

    NAMED = "named"
    """Says what kind of item it is: "Recommendation 4", "Area for improvement"."""
    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed mark."""

    kind: MarkKind
    label: str | None
    """The label without brackets and closing punctuation: "3a", "R4", "ii"; None for a bullet."""
    length: int
    """How many characters of the line are the mark and the space after it."""
    names: ItemKind | None = None
    qualifier: str | None = None
    """Words in brackets after the label: "for chief constables"."""
    upto: str | None = None
    """The last label of a range ("Recommendations 4 to 6")."""
    shape: str = ""
    """How it is printed, with 9 for figures and a for letters: "9.", "(a)"."""


_NAMES: Final = (
    ("recommendation", ItemKind.RECOMMENDATION),
    ("rec", ItemKind.RECOMMENDATION),
    ("area", ItemKind.AREA_FOR_IMPROVEMENT),
    ("afi", ItemKind.AREA_FOR_IMPROVEMENT),
    ("cause", ItemKind.CAUSE_OF_CONCERN),
    ("accelerated", ItemKind.CAUSE_OF_CONCERN),
    ("coc", ItemKind.CAUSE_OF_CONCERN),
)
_IN_BRACKETS: Final = r"(?:\((?:[a-z]|[ivx]{1,4})\))"
_FIGURES: Final = (
    r"(?:[A-Z]{1,4}[-/ ]?|R\.)?\d{1,3}(?:[./]\d{1,3}){0,3}"
    rf"(?:{_IN_BRACKETS}|\s?[a-z]?(?!\w))"
)
_LETTERS: Final = (
    rf"(?:[IVX]{{1,5}}|[ivx]{{1,5}}|[A-H]|(?i:{NUMERAL_PATTERN}))(?=\s*(?:[:.)–—(-]|$))"
)
_NAMED: Final = re.compile(
    r"(?P<outline>\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?"
    r"(?:(?i:new|joint|national|hmicfrs|hmic|key|strategic|further|additional|urgent|formal|force"
    r"|overall|revised)\s+)?(?P<word>(?i:recommendations?|recs?\b\.?|areas? for improvement|afis?"
    r"|cocs?|(?:accelerated )?causes? of concern))"
    rf"(?:\s*(?i:no\.?|number|ref\.?|#)?\s*(?P<label>{_FIGURES}|{_LETTERS})"
    r"(?:\s+of\s+\d{1,3}(?=\s*(?:[:.)–—-]|$)))?"
    rf"(?:\s*(?:-|–|to|and|&)\s*(?P<upto>{_FIGURES}))?)?"
    r"\s*(?:\((?P<qualifier>[^()]{3,120})\))?\s*(?:(?:for|to)\s+(?P<whom>[^.:;,]{3,80}?)\s*(?=:"
    r"|$))?"
    r"(?P<sep>[:.–—|-]|$)?\s*",
)
_CODE: Final = re.compile(r"(?P<code>(?:AFI|CoC|COC)[ -]?\d{1,3}[a-z]?)(?!\w)")
_NUMBER: Final = re.compile(
    r"(?P<open>[(\[])?(?P<label>(?:[A-Z]{1,4}[-/]?|R\.)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?"
    rf"{_IN_BRACKETS}?)"
    r"(?P<close>[.):\]/]{0,2})(?P<gap>\s+|$|(?=[A-Z]))"
)
_ROMAN: Final = re.compile(
    r"[(\[]?(?P<label>[ivx]{1,6}|[IVX]{1,6})(?P<close>[.):\]]{1,2})(?:\s+|$)"
)
_LETTER: Final = re.compile(r"[(\[]?(?P<label>[a-zA-Z])(?P<close>[.):\]]{1,2})(?:\s+|$)")
_BULLETS: Final = "•·∙●○◦▪■□▫‣⁃►▶➢➤✓✔❖◆◇*\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076\uf0a8\uf06e\uf071–—-"
_BULLET: Final = re.compile(
    rf"(?:[{re.escape(_BULLETS)}]|o(?=\s+\w))\s+(?=\S)|[•●▪■\uf0b7\uf0a7](?=\w)"
)
_UNIT: Final = re.compile(
    r"(?:per ?cent|percent|%|million|billion|times|hours?|minutes?|days?|weeks?|months?|years?"
    r"|miles?|k[mg]|and|to|or|of|out|in|officers?|points?)\b",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(MONTH_PATTERN, re.IGNORECASE)


def mark_of(text: str) -> Mark | None:
    """The mark that starts a line, or None if it starts with plain words."""
    mark = _named(text) or _bullet(text) or _number(text) or _roman(text) or _letter(text)
    return replace(mark, shape=_shape(text[: mark.length])) if mark else None


def _shape(printed: str) -> str:
    figures = re.sub(r"[0-9]+", "9", printed.strip())
    return figures if "9" in figures else re.sub(r"[A-Za-z]+", "a", figures)


def _named(text: str) -> Mark | None:
    found = _NAMED.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    if not _is_named_mark(found, rest):
        return None
    word = found["word"].lower()
    kind = next(kind for start, kind in _NAMES if word.startswith(start))
    return Mark(
        MarkKind.NAMED,
        _label_in(found),
        found.end(),
        kind,
        found["qualifier"] or found["whom"],
        _compact(found["upto"]),
    )


def _is_named_mark(found: re.Match[str], rest: str) -> bool:
    """A name is a mark if it ends the line, or punctuation or a request follows it."""
    if found["label"] is None and found["outline"]:
        return False
    if found["label"] is None:
        plural = found["word"].lower().endswith("s") and not rest
        if found["sep"] not in {":", "–", "—", "-", ""}:
            return False
        return not plural and (
            not rest or found["sep"] == ":" or (found["sep"] == "–" and asks(rest))
        )
    if not rest:
        return True
    if found["upto"]:
        return False
    if found["sep"]:
        return found["sep"] != "-" or rest[:1].isupper()
    return rest[:1].isupper() and (asks(rest) or recommends(rest) or commands(rest))


def _number(text: str) -> Mark | None:
    found = _NUMBER.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    label, closed = found["label"], bool(found["close"])
    if not closed and not found["gap"] and rest:
        return None
    if not closed and rest and (_MONTH.match(rest) or not _may_follow_bare(label, rest)):
        return None
    if not closed and rest and len(label) > 3 and label.isdecimal():
        return None
    return Mark(MarkKind.NUMBER, label, found.end())


def _may_follow_bare(label: str, rest: str) -> bool:
    """Whether words may follow a number without a full stop: a capital, or after "1.2" no unit."""
    return rest[:1].isupper() or ("." in label and _UNIT.match(rest) is None)


def _roman(text: str) -> Mark | None:
    found = _ROMAN.match(text)
    return Mark(MarkKind.ROMAN, found["label"], found.end()) if found else None


def _letter(text: str) -> Mark | None:
    found = _LETTER.match(text)
    return Mark(MarkKind.LETTER, found["label"], found.end()) if found else None


def _bullet(text: str) -> Mark | None:
    found = _BULLET.match(text)
    if found is None:
        return None
    named = _named(text[found.end() :])
    if named is not None and named.label is not None:
        return replace(named, length=named.length + found.end())
    return Mark(MarkKind.BULLET, None, found.end())


def _label_in(found: re.Match[str]) -> str | None:
    """The label as printed; "AFI" and "CoC" before the figures are letters of the code."""
    code = _CODE.match(found.string[found.start("word") :])
    return code["code"] if code else _compact(found["label"])


def _compact(label: str | None) -> str | None:
    return None if label is None else re.sub(r"(?<=\d)\s(?=[a-z]$)", "", label.strip())
