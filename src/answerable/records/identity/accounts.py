"""Numbers of payment cards and bank accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.records.identity.expressions import any_word

_BETWEEN = r"[ .-]{0,2}"
_CARD = re.compile(
    r"[2-6](?<![\w.+-].)(?:"
    rf"(?:(?<!2)|(?=[2-7]))\d{{3}}(?:{_BETWEEN}\d{{4}}){{3}}"
    rf"|(?<=3)\d{{3}}{_BETWEEN}\d{{6}}{_BETWEEN}\d{{5}}"
    r"|(?:(?<!2)|(?=[2-7]))\d{12,18}|(?:[ ]\d){12,18})(?!\w)"
)
_SORT_CODE = r"\d\d(?:[ -]?\d\d[ -]?|[ ]-[ ]\d\d[ ]-[ ])\d\d"
_ACCOUNT = r"\d(?:[ ]?\d){7}"
_NUMBER = r"(?:[ ]?(?:no\.?|num|number|is|was|[:=#-])){0,3}[ ]?"
_BOTH = re.compile(
    r"[0-9](?<![\w.:].)\d(?:[ -]?\d\d[ -]?|[ ]-[ ]\d\d[ ]-[ ])\d\d"
    rf"[ ,;/|-]{{1,3}}(?:(?:and[ ])?(?:account|acct?|a/c){_NUMBER})?(?<!\d){_ACCOUNT}(?!\w)"
)
_ANNOUNCED = re.compile(
    rf"{any_word('sort[ -]?code')}{_NUMBER}(?<!\d){_SORT_CODE}(?!\d)"
    rf"|{any_word('account', 'acct?', 'a/c')}{_NUMBER}(?<!\d){_ACCOUNT}(?!\w)"
)
_IBAN = re.compile(r"[a-z](?<!\w.)[a-z]\d\d(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?!\w)")
_IBAN_MODULUS = 97
_FEWEST_DIGITS = 8
_NINE = 9


def cards(text: str) -> Iterator[tuple[int, int]]:
    """Spans of card numbers, and of numbers of devices, whose last digit checks the others.

    Source: ISO/IEC 7812-1, annex B (Luhn).
    """
    for found in _CARD.finditer(text):
        if _luhn([int(digit) for digit in found[0] if digit.isdigit()]):
            yield found.span()


def bank_accounts(text: str) -> Iterator[tuple[int, int]]:
    """Spans of sort codes and account numbers, where a word or the other announces them, and IBANs.

    Source of the check of an IBAN: ISO 13616-1 (modulus 97).
    """
    small = text.lower()
    for expression in (_BOTH, _ANNOUNCED):
        for found in expression.finditer(small):
            yield found.span()
    for found in _IBAN.finditer(small):
        digits = sum(character.isdigit() for character in found[0])
        if digits >= _FEWEST_DIGITS and _checks_as_iban(re.sub(r"[ -]", "", found[0])):
            yield found.span()


def _luhn(digits: list[int]) -> bool:
    doubled = [digit * 2 for digit in digits[-2::-2]]
    total = sum(digits[-1::-2]) + sum(
        digit - _NINE if digit > _NINE else digit for digit in doubled
    )
    return total % 10 == 0


def _checks_as_iban(plain: str) -> bool:
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % _IBAN_MODULUS == 1
