"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.dossiers import Dossier, dossier, dossier_visible_to
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to
from answerable_site.responses.queries.histories import History, history
from answerable_site.responses.queries.past import (
    JudgedPast,
    WantedPast,
    known_reports,
    past_of,
    past_response_visible_to,
    past_responses,
    printed_and_unrecorded,
    proposed_from_document,
    reference_is_taken,
    was_published_here,
)

__all__ = [
    "Dossier",
    "Duty",
    "History",
    "JudgedPast",
    "WantedPast",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
    "history",
    "known_reports",
    "past_of",
    "past_response_visible_to",
    "past_responses",
    "printed_and_unrecorded",
    "proposed_from_document",
    "reference_is_taken",
    "was_published_here",
]
