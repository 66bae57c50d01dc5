"""Words that somebody has to give."""

from __future__ import annotations


class NothingSaid(ValueError):
    """Something has to be said; the message says what."""


def words_in(given: str, ask: str) -> str:
    """The words without blanks around them.

    Raises:
        NothingSaid: there are none; says what to do in the words of `ask`.
    """
    if not given.strip():
        raise NothingSaid(ask)
    return given.strip()
