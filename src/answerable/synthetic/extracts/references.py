"""Invented references of crimes and of files of the prosecutors."""

from __future__ import annotations

from datetime import date

from answerable.synthetic.cases.forces import Force

_DIGITS = 100_000
_LETTERS = 26
_FIRST_LETTER = ord("A")


def crime_reference(force: Force, case: int, reported: date) -> str:
    """Such as X01/0000123/24."""
    return f"{force.code}/{case:07d}/{reported:%y}"


def urn(force: Force, case: int, reported: date) -> str:
    """Eleven characters, such as Y1AA0012324: force, unit, five digits, year."""
    unit = case // _DIGITS
    letters = chr(_FIRST_LETTER + unit // _LETTERS % _LETTERS) + chr(
        _FIRST_LETTER + unit % _LETTERS
    )
    return f"{force.urn_letters}{letters}{case % _DIGITS:05d}{reported:%y}"
