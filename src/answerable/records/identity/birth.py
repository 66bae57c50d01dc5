"""Dates of birth: a date beside a word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.records.identity.expressions import any_word, words

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:1[89]|20)\d\d|'?\d\d)"
_DAY = r"(?:[0-2]?\d|3[01])[ ]?(?:st|nd|rd|th)?"
_SEPARATOR = r"[ ]?[/.\- ][ ]?"
_DATE = (
    rf"(?:(?:[0-2]?\d|3[01]){_SEPARATOR}(?:0?\d|1[0-2]){_SEPARATOR}{_YEAR}"
    rf"|(?:1[89]|20)\d\d{_SEPARATOR}(?:0?\d|1[0-2]){_SEPARATOR}(?:[0-2]?\d|3[01])"
    rf"|{_DAY}[ .,/-]{{0,2}}(?:of[ ])?{_MONTH}[ .,/-]{{0,2}}{_YEAR}"
    rf"|{_MONTH}[ .]{{0,2}}{_DAY}[ ,]{{1,2}}{_YEAR})(?!\d)"
)
DATE = re.compile(rf"(?i){_DATE}")
"""A full date in figures or with the month in words."""
_LOOSE = (
    rf"(?:{_DATE}|(?:{_MONTH}[ ,]{{1,2}})?(?:19|20)\d\d(?!\d)|\d{{8}}(?!\d)"
    rf"|{_DAY}[ ](?:of[ ])?{_MONTH}\b)"
)
_CUE = any_word(r"d[. ]?o[. ]?b\b\.?", "date of birth", "birth ?da(?:y|te)", "born")
_FILLER = r"(?:[ :=,;(/-]|\b(?:on|in|is|was|of|the|as|given|recorded|being|about|around|circa)\b)"
_AFTER = re.compile(rf"{_CUE}{_FILLER}{{0,12}}(?<!\d)(?P<date>{_LOOSE})")
_BESIDE_AGE = re.compile(
    rf"{words('age aged')}[ :]{{1,2}}\d{{1,3}}[ ,;(/-]{{1,3}}(?P<date>{_DATE})"
)
_BIRTH_OR_AGE = re.compile(rf"{_CUE}|{any_word('now aged?', 'aged?')}\b")
_LEADS_BACK = re.compile(
    r"[ ,;(:)-]{0,3}(?:(?:is|was|being|as)[ ])?(?:(?:the|her|his|their|my)[ ])?\Z"
)
_ENDS = re.compile(rf"(?<!\d){_DATE}\Z")
_CUE_REACH = 50


def births(text: str) -> Iterator[tuple[int, int]]:
    """Spans of dates beside "born", "date of birth" or an age."""
    small = text.lower()
    for expression in (_AFTER, _BESIDE_AGE):
        for found in expression.finditer(small):
            yield found.span("date")
    for found in _BIRTH_OR_AGE.finditer(small):
        first = max(0, found.start() - _CUE_REACH)
        led = _LEADS_BACK.search(small, first, found.start())
        if led and small[led.start() - 1 : led.start()].isdigit():
            ended = _ENDS.search(small, first, led.start())
            if ended:
                yield ended.span()
