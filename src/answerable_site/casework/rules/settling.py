"""What is recorded once something that was due has been done."""

from __future__ import annotations

from typing import Final

from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable.records.kinds.advice import AdviceAnswered, AdviceConsidered, AdviceRequested
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.disagreement import DisagreementResolved
from answerable.records.kinds.first_response import (
    NeedsAssessed,
    PersonalStatement,
    SpecialistDeployed,
)
from answerable.records.kinds.people import SuspectStatus
from answerable.records.kinds.plan import (
    InvestigationPlanned,
    ItemAnswered,
    ItemEscalated,
    ItemReviewed,
)
from answerable.records.kinds.review import ReviewAcknowledged, ReviewDecided, ReviewRightTold
from answerable.records.kinds.supervision import SupervisorReviewed
from answerable.records.kinds.support import SupportContact, SupportOffered, SupportReferred
from answerable.records.kinds.telling import ContactPreference, Told, ToldOfStep
from answerable.records.kinds.voice import VictimFeedback

SETTLED_BY: Final[dict[str, type[Event]]] = {
    "acknowledge_review_police": ReviewAcknowledged,
    "answer_advice_request": AdviceAnswered,
    "answer_plan_item": ItemAnswered,
    "ask_how_to_be_told": ContactPreference,
    "charging_decision_5": Decision,
    "charging_decision_21": Decision,
    "charging_decision_28": Decision,
    "complete_review_cps": ReviewDecided,
    "complete_review_cps_local": ReviewDecided,
    "complete_review_pilot": ReviewDecided,
    "complete_review_police": ReviewDecided,
    "consider_advice": AdviceConsidered,
    "escalate_overdue_item": ItemEscalated,
    "follow_end_of_bail": SuspectStatus,
    "investigation_plan": InvestigationPlanned,
    "needs_assessed": NeedsAssessed,
    "personal_statement_offered": PersonalStatement,
    "request_advice": AdviceRequested,
    "resolve_disagreement": DisagreementResolved,
    "review_plan_item": ItemReviewed,
    "specialist_deployed": SpecialistDeployed,
    "supervisor_review": SupervisorReviewed,
    "support_in_touch": SupportContact,
    "support_offered": SupportOffered,
    "support_offered_at_stage": SupportOffered,
    "support_referred": SupportReferred,
    "tell_review_right": ReviewRightTold,
    "tell_suspect_step": ToldOfStep,
    "tell_suspect_step_enhanced": ToldOfStep,
    "tell_victim": Told,
    "tell_victim_enhanced": Told,
    "victim_asked_at_stage": VictimFeedback,
}
"""The kind of event by the code of the rule that asks. Characteristics are chosen from a list of
their own."""


def facts_about(
    kind: type[Event], file: CaseFile, *, victim: int | None, event: int | None
) -> dict[str, int]:
    """The facts of an event to come that what is due says already: whom and what it is about.

    Args:
        victim: the number of the victim, where it is about one.
        event: the number of the event that it follows, where it follows one.
    """
    known = {"victim": victim} if victim and "victim" in kind.QUESTIONS else {}
    if event is not None:
        known |= {name: event for name, other in kind.REFERS.items() if file.named(event, other)}
    return known
