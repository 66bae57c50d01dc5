"""How a row stands in a measure."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """Exactly one for each row of the subject."""

    NOT_APPLICABLE = "not_applicable"
    PENDING = "pending"
    UNKNOWN = "unknown"
    MET = "met"
    MISSED = "missed"
