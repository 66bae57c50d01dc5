"""Several things within a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """The words as a list within a sentence, such as "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
