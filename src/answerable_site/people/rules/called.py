"""Whether somebody is called as was typed."""

from __future__ import annotations

import re
import unicodedata


def is_called(name: str, typed: str) -> bool:
    """Whether every word that was typed begins a word of a name; nothing typed fits everybody.

    Capitals, accents and apostrophes do not count: who looks for "oneill" finds "O’Néill".
    """
    words = _words(name)
    return all(any(word.startswith(begun) for word in words) for begun in _words(typed))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", re.sub(r"[\u0300-\u036f'’]", "", plain))
