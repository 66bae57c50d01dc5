"""References under which a case is known elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.records.identity.birth import DATE
from answerable.records.identity.expressions import any_word, words

_BETWEEN = r"[ /\\._-]{0,3}"
_URN = re.compile(
    r"[0-9](?<![\w/].)\d(?:"
    rf"{_BETWEEN}(?=\d?[A-Z])[A-Z0-9]{{2}}{_BETWEEN}\d{{5}}{_BETWEEN}\d\d"
    r"|(?=\d?[a-z])[a-z0-9]{2}\d{7}"
    r")(?![\w/])"
)
_ANNOUNCED_URN = re.compile(
    rf"{words('urn')}(?:[ ]?(?:no\.?|number|is|was|[:=#-])){{0,2}}[ ]?"
    rf"(?P<urn>(?<!\w)\d\d{_BETWEEN}[a-z0-9]{{2}}{_BETWEEN}\d{{5}}{_BETWEEN}\d\d)(?!\w)"
)
_BARE = re.compile(
    r"[A-Z0-9](?<![\w/.-].)(?:"
    r"(?<=[A-Z])[A-Z]{0,3}(?:[/*-]?\d{5,9}|[/*-]\d{4})[/-](?:\d\d)?\d\d"
    r"|(?<=\d)(?:\d[A-Z]{0,2}[/*-]\d{4,8}[/-]\d\d|\d{4,8}/(?:\d\d)?\d\d|\d\*\d{5,8}"
    r"|(?<!0)(?:\d{10}|(?<!\d[ ].)(?:[ ]\d){10}))"
    r")(?![\w/]|-\d)"
)
_ANNOUNCED = re.compile(
    any_word(
        *("crime", "cris", "cad", "incident", "log", "occurrence", "niche", "athena", "connect"),
        *("storm", "ref(?:erence)?"),
    )
    + r"\b(?:[ ]?(?:ref(?:erence)?|no\.?|num|number|report|is|was|[:=#-])){0,4}[ ]?"
    r"(?P<reference>(?<![\w/])[a-z0-9*]{1,14}(?:[/*._-][a-z0-9]{1,12}){0,5})\b"
)
_OF_A_DAY = re.compile(
    words("cad log incident serial") + r"(?:[ ](?:no\.?|number))?[ ]?"
    r"(?P<reference>\d{1,6}[ ](?:of|dated)[ ]\d{1,2}\b(?:[ ./-]{0,2}\w{2,9}){0,2})"
)
_FEWEST_DIGITS = 4
_SHORTEST = 5


def urns(text: str) -> Iterator[tuple[int, int]]:
    """Spans of URNs of police and prosecutors: force, unit, five digits, year (11 characters)."""
    for found in _URN.finditer(text):
        yield found.span()
    for found in _ANNOUNCED_URN.finditer(text.lower()):
        yield found.span("urn")


def crime_references(text: str) -> Iterator[tuple[int, int]]:
    """Spans of references to crimes and incidents: shapes of several systems, any after a cue."""
    small = text.lower()
    for found in _OF_A_DAY.finditer(small):
        yield found.span("reference")
    for found in _BARE.finditer(text):
        yield found.span()
    for found in _ANNOUNCED.finditer(small):
        reference = found["reference"]
        digits = sum(character.isdigit() for character in reference)
        is_long = len(reference) >= _SHORTEST and digits >= _FEWEST_DIGITS
        if is_long and not DATE.match(reference) and not _is_financial_year(reference):
            yield found.span("reference")


def _is_financial_year(reference: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d[/-](?:\d\d)?\d\d", reference) is not None
