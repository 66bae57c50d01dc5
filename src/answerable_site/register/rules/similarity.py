"""Which earlier recommendations are worded alike. A machine proposes the link; a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LEAST = 68
"""In 100, below which two texts are not called alike: forms of office shared by all
recommendations ("Police forces should …") lie under it."""
MOST = 5


@dataclass(frozen=True, slots=True)
class Similar:
    """A text that is worded alike."""

    key: int
    alike: int
    """In 100: 100 for the same words in any order."""


def similar(text: str, others: Mapping[int, str], *, most: int = MOST) -> tuple[Similar, ...]:
    """The texts that are worded most alike, the closest first.

    Words are compared without their order, capitals and punctuation (the normalised edit distance
    of sorted words).

    Args:
        text: that is compared.
        others: texts by a key.
        most: how many are wanted.
    """
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        text,
        others,
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        score_cutoff=LEAST,
        limit=most,
    )
    return tuple(Similar(key, round(alike)) for _, alike, key in found)
