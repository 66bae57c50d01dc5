"""What a person should look at in the reading as a whole, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from answerable.extraction.clean.languages import is_in_welsh
from answerable.extraction.find.drafts import Draft
from answerable.extraction.lines import Line
from answerable.extraction.model import Item, ItemKind
from answerable.extraction.numerals import NUMERAL_PATTERN, value_of
from answerable.extraction.sections import Part, Section

_COUNTED: Final = (
    (ItemKind.RECOMMENDATION, "recommendations", r"recommendations?"),
    (ItemKind.AREA_FOR_IMPROVEMENT, "areas for improvement", r"areas? for improvement"),
    (ItemKind.CAUSE_OF_CONCERN, "causes of concern", r"causes? of concern"),
)
_MAKING: Final = (
    r"(?:make|makes|made|making|sets? out|contains?|includes?|issued?|identif(?:y|ied|ies)|there "
    r"(?:are|is)|total of|with|and|gives?|found|has|have)"
)
_FIRST_WORDS: Final = 12
_EARLIER: Final = re.compile(
    r"\b(?:previous|earlier|last|(?:in|since|of) (?:19|20)\d\d|progress|closed|completed|of "
    r"(?:these|the|those|our))\b",
    re.IGNORECASE,
)


def doubts_about(
    items: tuple[Item, ...],
    asides: tuple[Draft, ...],
    divided: tuple[tuple[Line, Section], ...],
    *,
    published: str | None,
) -> tuple[str, ...]:
    """The doubts about a whole reading: counts, jumps in numbers, a missing date, nothing found."""
    return (
        *_language(divided),
        *_counts(items, divided),
        *_jumps(items),
        *_repeated(items),
        *_beside(asides),
        *_absences(items, published),
    )


def _language(divided: tuple[tuple[Line, Section], ...]) -> Iterator[str]:
    if is_in_welsh(tuple(line for line, _ in divided)):
        yield (
            "The text is in Welsh, and only English is read. Upload the English version, "
            "or add its recommendations by hand."
        )


def _counts(items: tuple[Item, ...], divided: tuple[tuple[Line, Section], ...]) -> Iterator[str]:
    for kind, plural, words in _COUNTED:
        pattern = re.compile(
            rf"\b{_MAKING}\s+(?:a total of\s+|in total\s+|also\s+"
            rf"|only\s+)?(?P<count>{NUMERAL_PATTERN})\s+(?:(?:new|further|national|key|separate"
            rf"|formal|joint)\s+)?{words}\b",
            re.IGNORECASE,
        )
        found = sum(item.kind is kind for item in items)
        told: set[int] = set()
        for line, section in divided:
            if section.part in {Part.PAST, Part.APART, Part.RESPONSE}:
                continue
            for match in pattern.finditer(line.text):
                said = value_of(match["count"])
                before = line.text[max(0, match.start() - 60) : match.end() + 40]
                if said is None or said == found or said in told or _EARLIER.search(before):
                    continue
                told.add(said)
                yield (
                    f"The text says {said} {plural if said != 1 else plural_to_one(plural)}, "
                    f"{found} {'was' if found == 1 else 'were'} found."
                )


def plural_to_one(plural: str) -> str:
    """The singular of the name of a kind of item."""
    head, _, rest = plural.partition(" ")
    return f"{head.removesuffix('s')} {rest}".strip()


def _jumps(items: tuple[Item, ...]) -> Iterator[str]:
    for kind, plural, _ in _COUNTED:
        numbers = sorted(
            {
                int(item.number)
                for item in items
                if item.kind is kind and item.number and item.number.isdecimal()
            }
        )
        if numbers and numbers[0] > 1:
            yield f"The numbers of the {plural} start at {numbers[0]}."
        for before, after in pairwise(numbers):
            if after > before + 1:
                yield f"The numbers jump from {before} to {after}."


def _repeated(items: tuple[Item, ...]) -> Iterator[str]:
    seen: set[tuple[ItemKind, str]] = set()
    for item in items:
        if item.number is None:
            continue
        if (item.kind, item.number) in seen:
            yield f"The number {item.number} is printed for different texts."
        seen.add((item.kind, item.number))


def _beside(asides: tuple[Draft, ...]) -> Iterator[str]:
    for draft in asides:
        start = " ".join(draft.text.split()[:_FIRST_WORDS])
        yield (
            f"Page {draft.page} asks for something outside the numbered list: “{start} …”. "
            "Add it by hand if it is an item of its own."
        )


def _absences(items: tuple[Item, ...], published: str | None) -> Iterator[str]:
    if not items:
        yield "No recommendation, area for improvement or cause of concern was found in the text."
    if published is None:
        yield "No publication date is shown in the text."
