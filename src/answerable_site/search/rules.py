"""What is searched, in words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from answerable.languages import message


class Kind(StrEnum):
    """A kind of thing that words find, in the order in which they are shown."""

    INSPECTION = "inspection"
    RECOMMENDATION = "recommendation"
    RESPONSE = "response"
    COMMITMENT = "commitment"
    ACTION = "action"

    @property
    def label(self) -> str:
        """One of them."""
        return _LABELS[self]

    @property
    def plural(self) -> str:
        """Several of them."""
        return _PLURALS[self]


_LABELS: Final = {
    Kind.INSPECTION: message("Inspection"),
    Kind.RECOMMENDATION: message("Recommendation"),
    Kind.RESPONSE: message("Response"),
    Kind.COMMITMENT: message("Commitment"),
    Kind.ACTION: message("Action"),
}
_PLURALS: Final = {
    Kind.INSPECTION: message("Inspections"),
    Kind.RECOMMENDATION: message("Recommendations"),
    Kind.RESPONSE: message("Responses"),
    Kind.COMMITMENT: message("Commitments"),
    Kind.ACTION: message("Actions"),
}
