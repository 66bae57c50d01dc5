"""A saved version of a text, with who wrote it and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.responses.rules.answers import ANSWERS, LANGUAGES, POSITIONS
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import Language, Position

if TYPE_CHECKING:
    from answerable_site.people.models import User
    from answerable_site.responses.models import (
        BodyComments,
        ChiefOfficerComments,
        Explanation,
        Reply,
        Response,
    )

    Saved = BodyComments | ChiefOfficerComments | Explanation | Reply


@dataclass(frozen=True, slots=True)
class SavedText:
    """One version."""

    version: int
    text: str
    welsh: str
    """The same in Welsh; empty where there is none."""
    said: tuple[str, ...]
    """What it says besides the text, a sentence each."""
    by: str
    """Who and when."""

    @property
    def in_both(self) -> str:
        """The text and its Welsh, one after the other."""
        return f"{self.text}\n\n{self.welsh}" if self.welsh else self.text


def by_whom(person: User, moment: object) -> str:
    """Who did something, and when."""
    return f"{person.full_name}, {moment_in_words(moment)}"  # type: ignore[arg-type]


def saved_text(saved: Saved) -> SavedText:
    """A version of any of the texts of a response."""
    return SavedText(
        version=saved.version,
        text=saved.text,
        welsh=getattr(saved, "welsh", ""),
        said=_said(saved),
        by=by_whom(saved.written_by, saved.written_at),
    )


def response_words(response: Response) -> str:
    """A response of the same body as a choice: by the report that it answers."""
    inspection = response.inspection
    return f"{inspection.title} (report of {date_in_words(inspection.published_on)})"


def _said(saved: Saved) -> tuple[str, ...]:
    said = []
    if kind := getattr(saved, "kind", ""):
        said.append(f"{ANSWERS[ExplanationKind(kind)]}.")
    if position := getattr(saved, "position", ""):
        said.append(f"{POSITIONS[Position(position)]}.")
    if answered_in := getattr(saved, "answered_in", None):
        said.append(f"Answered in the response to “{answered_in.inspection.title}”.")
    if due_on := getattr(saved, "due_on", None):
        said.append(f"To be complete by {date_in_words(due_on)}.")
    if owner := getattr(saved, "owner", ""):
        said.append(f"Owner: {owner}.")
    if hasattr(saved, "priorities") and (served := saved.priorities.all()):
        said.append(f"Plan priorities: {'; '.join(priority.name for priority in served)}.")
    if received_on := getattr(saved, "received_on", None):
        said.append(f"Received on {date_in_words(received_on)}.")
    if author := getattr(saved, "author_name", ""):
        said.append(f"By {author}, {getattr(saved, 'author_title', '')}.")
    if none_by := getattr(saved, "none_received_by", None):
        said.append(f"No comments were received by {date_in_words(none_by)}.")
    if saved.language != Language.ENGLISH:
        said.append(f"Written in {LANGUAGES[Language(saved.language)]}.")
    return tuple(said)
