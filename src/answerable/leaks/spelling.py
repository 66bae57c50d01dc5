"""Text in the one spelling in which needles are looked for, and what hides between characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_NO_LETTERS: Final = re.compile(r"[\W_]+")
_TAGS: Final = re.compile(r"<[^<>]*>")
_MARKS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
"""Accents, once they stand behind their letters."""
_LOOK_ALIKES: Final = str.maketrans(
    "авекмнорстухіјѕһԁԛԝɡıαβεικνορτυχ", "abekmhopctyxijshdqwgiabeikvoptux"
)
"""Small Cyrillic and Greek letters that print like Latin ones."""
_TAG_CHARACTERS: Final = re.compile(
    "(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007e]+"
)
"""But those of a flag, which they are for."""
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}")
_NOTHING_TO_SEE: Final = re.compile("[\u200b\u200c\u200d\u2060\ufeff]{16,}")
_FIRST_SELECTORS: Final = 16


def folded(text: str) -> str:
    """Small letters without accents, widths, ligatures and look-alikes of other scripts.

    What separates letters stays.
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return _MARKS.sub("", apart).casefold().translate(_LOOK_ALIKES)


def squeezed(text: str) -> str:
    """The letters and digits of a folded text, and nothing between them."""
    return _NO_LETTERS.sub("", text)


def without_tags(text: str, *, between: str) -> str:
    """A text of markup without its tags.

    Args:
        between: what stands where a tag stood: nothing joins words that were split over runs, a
            space parts what stands in neighbouring cells.
    """
    return _TAGS.sub(between, text)


def hidden_characters(text: str) -> Iterator[bytes]:
    """What characters that nobody sees spell: tags, variation selectors, rows of two zero-widths.

    Sources: The Unicode Standard, sections 23.4 (selectors) and 23.9 (tags).
    """
    for run in _TAG_CHARACTERS.findall(text):
        yield bytes(ord(character) - 0xE0000 for character in run)
    for run in _SELECTORS.findall(text):
        yield bytes(map(_selected, run))
    for run in _NOTHING_TO_SEE.findall(text):
        for one in sorted(set(run)):
            yield _bits(run, one)


def _selected(selector: str) -> int:
    code = ord(selector)
    return code - 0xFE00 if code < 0xE0100 else code - 0xE0100 + _FIRST_SELECTORS


def _bits(run: str, one: str) -> bytes:
    """Eight characters a byte; `one` stands for a 1 and every other for a 0."""
    whole = len(run) // 8 * 8
    bits = "".join("1" if character == one else "0" for character in run[:whole])
    return bytes(int(bits[at : at + 8], 2) for at in range(0, whole, 8))
