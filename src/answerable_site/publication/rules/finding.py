"""What the public can search for."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

from answerable.languages import message


class Findable(StrEnum):
    """A kind of thing that is published and that words find."""

    INSPECTION = "inspection"
    RECOMMENDATION = "recommendation"
    RESPONSE = "response"
    FIGURES = "figures"
    MEETING = "meeting"

    @property
    def label(self) -> str:
        """One of them, in words."""
        return _LABELS[self]

    @property
    def plural(self) -> str:
        """Several of them, in words."""
        return _PLURALS[self]


_LABELS: Final = {
    Findable.INSPECTION: message("Inspection"),
    Findable.RECOMMENDATION: message("Recommendation and progress"),
    Findable.RESPONSE: message("Response"),
    Findable.FIGURES: message("Figures"),
    Findable.MEETING: message("Meeting"),
}
_PLURALS: Final = {
    Findable.INSPECTION: message("Inspections"),
    Findable.RECOMMENDATION: message("Recommendations and progress"),
    Findable.RESPONSE: message("Responses"),
    Findable.FIGURES: message("Figures"),
    Findable.MEETING: message("Meetings"),
}


def holds_welsh(document: dict[str, Any]) -> bool:
    """Whether words of Welsh stand in a document.

    Args:
        document: in the shape of `writing.canonical.as_json`.
    """
    return any(language.startswith("cy") for language in _languages(document))


def _languages(told: Any) -> Iterator[str]:
    """Every language that is named somewhere in plain data."""
    if isinstance(told, dict):
        if isinstance(language := told.get("language"), str):
            yield language
        told = list(told.values())
    if isinstance(told, list):
        for one in told:
            yield from _languages(one)
