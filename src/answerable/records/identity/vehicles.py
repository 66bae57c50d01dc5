"""Vehicle registrations of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.records.identity.expressions import words
from answerable.records.identity.ordinary import is_ordinary

_CURRENT = r"[A-HJ-PR-Y](?<![\w/-].)[A-HJ-PR-Y]\d\d[ -]?[A-Z]{3}"
_PREFIX = r"[A-HJ-NPR-TV-Y](?<![\w/-].)\d{1,3}[ -]?[A-Z]{3}"
_SUFFIX = r"[A-Z](?<![\w/-].)[A-Z]{2}[ -]?\d{1,3}[A-HJ-NPR-TV-Y]"
_IN_CAPITALS = re.compile(rf"(?:{_CURRENT}|{_PREFIX}|{_SUFFIX})(?![\w/-])")
_IN_SMALL_LETTERS = re.compile(
    r"[a-hj-pr-y](?<![\w/-].)(?:[a-hj-pr-y]\d\d|\d{2,3})[a-z]{3}(?![\w/-])"
)
_ANNOUNCED = re.compile(
    words("vrm vrn vehicle car van taxi motorbike reg registration plate plates number-plate index")
    + r"(?:[ ]?(?:mark|number|no\.?|reg(?:istration)?|plate|is|was|with|of|[:=#(-])){0,4}[ ]?"
    r"(?P<mark>(?<!\w)(?:[a-z]{2}[ ]?\d\d[ -]?[a-z]{3}|[a-z][ ]?\d{1,3}[ -]?[a-z]{3}"
    r"|[a-z]{3}[ -]?\d{1,4}[a-z]?|[a-z]{1,2}[ -]?\d{3,4}|\d{1,4}[ -]?[a-z]{2,3}))(?!\w)"
)
_CODES = {"OC", "DG", "PC", "DC", "DS", "DI"}
"""Letters before a number in casework: outcomes, guidance, officers."""


def registrations(text: str) -> Iterator[tuple[int, int]]:
    """Spans of registrations: the shapes since 1963, and any shape after a word such as "reg"."""
    for found in _IN_CAPITALS.finditer(text):
        if not _is_code_and_word(found[0]):
            yield found.span()
    for found in _IN_SMALL_LETTERS.finditer(text):
        yield found.span()
    for found in _ANNOUNCED.finditer(text.lower()):
        if not any(map(is_ordinary, re.findall(r"[a-z]{3}", found["mark"]))):
            yield found.span("mark")


def _is_code_and_word(written: str) -> bool:
    """Whether it reads as in "OC15 CPS" or "N100 NFA": a code, then an abbreviation or a word."""
    code, _, word = written.partition(" ")
    is_code = (
        code[1].isdigit() or code[:2] in _CODES or re.fullmatch(r"[A-Z]{3} ?\d\d?[A-Z]", written)
    )
    return bool(is_code) and any(map(is_ordinary, re.findall(r"[A-Z]{3}", f"{code} {word}")))
