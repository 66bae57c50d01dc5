"""Pages, e-mails and calendars that need several apps, in words."""

from answerable_site.home.presenters.calendars import (
    ShownAddress,
    calendar_address,
    calendar_file,
    shown_address,
)
from answerable_site.home.presenters.digests import Email, digest_email
from answerable_site.home.presenters.due import (
    OwnStep,
    Summary,
    own_steps,
    shown_copies,
    summary,
)
from answerable_site.home.presenters.escalations import escalation_email
from answerable_site.home.presenters.interface import ShownInterface, shown_interface
from answerable_site.home.presenters.proving import commitment_in_words, figure_as_evidence
from answerable_site.home.presenters.questions import ShownQuestion, shown_questions
from answerable_site.home.presenters.reviewing import (
    finding_as_evidence,
    meeting_in_words,
    theme_as_item,
)
from answerable_site.home.presenters.stories import ShownStory, shown_story

__all__ = [
    "Email",
    "OwnStep",
    "ShownAddress",
    "ShownInterface",
    "ShownQuestion",
    "ShownStory",
    "Summary",
    "calendar_address",
    "calendar_file",
    "commitment_in_words",
    "digest_email",
    "escalation_email",
    "figure_as_evidence",
    "finding_as_evidence",
    "meeting_in_words",
    "own_steps",
    "shown_address",
    "shown_copies",
    "shown_interface",
    "shown_questions",
    "shown_story",
    "summary",
    "theme_as_item",
]
