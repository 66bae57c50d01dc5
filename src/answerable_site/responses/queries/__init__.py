"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.dispatches import (
    Attachment,
    Outgoing,
    dispatches_of,
    file_of,
    outgoing_copy,
    outgoing_invitation,
    outgoing_of,
    recipients_of,
)
from answerable_site.responses.queries.dossiers import Dossier, dossier, dossier_visible_to
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to
from answerable_site.responses.queries.histories import History, history
from answerable_site.responses.queries.specified_information import (
    InformationHeld,
    body_visible_to,
    information_of,
)

__all__ = [
    "Attachment",
    "Dossier",
    "Duty",
    "History",
    "InformationHeld",
    "Outgoing",
    "body_visible_to",
    "dispatches_of",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
    "file_of",
    "history",
    "information_of",
    "outgoing_copy",
    "outgoing_invitation",
    "outgoing_of",
    "recipients_of",
]
