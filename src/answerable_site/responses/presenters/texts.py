"""A saved version of a text, with who wrote it and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.responses.rules.composition import ANSWERS
from answerable_site.responses.rules.facts import ExplanationKind

if TYPE_CHECKING:
    from answerable_site.people.models import User
    from answerable_site.responses.models import (
        BodyComments,
        ChiefOfficerComments,
        Explanation,
        Reply,
    )

    Saved = BodyComments | ChiefOfficerComments | Explanation | Reply


@dataclass(frozen=True, slots=True)
class SavedText:
    """One version."""

    version: int
    text: str
    said: tuple[str, ...]
    """What it says besides the text, a sentence each."""
    by: str
    """Who and when."""


def by_whom(person: User, moment: object) -> str:
    """Who did something, and when."""
    return f"{person.full_name}, {moment_in_words(moment)}"  # type: ignore[arg-type]


def saved_text(saved: Saved) -> SavedText:
    """A version of any of the texts of a response."""
    return SavedText(
        version=saved.version,
        text=saved.text,
        said=_said(saved),
        by=by_whom(saved.written_by, saved.written_at),
    )


def _said(saved: Saved) -> tuple[str, ...]:
    said = []
    if kind := getattr(saved, "kind", ""):
        said.append(f"{ANSWERS[ExplanationKind(kind)]}.")
    if due_on := getattr(saved, "due_on", None):
        said.append(f"To be complete by {date_in_words(due_on)}.")
    if owner := getattr(saved, "owner", ""):
        said.append(f"Owner: {owner}.")
    if received_on := getattr(saved, "received_on", None):
        said.append(f"Received on {date_in_words(received_on)}.")
    if author := getattr(saved, "author_name", ""):
        said.append(f"By {author}, {getattr(saved, 'author_title', '')}.")
    if none_by := getattr(saved, "none_received_by", None):
        said.append(f"No comments were received by {date_in_words(none_by)}.")
    return tuple(said)
