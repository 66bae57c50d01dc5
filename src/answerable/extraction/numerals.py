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
_SMALL: Final = (
    r"(?:(?:" + "|".join(_TENS) + r")(?:[- ](?:" + "|".join(_ONES[1:10]) + r"))?"
    r"|" + "|".join(sorted(_ONES, key=len, reverse=True)) + r")"
)
NUMERAL_PATTERN: Final = (
    rf"(?:\d{{1,4}}|(?:(?:a|one|two|three) hundred)(?:(?: and)? {_SMALL})?|{_SMALL})"
)


def value_of(numeral: str) -> int | None:
    """The number that a numeral states ("14", "twenty-eight"), or None if it states none."""
    if numeral.isdecimal():
        return int(numeral)
    parts = [part for part in numeral.lower().replace("-", " ").split() if part != "and"]
    if "hundred" in parts:
        times = 1 if parts[0] == "a" else _WORDS.get(parts[0], 0)
        rest = parts[parts.index("hundred") + 1 :]
        return 100 * times + (value_of(" ".join(rest)) or 0)
    if not parts or any(part not in _WORDS for part in parts):
        return None
    return sum(_WORDS[part] for part in parts)
