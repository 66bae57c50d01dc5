"""How expressions begin, so that a search skips what cannot begin a match."""

from __future__ import annotations


def any_word(*alternatives: str) -> str:
    """An expression for one of several, at the beginning of a word, in a text of small letters.

    The engine can skip to the letters with which alternatives begin, which it cannot if a boundary
    comes first; thirty expressions over a long text are quick only so.

    Args:
        alternatives: expressions that each begin with one plain letter.
    """
    return "(?:" + "|".join(rf"{one[0]}(?<!\w.){one[1:]}" for one in alternatives) + ")"


def words(listed: str) -> str:
    """`any_word` of words with spaces between them."""
    return any_word(*listed.split())
