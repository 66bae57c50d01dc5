"""What the public can get, as bytes; and what in their words may be the reference of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_WORDS: Final = re.compile(r"[^\W_]+")
_MOST_BETWEEN: Final = 3
_MOST_WORDS: Final = 6
_SHORTEST: Final = 6
_LONGEST: Final = 24
_FEWEST_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One page or file that the public can get."""

    name: str
    """What a publisher calls it: the inspection or meeting, and the format."""
    content: bytes


def possible_references(text: str) -> Iterator[str]:
    """Capitals and digits of every passage that may be a reference of a case.

    A passage is up to six words in a row, parted by spaces and signs, with at least four digits.
    They are spelled as `casework` spells references, so that each can be hashed and looked up.
    """
    words = list(_WORDS.finditer(text))
    digits_of = [sum(map(str.isdigit, word[0])) for word in words]
    for first, word in enumerate(words):
        # Most words have no digit near them.
        if sum(digits_of[first : first + _MOST_WORDS]) < _FEWEST_DIGITS:
            continue
        joined, digits, end = "", 0, word.start()
        for place in range(first, min(first + _MOST_WORDS, len(words))):
            following = words[place]
            joined += following[0].upper()
            if following.start() - end > _MOST_BETWEEN or len(joined) > _LONGEST:
                break
            end = following.end()
            digits += digits_of[place]
            if len(joined) >= _SHORTEST and digits >= _FEWEST_DIGITS:
                yield joined
