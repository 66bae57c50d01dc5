"""The page of a commitment, and what is said about it as a whole."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from answerable_site.followup import access, forms, operations, presenters, queries, rules
from answerable_site.followup.views.asking import (
    Question,
    ask,
    at_once,
    commitment_or_404,
    now,
    today,
)
from answerable_site.people.requests import Request
from answerable_site.register.queries import recommendations_visible_to


@require_safe
def commitment(request: Request, commitment_id: int) -> HttpResponse:
    """Everything about one commitment."""
    viewer = request.viewer
    found = get_object_or_404(queries.whole_commitments(viewer), pk=commitment_id)
    shown = presenters.shown_commitment(
        found,
        powers=presenters.powers_over(found, viewer=viewer, owners=queries.owners_ever(found)),
        gaps=queries.gaps_before_closing(found),
        others=queries.commitments_beside(found, viewer),
        practice=queries.practice_reviews_visible_to(viewer).filter(commitments=found),
        in_register=recommendations_visible_to(viewer).filter(pk=found.recommendation_id).exists(),
        on=today(),
    )
    return render(request, "followup/commitment.html", {"commitment": shown, "held": found})


def add_update(request: Request, commitment_id: int) -> HttpResponse:
    """Say how a commitment goes."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_work_on(request.viewer, found)
    return ask(
        request,
        forms.AddUpdate(request.POST or None),
        Question(
            "Add a progress update",
            "Add the update",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The update was added.",
        ),
        lambda said: operations.add_update(
            **now(request),
            on=today(),
            thing=found,
            rating=rules.Rating(said["rating"]),
            words=said["words"],
        ),
    )


@require_POST
def agree_update(request: Request, update_id: int) -> HttpResponse:
    """Agree with what somebody else said inside."""
    update = get_object_or_404(queries.updates_visible_to(request.viewer), pk=update_id)
    return at_once(
        request,
        lambda: operations.agree_update(**now(request), update=update),
        done="You agreed with the update.",
        back=presenters.place_of_subject(update),
    )


def propose_wording(request: Request, commitment_id: int) -> HttpResponse:
    """Propose what the public may be told."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_work_on(request.viewer, found)
    return ask(
        request,
        forms.ProposeWording(request.POST or None),
        Question(
            "Propose words for the public",
            "Propose these words",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The words were proposed. Somebody else of the office approves them.",
        ),
        lambda said: operations.propose_wording(
            **now(request), commitment=found, words=said["words"]
        ),
    )


@require_POST
def approve_wording(request: Request, wording_id: int) -> HttpResponse:
    """Approve what somebody else proposed to tell the public."""
    wording = get_object_or_404(queries.wordings_visible_to(request.viewer), pk=wording_id)
    return at_once(
        request,
        lambda: operations.approve_wording(**now(request), wording=wording),
        done="The words for the public were approved.",
        back=presenters.place_of_commitment(wording.commitment),
    )
