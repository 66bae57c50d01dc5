"""How a row stands in a measure."""

from __future__ import annotations

from enum import IntEnum


class Standing(IntEnum):
    """Exactly one for each row of the subject; a number, since engines sort numbers faster."""

    NOT_APPLICABLE = 0
    PENDING = 1
    UNKNOWN = 2
    MET = 3
    MISSED = 4
