"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.dossiers import Dossier, dossier, dossier_visible_to
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to

__all__ = [
    "Dossier",
    "Duty",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
]
