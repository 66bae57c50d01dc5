"""Marks around words that are English on a page in another language.

A page is put together from many places, none of which knows whether what it writes will stand
between tags, in an attribute or in the title. So they set marks, and `with_lang_attributes` makes
elements with `lang` of those between tags and takes the others away. The marks are characters that
Unicode reserves for the inside of programs (noncharacters), so no text has them.
"""

from __future__ import annotations

import re

WORDING, DATA, END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Before wording of the product that has no Welsh, before what somebody wrote, after either."""
_MARKS = str.maketrans("", "", WORDING + DATA + END)
_WORD = re.compile(r"[A-Za-z]*[a-z]{2}")
# In these, text is no place for an element.
_PIECES = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|title|textarea|option)\b.*?</(?P=raw)>"
    r"|<[^>]*>"
    f"|[{WORDING}{DATA}{END}]",
    re.DOTALL | re.IGNORECASE,
)


def marked_as_english(text: str) -> str:
    """Wording of the product that has no Welsh yet."""
    return f"{WORDING}{text}{END}" if _WORD.search(text) else text


def marked_as_data(text: str) -> str:
    """What somebody wrote, or a text that nobody marked for translation: taken for English."""
    return f"{DATA}{text}{END}" if _WORD.search(text) and WORDING not in text else text


def without_marks(text: str) -> str:
    """The text alone."""
    return text.translate(_MARKS)


def with_lang_attributes(page: str) -> str:
    """HTML in which everything that is marked says that it is English."""
    depth = 0

    def instead(found: re.Match[str]) -> str:
        nonlocal depth
        piece = found[0]
        if len(piece) > 1:
            return without_marks(piece)
        if piece != END:
            depth += 1
            return '<span lang="en">' if depth == 1 else ""
        if depth == 0:
            return ""
        depth -= 1
        return "" if depth else "</span>"

    return _PIECES.sub(instead, page)
