"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.approvals import (
    approval_steps_visible_to,
    bodies_with_steps,
    organisations_that_approve,
)
from answerable_site.responses.queries.binding import (
    binding_decisions,
    other_reports,
    proposed_binding,
)
from answerable_site.responses.queries.dispatches import dispatches_of
from answerable_site.responses.queries.dossiers import Dossier, dossier, dossier_visible_to
from answerable_site.responses.queries.duties import Duty, due_for, duty_visible_to
from answerable_site.responses.queries.exclusions import exclusions_of
from answerable_site.responses.queries.histories import History, history
from answerable_site.responses.queries.plans import OfficePlan, office_plan
from answerable_site.responses.queries.successions import Passing, open_responses_of, passing

__all__ = [
    "Dossier",
    "Duty",
    "History",
    "OfficePlan",
    "Passing",
    "approval_steps_visible_to",
    "binding_decisions",
    "bodies_with_steps",
    "dispatches_of",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
    "exclusions_of",
    "history",
    "office_plan",
    "open_responses_of",
    "organisations_that_approve",
    "other_reports",
    "passing",
    "proposed_binding",
]
