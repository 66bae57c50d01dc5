"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.choices import other_responses, unsaved_text
from answerable_site.responses.queries.comparisons import (
    TwoDocuments,
    TwoTexts,
    pair_of,
    version_of,
)
from answerable_site.responses.queries.dossiers import Dossier, dossier, dossier_visible_to
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to
from answerable_site.responses.queries.earlier import EarlierAnswer, earlier_answers
from answerable_site.responses.queries.histories import History, history

__all__ = [
    "Dossier",
    "Duty",
    "EarlierAnswer",
    "History",
    "TwoDocuments",
    "TwoTexts",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
    "earlier_answers",
    "history",
    "other_responses",
    "pair_of",
    "unsaved_text",
    "version_of",
]
