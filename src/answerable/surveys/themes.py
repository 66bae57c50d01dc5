"""What coders look for in the words of victims: one book of codes, version by version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that a passage may be about."""

    key: str
    label: str
    covers: str
    """When it is given, in a sentence for coders."""
    recommendations: tuple[str, ...] = ()
    """Those to which it speaks, by number as printed in the joint inspection of July 2021."""


@dataclass(frozen=True, slots=True)
class CodeBook:
    """One version of the themes."""

    version: int
    themes: tuple[Theme, ...]
    changed: str

    def theme(self, key: str) -> Theme:
        """The theme of a key.

        Raises:
            KeyError: there is none.
        """
        return {one.key: one for one in self.themes}[key]


BOOKS: Final[Mapping[int, CodeBook]] = {
    1: CodeBook(
        version=1,
        themes=(
            Theme(
                "waiting",
                "Waiting",
                "How long something took, or that nothing happened for a while.",
                ("2", "6"),
            ),
            Theme(
                "being_told",
                "Being told",
                "How, when or by whom something was told, or that it was not.",
                ("6",),
            ),
            Theme(
                "being_believed",
                "Being listened to and believed",
                "Being taken seriously, listened to, believed, respected, or not.",
                ("2",),
            ),
            Theme(
                "support",
                "Support",
                "Support from a service or a support worker: offered, had, missed, ended.",
                ("2",),
            ),
            Theme(
                "who_does_what",
                "Who does what",
                "Knowing, or not knowing, who is responsible and whom to ask.",
                ("2", "5"),
            ),
            Theme(
                "reasons",
                "Reasons",
                "Whether a decision was explained so that it could be understood.",
                ("6",),
            ),
            Theme(
                "review",
                "Asking for a review",
                "The right to have a decision looked at again: told of, used, not known.",
                ("7",),
            ),
            Theme(
                "private_life",
                "Telephone, records and private life",
                "Being asked for a telephone, for medical or counselling records, for one’s past.",
            ),
            Theme(
                "safety",
                "Safety",
                "Fear of the suspect or of others, protection, conditions of bail.",
            ),
            Theme("other", "Something else", "What no other theme covers."),
        ),
        changed="First version.",
    ),
}

CURRENT: Final = max(BOOKS)
"""The version with which rounds that begin now are coded."""
