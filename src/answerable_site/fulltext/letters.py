"""Texts as both engines are to take them: every sign that is no letter or digit parts words, and
marks above letters do not count.

PostgreSQL’s own parser takes "and/or" for a path and "12-3" for a number below zero, and keeps the
marks of "dŵr"; SQLite’s does neither. What replaces a letter is one letter, so that a place in one
text is the same place in the other.
"""

from __future__ import annotations

import string
import unicodedata
from typing import Final

_MARKED: Final = tuple(
    (letter, base)
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if (base := unicodedata.normalize("NFD", letter)[0]) != letter and base in string.ascii_letters
)
_SIGNS: Final = f"{string.punctuation}‐‑–—−‘’“”„‟…•·«»£§\t\r\n\x00"
_PLAIN: Final = {ord(letter): base for letter, base in _MARKED} | dict.fromkeys(
    map(ord, _SIGNS), " "
)


def plain(text: str) -> str:
    """The text as it is indexed, letter by letter."""
    return text.translate(_PLAIN)


def plain_sql(expression: str) -> str:
    """The same of an expression of PostgreSQL, for the triggers that keep an index.

    Args:
        expression: a text; the parts of a composed letter become one letter first.
    """
    signs = _SIGNS.replace("\x00", "")
    plain_signs = "".join(sign for sign in signs if sign.isascii())
    letters = "".join(letter for letter, _ in _MARKED) + signs
    bases = "".join(base for _, base in _MARKED) + " " * len(signs)
    # Each letter of a text is looked for among all that are replaced: eight times faster where the
    # text has no letter but those of ASCII, as English nearly always.
    return (
        "(SELECT CASE WHEN octet_length(one) = char_length(one)"  # noqa: S608 - of our own parts
        f" THEN translate(one, {_quoted(plain_signs)}, {_quoted(' ' * len(plain_signs))})"
        f" ELSE translate(normalize(one, NFC), {_quoted(letters)}, {_quoted(bases)}) END"
        f" FROM (SELECT {expression} AS one OFFSET 0) AS given)"
    )


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
