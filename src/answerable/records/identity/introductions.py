"""Names that the sentence announces: "his name is", "a friend called", "victim:"."""

from __future__ import annotations

import re

from answerable.records.identity.expressions import any_word, words
from answerable.records.identity.ordinary import BEGINNINGS, is_ordinary
from answerable.records.identity.verbs import ONLY_PEOPLE_DO

_NAME = r"[^\W\d_]{2,30}(?:['-][^\W\d_]{1,30}){0,2}"
_TWO = rf"['\"(]?(?P<first>{_NAME})(?:[ ](?P<second>{_NAME}))?"
_NAME_IS = re.compile(
    any_word("names?", "surname", "forename", "nickname", "alias")
    + rf"(?:'s|[ ](?:is|was|are|were|being|of)|:|[ ]?=)[ ](?:called[ ])?{_TWO}"
)
_GOES_BY = re.compile(
    any_word("goes by", "went by", r"a\.?k\.?a\.?") + rf"[ ](?:the name of[ ])?{_TWO}"
)
_CALLED = re.compile(any_word("called", "named", "known as") + rf"[ ]{_TWO}")
_SOMEBODY = re.compile(
    r"\b(?:man|men|woman|boy|girl|male|female|lad|lass|bloke|guy|person|someone|somebody|friend|mate"
    r"|partner|ex|boyfriend|girlfriend|husband|wife|brother|sister|cousin|uncle|aunt|neighbour"
    r"|colleague|flatmate|housemate|teacher|driver|stranger|son|daughter|mother|father|mum|dad"
    r"|suspect|victim|witness|officer|nurse),?(?:[ ](?:is|was))?[ ]\Z"
)
_LABEL = re.compile(
    words(
        "victim suspect witness complainant defendant offender name surname forename officer oic"
        " investigator prosecutor isva nominal aggrieved mother father partner"
    )
    + rf"[ ]?[:=][ ]?{_TWO}"
)
_CUE_REACH = 30
_NO_NAME_LISTED = """
known unknown withheld recorded held kept removed redacted left already protected spelled spelt
written used wanted person people manager officer suspect victim witness police point him them us
me names real full different similar changed confidential private available missing correct
incorrect wrong right called named asked told back
"""
_NO_NAME = BEGINNINGS | ONLY_PEOPLE_DO | frozenset(_NO_NAME_LISTED.split())


def introduced(text: str) -> frozenset[int]:
    """Where words begin that the sentence announces as a name."""
    small = text.lower()
    places: set[int] = set()
    for expression in (_NAME_IS, _GOES_BY):
        for found in expression.finditer(small):
            places |= _names_of(text, found, needs_capital=False)
    for found in _CALLED.finditer(small):
        before = small[max(0, found.start() - _CUE_REACH) : found.start()]
        places |= _names_of(text, found, needs_capital=not _SOMEBODY.search(before))
    for found in _LABEL.finditer(small):
        places |= _names_of(text, found, needs_capital=True)
    return frozenset(places)


def _names_of(text: str, found: re.Match[str], *, needs_capital: bool) -> set[int]:
    """Where the announced name begins, and its second word where it goes on."""
    first = text[slice(*found.span("first"))]
    if not _is_name(first, needs_capital=needs_capital):
        return set()
    places = {found.start("first")}
    second = text[slice(*found.span("second"))] if found["second"] else ""
    goes_on = second and second[0].isupper() == first[0].isupper()
    if goes_on and _is_name(second, needs_capital=first[0].isupper()):
        places.add(found.start("second"))
    return places


def _is_name(word: str, *, needs_capital: bool) -> bool:
    has_capital = word[0].isupper()
    return not (
        word.lower() in _NO_NAME
        or is_ordinary(word)
        or (needs_capital and not has_capital)
        or (needs_capital and word.isupper())
    )
