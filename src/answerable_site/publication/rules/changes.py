"""What can happen to what is public, as the feed of changes names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Happened(StrEnum):
    """A kind of change. A name is never given another meaning; further ones may follow."""

    INSPECTION_ENTERED = "inspection.entered"
    INSPECTION_CORRECTED = "inspection.corrected"
    INSPECTION_PASSED_ON = "inspection.passed_on"
    RESPONSE_PUBLISHED = "response.published"
    RESPONSE_WITHDRAWN = "response.withdrawn"
    FOLLOW_UP_PUBLISHED = "follow_up.published"
    FOLLOW_UP_WITHDRAWN = "follow_up.withdrawn"
    FIGURES_PUBLISHED = "figures.published"
    FIGURES_WITHDRAWN = "figures.withdrawn"
    MEETING_PUBLISHED = "meeting.published"
    MEETING_WITHDRAWN = "meeting.withdrawn"
    FEEDBACK_PUBLISHED = "feedback.published"
    FEEDBACK_WITHDRAWN = "feedback.withdrawn"

    @property
    def in_words(self) -> str:
        """What happened, as a sentence without its end."""
        return _IN_WORDS[self]


_IN_WORDS: Final = {
    Happened.INSPECTION_ENTERED: "An inspection was entered in the public register",
    Happened.INSPECTION_CORRECTED: "The facts of a public entry were corrected",
    Happened.INSPECTION_PASSED_ON: "Another body answers from now on",
    Happened.RESPONSE_PUBLISHED: "A version of a response was published",
    Happened.RESPONSE_WITHDRAWN: "A version of a response was withdrawn",
    Happened.FOLLOW_UP_PUBLISHED: "What became of recommendations was published",
    Happened.FOLLOW_UP_WITHDRAWN: "What became of recommendations was withdrawn",
    Happened.FIGURES_PUBLISHED: "An edition of figures was published",
    Happened.FIGURES_WITHDRAWN: "An edition of figures was withdrawn",
    Happened.MEETING_PUBLISHED: "Papers of a public meeting were published",
    Happened.MEETING_WITHDRAWN: "Papers of a public meeting were withdrawn",
    Happened.FEEDBACK_PUBLISHED: "What victims told was published",
    Happened.FEEDBACK_WITHDRAWN: "What victims told was withdrawn",
}

BY_ACT: Final = {
    "publication.release_entry": Happened.INSPECTION_ENTERED,
    "publication.release_correction": Happened.INSPECTION_CORRECTED,
    "publication.pass_entry": Happened.INSPECTION_PASSED_ON,
    "publication.publish_response": Happened.RESPONSE_PUBLISHED,
    "publication.withdraw_response": Happened.RESPONSE_WITHDRAWN,
    "publication.release_progress": Happened.FOLLOW_UP_PUBLISHED,
    "publication.withdraw_progress": Happened.FOLLOW_UP_WITHDRAWN,
    "publication.publish_figures": Happened.FIGURES_PUBLISHED,
    "publication.withdraw_figures": Happened.FIGURES_WITHDRAWN,
    "publication.release_edition": Happened.MEETING_PUBLISHED,
    "publication.withdraw_edition": Happened.MEETING_WITHDRAWN,
    "publication.release_feedback": Happened.FEEDBACK_PUBLISHED,
    "publication.withdraw_feedback": Happened.FEEDBACK_WITHDRAWN,
}
"""What each act of this app is to the public; every other is nothing to it yet."""


@dataclass(frozen=True, slots=True)
class PublicChange:
    """Something that became public, or was taken back. It names nobody and quotes nothing."""

    number: int
    """That of its entry in the record of acts: whatever happens later has a greater one."""
    what: Happened
    at: datetime
    body: str
    """The body’s part of addresses."""
    path: str
    """Where it stands on this site."""
    data_path: str
    """Where the interface tells it; empty where it does not."""
