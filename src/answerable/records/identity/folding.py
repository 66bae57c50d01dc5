"""Text in one plain spelling, with the way back to the text as it was given.

Characters that look alike or that nobody sees hide a number from an expression: full-width digits,
non-breaking spaces, any of a dozen dashes, zero-width joiners, accents. Folding makes them one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_LONGEST_EXPANSION = 4
"""A single character that would become more than this is kept: some become whole sentences."""
_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼ`´′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("−⁃", "-"),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("·‧。｡", "."),
    **dict.fromkeys("\u2028\u2029\x85", "\n"),
    **dict.fromkeys("\u115f\u1160\u3164\uffa0", ""),
    "\u2800": " ",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its plain spelling."""

    text: str
    places: Sequence[int]
    """For each plain character the place of the one it came from; then the length of the text."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a passage of the plain spelling stands in the text as it was given.

        Args:
            start: the place of its first plain character.
            end: the place after its last one; more than `start`.
        """
        return self.places[start], max(self.places[end], self.places[end - 1] + 1)


def folded(text: str) -> Folded:
    """The plain spelling of any text, in time that grows with its length."""
    if text.isascii():
        return Folded(text, range(len(text) + 1))
    plain = [_plain(character) for character in text]
    places = [place for place, characters in enumerate(plain) for _ in characters]
    return Folded("".join(plain), [*places, len(text)])


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me"}:
        return ""
    if category == "Pd":
        return "-"
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    parts = unicodedata.normalize("NFKD", character)
    if parts == character or len(parts) > _LONGEST_EXPANSION:
        return character
    return "".join(map(_plain, parts))
