"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.dossiers import Dossier, dossier, dossier_visible_to
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to
from answerable_site.responses.queries.histories import History, history
from answerable_site.responses.queries.successions import Passing, open_responses_of, passing

__all__ = [
    "Dossier",
    "Duty",
    "History",
    "Passing",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
    "history",
    "open_responses_of",
    "passing",
]
