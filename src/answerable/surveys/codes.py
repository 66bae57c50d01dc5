"""One-time codes: with one, somebody answers once; it says nothing of who they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import log2
from typing import Final

from answerable.languages import say

_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without characters that look like another: nought and O, one and I and L."""
LENGTH: Final = 12
ENTROPY_BITS: Final = LENGTH * log2(len(_LETTERS))
"""How hard a code is to guess: with a thousand codes out and a hundred attempts a second, it takes
more than a hundred thousand years to hit one with even odds."""
_PARTS: Final = 4


class UnusableCode(ValueError):
    """What was typed is no code."""


def new_code(below: Callable[[int], int]) -> str:
    """A code that nobody can guess, in three parts, such as "K7PM-23XA-QRTC".

    Args:
        below: an unguessable whole number from nought to below the one that it is given, such as
            `secrets.randbelow`.
    """
    return spelled("".join(_LETTERS[below(len(_LETTERS))] for _ in range(LENGTH)))


def spelled(code: str) -> str:
    """A code in parts, as people read it: the reverse of `canonical_code`."""
    return "-".join(code[at : at + _PARTS] for at in range(0, LENGTH, _PARTS))


def canonical_code(typed: str) -> str:
    """A code as it is kept a digest of: capitals without spaces and hyphens.

    Raises:
        UnusableCode: it has other characters, or too few or many.
    """
    written = re.sub(r"[\s\-‐-―]", "", typed).upper()
    if len(written) != LENGTH or any(letter not in _LETTERS for letter in written):
        raise UnusableCode(
            say(
                "A code has {count} letters and numbers, such as K7PM-23XA-QRTC. "
                "Check what you typed",
                count=LENGTH,
            )
        )
    return written
