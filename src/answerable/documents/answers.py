"""What a limited child answered, as data: nested only as deep as an answer can be."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from answerable.documents.refusal import Reason, Unreadable

DEEPEST: Final = 100
"""Brackets within brackets; the deepest honest answer has under ten."""
_STRINGS: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_NO_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))
_OPENING: Final = frozenset(b"[{")


def data_in(answer: bytes) -> Any:
    """The data of an answer in JSON.

    A file that took its reader over can make it answer anything; nothing it says may exhaust the
    process that listens.

    Args:
        answer: as the child wrote it.

    Raises:
        Unreadable: the answer is no JSON, or is nested deeper than `DEEPEST`.
    """
    if _depth(answer) > DEEPEST:
        raise Unreadable(Reason.DAMAGED)
    try:
        return json.loads(answer)
    except ValueError:
        raise Unreadable(Reason.DAMAGED) from None


def _depth(answer: bytes) -> int:
    deepest = depth = 0
    for bracket in _STRINGS.sub(b"", answer).translate(None, _NO_BRACKETS):
        if bracket in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest
