"""Printed labels of list items: bullets, numbers and letters, made and recognised."""

from __future__ import annotations

import re
from typing import Final

BULLET: Final = "•"

_PRIVATE: Final = "\ue000-\uf8ff"
"""Where symbol fonts keep their bullets."""
_BULLETS: Final = rf"•·∙●○◦▪■□▫‣⁃►▶➢➤✓✔❖◆◇*–—\-{_PRIVATE}"
_BULLET: Final = re.compile(
    rf"(?P<label>[{_BULLETS}]|[oØü§](?=[ \t]{{1,6}}[A-Za-z(“\"‘]))[ \t]+(?=\S)"
)
_TIGHT_BULLET: Final = re.compile(rf"(?P<label>[•●▪■{_PRIVATE}])(?=\w)")
_NUMBER: Final = re.compile(
    r"(?P<label>"
    r"\(?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.):]?"
    r"|\(?[a-z]{1}[.)]"
    r"|\([A-Z]\)|[A-Z][.)]|[A-Z]{1,3}\d{1,2}[a-z]?[.):]"
    r"|\(?[ivxl]{1,6}[.)]"
    r")(?P<gap>[ \t]+)(?=\S)"
)
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET: Final = 26


def numeral(number: int, style: str) -> str:
    """A number as a list prints it.

    Args:
        number: the number, from 0.
        style: "1", "a", "A", "i" or "I", as in HTML and OpenDocument.
    """
    if number < 1 or style not in "aAiI":
        return str(number)
    written = _roman(number) if style in "iI" else _letters(number)
    return written.upper() if style.isupper() else written


def _letters(number: int) -> str:
    """a, b ... z, aa, bb, as word processors count past z."""
    turns, letter = divmod(number - 1, _ALPHABET)
    return chr(ord("a") + letter) * (turns + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        turns, number = divmod(number, value)
        written += sign * turns
    return written


def with_label(label: str, text: str) -> str:
    """The text with its printed label first."""
    return f"{label} {text}" if label else text


def split_bullet(text: str) -> tuple[str, str] | None:
    """A line's bullet and the rest of it, or None if it starts with no bullet."""
    found = _BULLET.match(text) or _TIGHT_BULLET.match(text)
    return (found["label"], text[found.end() :]) if found else None


def with_plain_bullet(text: str) -> str:
    """The text with the bullet of a symbol font, if it starts with one, as a plain bullet."""
    found = split_bullet(text)
    if found is None or not (found[0] in "oØü§" or "\ue000" <= found[0] <= "\uf8ff"):
        return text
    return with_label(BULLET, found[1])


def split_number(text: str) -> tuple[str, str] | None:
    """A line's printed number or letter and the rest of it, or None if it has none.

    A bare number ("3 officers") counts as a label only before a wide gap or a full stop, bracket
    or colon, since prose and tables also start lines with numbers.
    """
    found = _NUMBER.match(text)
    if found is None:
        return None
    bare = found["label"][-1].isalnum() and "." not in found["label"]
    if bare and len(found["gap"].expandtabs(4)) < 2:
        return None
    return found["label"], text[found.end() :]


def is_label(text: str) -> bool:
    """Whether the text is nothing but a bullet, number or letter, as in a column of its own."""
    probe = f"{text.strip()}  x"
    found = split_bullet(probe) or split_number(probe)
    return found is not None and found[1] == "x"


def follows_on(before: str, label: str) -> bool:
    """Whether a printed number is the next after another, as 3. or 2.4 after 2. or 2.3."""
    numbers = _numbers(before)
    return bool(numbers) and _numbers(label) == [*numbers[:-1], numbers[-1] + 1]


def _numbers(label: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", label)]
