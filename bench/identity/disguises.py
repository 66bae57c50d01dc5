"""Spellings that hide an identifier from whoever looks for plain characters."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_DASHES = "‐‑‒–—−"
_SPACES = "\u00a0\u2009\u202f\u2007"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def plain(written: str, _: Random) -> str:
    """As it is."""
    return written


def dashes(written: str, chance: Random) -> str:
    """Other dashes for hyphens."""
    return "".join(chance.choice(_DASHES) if one == "-" else one for one in written)


def spaces(written: str, chance: Random) -> str:
    """Spaces that do not break for those that do."""
    return "".join(chance.choice(_SPACES) if one == " " else one for one in written)


def unseen(written: str, chance: Random) -> str:
    """Characters of no width in between."""
    at = chance.randrange(1, len(written))
    return f"{written[:at]}{chance.choice(_UNSEEN)}{written[at:]}"


def full_width(written: str, _: Random) -> str:
    """Full-width figures."""
    return "".join(chr(ord(one) + 0xFEE0) if one in "0123456789" else one for one in written)


def spelled_out(written: str, chance: Random) -> str:
    """At and dot as words, for an e-mail address."""
    if "@" not in written or "/" in written or written.startswith("@"):
        return written
    at, dot = chance.choice([(" at ", " dot "), (" [at] ", " [dot] "), ("(at)", "(dot)")])
    return written.replace("@", at).replace(".", dot)


def spaced(written: str, _: Random) -> str:
    """A space between all figures, for a number of figures alone."""
    return " ".join(written) if written.isdigit() else written


DISGUISES: tuple[Callable[[str, Random], str], ...] = (
    *(plain, plain, plain, plain, plain, plain),
    *(dashes, spaces, unseen, full_width, spelled_out, spaced),
)
"""One in two identifiers stays as it is."""
