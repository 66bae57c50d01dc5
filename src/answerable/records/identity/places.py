"""Postcodes and lines of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.records.identity.expressions import any_word, words

_POSTCODE = re.compile(
    r"[A-PR-UWYZa-pr-uwyz](?<![\w/-].)[A-HK-Ya-hk-y]?\d[A-Za-z\d]?[ .-]{0,3}"
    r"(?P<inward>\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?!\w)"
)
_ORDINALS = {"1st", "2nd", "3rd", "0th", *(f"{digit}th" for digit in range(4, 10))}
_SURE_TYPES = (
    r"(?:Road|Street|Avenue|Lane|Crescent|Terrace|Gardens|Grove|Mews|Close|Drive|Boulevard"
    r"|Rd|Ave|Cres|Gdns|Tce)"
)
_TYPES = (
    rf"(?:{_SURE_TYPES}|Way|Court|Place|Park|Hill|View|Rise|Walk|Row|Green|Square|Croft|Fold|Yard"
    r"|Bank|Meadows?|Parade|Wharf|Quay|Gate|House|Villas?|Cottages?|Buildings?|St|Ln|Cl|Dr|Sq|Pl|Ct)"
)
_NUMBER = r"[0-9](?<![\w/.:-].)\d{0,3}[A-Za-z]?(?:[/-]\d{1,3}[A-Za-z]?)?,?"
_WORD = r"[A-Z](?<![\w'-].)[A-Za-z'-]{1,20}+"
_NUMBERED = re.compile(
    rf"{_NUMBER}[ ](?:High[ ](?=Street\b))?(?P<name>(?:{_WORD}[ ]){{0,3}}){_TYPES}\b"
)
_NUMBERED_SMALL = re.compile(
    r"[0-9](?<![\w/.:-].)\d{0,3}[a-z]?,?[ ](?P<name>(?:[a-z'-]{2,20}[ ]){1,2})"
    r"(?:road|street|avenue|lane|crescent|terrace|gardens|grove|mews|rd|ave)\b"
)
_STREET = re.compile(rf"(?P<name>(?:{_WORD}[ ]){{1,3}}){_SURE_TYPES}\b")
_DWELLING = re.compile(
    words("flat apartment apt")
    + r"[ ](?:no\.?[ ]|number[ ])?\d{1,4}[a-z]?\b|"
    + any_word(r"p\.?o\.?[ ]?box[ ]\d{1,6}")
)
_LIVES_AT = re.compile(
    words("live lives living lived reside resides residing stays staying moved address")
    + r"(?:[ ]?(?:is|was|at|to|on|:|number|no)){1,3}[ ]"
    r"(?P<line>\d{1,4}[a-z]?,?[ ](?P<street>[a-z'-]{3,20})(?:[ ][a-z'-]{3,20}){0,2})"
)
_NO_STREET = re.compile(
    r"(?i)\b(?:the|a|an|in|on|of|at|to|and|or|from|down|up|by|near|was|were|is|are|off|same|main"
    r"|crown|magistrates'?|county|high|appeal|youth|family|minutes?|hours?|days?|weeks?|months?"
    r"|years?|miles?|metres?|yards|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b"
)


def postcodes(text: str) -> Iterator[tuple[int, int]]:
    """Spans of whole postcodes, in capitals or not."""
    for found in _POSTCODE.finditer(text):
        if found["inward"] not in _ORDINALS:
            yield found.span()


def address_lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of a house and its street, a named street, a flat, and what follows "lives at"."""
    for expression in (_NUMBERED, _NUMBERED_SMALL, _STREET):
        for found in expression.finditer(text):
            if not _NO_STREET.search(found["name"]):
                yield found.span()
    small = text.lower()
    for found in _DWELLING.finditer(small):
        yield found.span()
    for found in _LIVES_AT.finditer(small):
        if text[found.start("street")].isupper() and not _NO_STREET.search(found["street"]):
            yield found.span("line")
