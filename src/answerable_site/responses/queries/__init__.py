"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.dossiers import Dossier, dossier
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to

__all__ = ["Dossier", "Duty", "dossier", "due_for", "duty_visible_to"]
