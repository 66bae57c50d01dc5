"""What was typed and not saved, as it is offered again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import moment_in_words, time_in_words

if TYPE_CHECKING:
    from datetime import datetime

    from answerable_site.responses.models import UnsavedText


@dataclass(frozen=True, slots=True)
class ShownUnsaved:
    """A text that its writer did not save."""

    typed: str
    """When it was kept, in a sentence."""
    text: str
    changed_meanwhile: bool
    """Somebody saved another version since its writer began."""


def shown_unsaved(kept: UnsavedText, *, version: int) -> ShownUnsaved:
    """What the writer kept, seen beside the latest version that is saved."""
    return ShownUnsaved(
        typed=f"You typed this on {moment_in_words(kept.kept_at)} and did not save it.",
        text="".join(kept.answers.get("text", [])),
        changed_meanwhile=kept.version != version,
    )


def kept_words(at: datetime, *, changed_meanwhile: bool) -> str:
    """What a page says when it has kept what was typed."""
    said = f"Kept at {time_in_words(at)}, not saved yet."
    if changed_meanwhile:
        said += " Somebody saved another version since you began: save to compare the two."
    return said
