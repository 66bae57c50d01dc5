"""Texts that are made to be slow for expressions that go back and try again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

_ALPHABET = "aA1 .-@/:'0+(o)\n"


def _again(part: str) -> Callable[[int], str]:
    return lambda size: (part * (size // len(part) + 1))[:size]


def _by_chance(size: int) -> str:
    return "".join(Random(7).choices(_ALPHABET, k=size))


def _unlike(size: int) -> str:
    return "".join(chr(0xA1 + place % 50_000) for place in range(size))


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "letters without a space": _again("a"),
    "capitals without a space": _again("A"),
    "names without end": _again("Oluwaseun "),
    "short names without end": _again("Bb "),
    "capitals one by one": _again("A "),
    "capitals and apostrophes": _again("Aa'"),
    "figures without a space": _again("1"),
    "noughts with a space": _again("0 "),
    "figures with a dash": _again("4-"),
    "figures with a full stop": _again("1."),
    "colons": _again("a:"),
    "at signs": _again("a@"),
    "at and dot in words": _again("a dot a at "),
    "words with full stops": _again("a.a"),
    "words of cues": _again("ref no is "),
    "born and born again": _again("born on the "),
    "house numbers": _again("12 Aa Bb Cc "),
    "plates": _again("AB12 "),
    "spoken figures": _again("one two "),
    "names announced": _again("his name is x "),
    "brackets": _again("((("),
    "spaces": _again(" "),
    "lines": _again("\n"),
    "full-width figures": _again("０７"),
    "characters that nobody sees": _again("a\u200b"),
    "characters that become many": _again("\ufdfa"),
    "characters all unlike": _unlike,
    "characters by chance": _by_chance,
}
"""By its name, what makes a text of a given length."""
