"""Numbers written as words or figures, as reports count recommendations, weeks and months."""

from __future__ import annotations

from typing import Final

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
NUMERAL_PATTERN: Final = (
    r"(?:\d{1,4}|(?:" + "|".join(_TENS) + r")(?:[- ](?:" + "|".join(_ONES[1:10]) + r"))?|"
    r"(?:" + "|".join(sorted(_ONES, key=len, reverse=True)) + r"))"
)


def value_of(numeral: str) -> int | None:
    """The number that a numeral states ("14", "twenty-eight"), or None if it states none."""
    if numeral.isdecimal():
        return int(numeral)
    parts = numeral.lower().replace("-", " ").split()
    if not parts or any(part not in _WORDS for part in parts):
        return None
    return sum(_WORDS[part] for part in parts)
