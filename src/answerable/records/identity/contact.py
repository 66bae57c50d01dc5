"""E-mail addresses and telephone numbers, also where "at", "dot" or the digits are spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.records.identity.birth import DATE
from answerable.records.identity.expressions import words

_SPELLED_DOT = r"[ ]?[\[({]dot[\])}][ ]?|[ ]dot[ ]"
_DOT = rf"(?:\.|[ ]\.[ ]|{_SPELLED_DOT})"
_DOMAIN = (
    rf"(?P<domain>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}})"
    rf"(?P<dot>\.|{_SPELLED_DOT}|[ ]?\.[ ]?(?=(?:com|co|org|net|uk|info|eu|ie)\b))[a-z]{{2,24}}\b"
)
_EMAIL = re.compile(
    rf"(?i)(?<![\w.%+'-])(?:[\w%+'-]{{1,64}}{_DOT}){{0,3}}[\w.%+'-]{{1,64}}+"
    rf"(?P<at>@|[ ]@[ ]|[ ]?[\[({{<]at[\])}}>][ ]?|[ ]at[ ]){_DOMAIN}"
)
_MAIL_SERVICES = re.compile(
    r"(?i)(?:g(?:oogle)?mail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|proton(?:mail)?"
    r"|btinternet|sky|talktalk|virginmedia|mail)(?:\.|$)"
)
_BETWEEN = r"[ .()/-]{0,3}"
_TELEPHONE = re.compile(
    r"[+(047](?<![\w/].)(?<!\d[.-].)(?:"
    rf"(?:(?<=\+){_BETWEEN}4{_BETWEEN}4|(?<=0){_BETWEEN}0{_BETWEEN}4{_BETWEEN}4"
    rf"|(?<=4)4(?=[ .()-]{{0,4}}7)){_BETWEEN}(?:0{_BETWEEN})?[1-9](?:{_BETWEEN}\d){{8,9}}"
    rf"|(?:(?<=\()0|(?<=0)){_BETWEEN}[1-9](?:{_BETWEEN}\d){{8,9}}"
    rf"|(?:(?<=\+)|(?<=0)0)[1-9](?:{_BETWEEN}\d){{7,13}}"
    r"|(?<=7)\d{3}[ -]?\d{3}[ -]?\d{3})(?!\w)"
)
_WITH_CUE = re.compile(
    words("tel telephone phone mobile mob cell landline fax whatsapp number")
    + r"(?:[ ]?(?:no\.?|number|is|was|:|=|\.|-|#|on|to)){0,3}[ ]?"
    r"(?P<number>(?<!\w)\d(?:[ -]{0,2}\d){5,14})(?!\w)"
)
_FIGURE = "zero oh nought one two three four five six seven eight nine"
_SPOKEN = re.compile(
    rf"(?:{words(f'{_FIGURE} double treble triple')}[ ,-]{{1,3}}){{7,20}}{words(_FIGURE)}\b"
)
_SEPARATORS = re.compile(r"[ .()/-]+")
_LONGEST_SPACED = 2


def emails(text: str) -> Iterator[tuple[int, int]]:
    """Spans of e-mail addresses."""
    for found in _EMAIL.finditer(text):
        if found["at"].strip().lower() == "at" and "." in found["dot"]:
            # "published at example.org" is no address, "sam.lee at example.org" is one.
            local = text[found.start() : found.start("at")]
            if not (re.search(r"[\d._]", local) or _MAIL_SERVICES.match(found["domain"])):
                continue
        yield found.span()


def telephones(text: str) -> Iterator[tuple[int, int]]:
    """Spans of telephone numbers: whole ones, and any after a word such as "tel"."""
    small = text.lower()
    for found in _TELEPHONE.finditer(text):
        if _reads_as_telephone(found[0]):
            yield found.span()
    for found in _WITH_CUE.finditer(small):
        if not DATE.match(found["number"]):
            yield found.span("number")
    for found in _SPOKEN.finditer(small):
        yield found.span()


def _reads_as_telephone(written: str) -> bool:
    """Whether the digits stand as in a telephone number, not as in a row of dates or times."""
    if DATE.match(written):
        return False
    pieces = [piece for piece in _SEPARATORS.split(written.lstrip("+")) if piece]
    if max(map(len, pieces)) > _LONGEST_SPACED:
        return (
            len(pieces[0]) > _LONGEST_SPACED or written[0] == "+" or len(pieces) > _LONGEST_SPACED
        )
    return len(set(_SEPARATORS.findall(written))) == 1
