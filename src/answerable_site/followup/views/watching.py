"""Reviews, risks and escalations."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from answerable_site.followup import access, forms, operations, presenters, queries, rules
from answerable_site.followup.views.asking import Question, ask, commitment_or_404, now, today
from answerable_site.people.requests import Request


def plan_review(request: Request, commitment_id: int) -> HttpResponse:
    """Plan a day by which it is looked at."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_manage(request.viewer, found)
    return ask(
        request,
        forms.PlanReview(request.POST or None),
        Question(
            "Plan a review",
            "Plan the review",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The review was planned.",
        ),
        lambda said: operations.plan_review(**now(request), commitment=found, due_on=said["on"]),
    )


def hold_review(request: Request, review_id: int) -> HttpResponse:
    """Write down what came of a review."""
    found = get_object_or_404(queries.reviews_visible_to(request.viewer), pk=review_id)
    access.check_can_manage(request.viewer, found.commitment)
    back = presenters.place_of_commitment(found.commitment)
    return ask(
        request,
        forms.HoldReview(request.POST or None, initial={"held_on": today()}),
        Question(
            "What came of this review?", "Record it", back.text, back, "The review was recorded."
        ),
        lambda said: operations.hold_review(
            **now(request),
            today=today(),
            review=found,
            held_on=said["held_on"],
            words=said["words"],
        ),
    )


def add_risk(request: Request, commitment_id: int) -> HttpResponse:
    """Write down what could stand in the way."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_work_on(request.viewer, found)
    return ask(
        request,
        forms.AddRisk(request.POST or None),
        Question(
            "Add a risk",
            "Add the risk",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The risk was added.",
        ),
        lambda said: operations.add_risk(
            **now(request),
            commitment=found,
            words=said["words"],
            rating=rules.RiskRating(said["rating"]),
            mitigation=said["mitigation"],
        ),
    )


def end_risk(request: Request, risk_id: int) -> HttpResponse:
    """Say that a risk is over."""
    found = get_object_or_404(queries.risks_visible_to(request.viewer), pk=risk_id)
    access.check_can_work_on(request.viewer, found.commitment)
    back = presenters.place_of_commitment(found.commitment)
    return ask(
        request,
        forms.Reason(request.POST or None),
        Question(
            "Is this risk over?",
            "It is over",
            back.text,
            back,
            "The risk is over.",
            (("Risk", found.words),),
        ),
        lambda said: operations.end_risk(**now(request), risk=found, reason=said["reason"]),
    )


def acknowledge(request: Request, escalation_id: int) -> HttpResponse:
    """Say what is done about something that went up."""
    found = get_object_or_404(queries.escalations_visible_to(request.viewer), pk=escalation_id)
    access.check_can_acknowledge(request.viewer, found)
    back = presenters.place_of_subject(found)
    return ask(
        request,
        forms.Acknowledge(request.POST or None),
        Question(
            "Say what is done about it",
            "Record it",
            back.text,
            back,
            "It was recorded, and goes no further up.",
            (("It went up", presenters.trigger_of(found)),),
        ),
        lambda said: operations.acknowledge(**now(request), escalation=found, words=said["words"]),
    )
