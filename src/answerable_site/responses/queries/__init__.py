"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.binding import other_reports, proposed_binding
from answerable_site.responses.queries.dossiers import Dossier, dossier, dossier_visible_to
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to
from answerable_site.responses.queries.histories import History, history

__all__ = [
    "Dossier",
    "Duty",
    "History",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
    "history",
    "other_reports",
    "proposed_binding",
]
