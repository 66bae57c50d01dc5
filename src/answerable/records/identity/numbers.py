"""Numbers that one person alone has: National Insurance and NHS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.records.identity.expressions import words

_BETWEEN = r"[ .-]{0,2}"
_NATIONAL_INSURANCE = re.compile(
    r"[a-ceghj-pr-tw-z](?<!\w.)[a-ceghj-npr-tw-z](?<!bg|gb|kn|nk|nt|tn|zz)"
    rf"(?P<gap>{_BETWEEN})\d(?:{_BETWEEN}\d){{5}}(?P<suffix>{_BETWEEN}[a-d](?!\w))?(?!\d)"
)
_ITS_CUE = re.compile(r"(?i)\b(?:n\.?i\.?(?:n\.?o)?|national[ ]insurance)\b.{0,15}\Z")
_NHS_NUMBER = re.compile(
    r"[3-9](?<![\w/.+-].)(?:\d\d[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}|(?:[ ]\d){9})(?!\w)"
)
_AFTER_NHS = re.compile(
    rf"{words('nhs')}[ ]?(?:no\.?|number|num|#)?(?:[ ]?(?:is|was|[:=#-])){{0,2}}[ ]?(?<!\d)"
    r"(?P<number>\d(?:[ .-]{0,2}\d){9})(?!\w)"
)
_CUE_REACH = 30
_MODULUS = 11


def national_insurance(text: str) -> Iterator[tuple[int, int]]:
    """Spans of National Insurance numbers: two letters that are in use, six digits, A to D.

    Without its last letter it counts only after words that announce one.
    """
    for found in _NATIONAL_INSURANCE.finditer(text.lower()):
        is_word = " " in found["gap"] and text[found.start() : found.start("gap")].islower()
        before = text[max(0, found.start() - _CUE_REACH) : found.start()]
        if _ITS_CUE.search(before) or (found["suffix"] and not is_word):
            yield found.span()


def nhs_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Spans of NHS numbers: ten digits whose last one checks the others, or announced as one.

    Source: the NHS Data Dictionary, NHS number (modulus 11).
    """
    for found in _NHS_NUMBER.finditer(text):
        if _checks([int(digit) for digit in found[0] if digit.isdigit()]):
            yield found.span()
    for found in _AFTER_NHS.finditer(text.lower()):
        yield found.span("number")


def _checks(digits: list[int]) -> bool:
    *first, last = digits
    total = sum(digit * weight for digit, weight in zip(first, range(10, 1, -1), strict=True))
    return (_MODULUS - total % _MODULUS) % _MODULUS == last
