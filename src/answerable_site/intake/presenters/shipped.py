"""Profiles that come with the product, in words: to begin one’s own with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from answerable.mappings import Profile
from answerable.mappings.profiles import Holds, RowIs
from answerable.records.kinds import BY_TAG
from answerable_site.intake.presenters.sources import layout_in_words
from answerable_site.intake.rules import why_unloadable

_ROWS: Final = {
    RowIs.CASE: "One row is a case.",
    RowIs.VICTIM_AND_SUSPECT: "One row is a victim and suspect of a case: rows are not cases.",
    RowIs.SUBMISSION_AND_SUSPECT: (
        "One row is a submission to the prosecutors and a suspect: rows are not cases."
    ),
    RowIs.EVENT: "One row is an entry of a log: rows are not cases.",
    RowIs.COUNT: "One row is a count, and no case.",
}
_HOLDS: Final = {
    Holds.REFERENCE: "a reference",
    Holds.DATE: "a date",
    Holds.CODE: "a code",
    Holds.CODES: "several codes",
    Holds.YES_NO: "yes or no",
    Holds.WHOLE: "a whole number",
    Holds.TEXT: "a text",
}


@dataclass(frozen=True, slots=True)
class ShownProfile:
    """A profile on its page."""

    name: str
    title: str
    row: str
    """What one row is, in a sentence."""
    facts: tuple[str, ...]
    """How sure its layout is, where it is described, and why its files cannot be loaded."""
    columns: tuple[tuple[str, str], ...]
    """Heading, and what stands under it."""
    events: tuple[tuple[str, str], ...]
    """What the rows tell: the kind of event, and the heading of its day."""
    unread: tuple[tuple[str, str], ...]
    """Headings that are never read, and why."""


def shown_profile(profile: Profile) -> ShownProfile:
    """A profile with all that it reads."""
    return ShownProfile(
        name=profile.name,
        title=profile.title,
        row=_ROWS[profile.grain.row],
        facts=(
            layout_in_words(profile),
            f"Described in: {profile.citation}.",
            *why_unloadable(profile),
        ),
        columns=tuple(
            (profile.heading(name), _HOLDS[column.holds])
            for name, column in profile.columns.items()
        ),
        events=tuple(
            (BY_TAG[event.kind].LABEL, profile.heading(event.on)) for event in profile.events
        ),
        unread=tuple(profile.unread.items()),
    )
