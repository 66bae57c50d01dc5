"""The page of an action, its updates with evidence, and what it serves and waits for."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from answerable_site.followup import access, forms, operations, presenters, queries, rules
from answerable_site.followup.operations import NewAction, NewEvidence
from answerable_site.followup.views.asking import (
    Question,
    action_or_404,
    ask,
    at_once,
    commitment_or_404,
    now,
    today,
)
from answerable_site.people.requests import Request


@require_safe
def action(request: Request, action_id: int) -> HttpResponse:
    """Everything about one action."""
    found = get_object_or_404(queries.whole_actions(request.viewer), pk=action_id)
    powers = presenters.powers_over_action(found, viewer=request.viewer)
    shown = presenters.shown_action(found, powers=powers, on=today())
    return render(request, "followup/action.html", {"action": shown})


def update_action(request: Request, action_id: int) -> HttpResponse:
    """Say how an action goes, with its state and the evidence of it."""
    found = action_or_404(request, action_id)
    access.check_can_work_on(request.viewer, found)
    form = forms.UpdateAction(
        request.POST or None,
        request.FILES or None,
        commitments=queries.named_commitments(request.viewer).filter(actions=found),
        words=presenters.commitment_words,
        today=today(),
        initial={"state": found.state, "done_on": today()},
    )
    back = presenters.place_of_action(found)
    return ask(
        request,
        form,
        Question("Update this action", "Save the update", back.text, back, "The update was saved."),
        lambda said: _update(request, found, form, said),
    )


@transaction.atomic
def _update(request: Request, action: Any, form: forms.UpdateAction, said: dict[str, Any]) -> None:
    """Both acts or none."""
    if form.evidence_kind is not None:
        operations.add_evidence(
            **now(request),
            today=today(),
            commitment=said["commitment"],
            evidence=NewEvidence(
                form.evidence_kind,
                said["file_shows"] or said["address_shows"],
                on=today(),
                address=said["address"],
                file=said["file"],
                file_name=said["file"].name if said["file"] else "",
                action=action,
            ),
        )
    operations.add_update(
        **now(request),
        on=today(),
        thing=action,
        rating=rules.Rating(said["rating"]),
        words=said["words"],
        state=rules.ActionState(said["state"]),
        done_on=said["done_on"],
    )


def add_action(request: Request, commitment_id: int) -> HttpResponse:
    """Add an action or a milestone to a commitment."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_work_on(request.viewer, found)
    return _add(
        request,
        found,
        parent=None,
        question=Question(
            "Add an action",
            "Add the action",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The action was added.",
        ),
    )


def add_task(request: Request, action_id: int) -> HttpResponse:
    """Add a task to an action, for the first of its commitments that the viewer works on."""
    found = action_or_404(request, action_id)
    access.check_can_manage_action(request.viewer, found)
    seen = queries.named_commitments(request.viewer).filter(actions=found)
    served = [one for one in seen if access.can_work_on(request.viewer, one)]
    if not served:
        raise Http404
    back = presenters.place_of_action(found)
    question = Question("Add a task", "Add the task", back.text, back, "The task was added.")
    return _add(request, served[0], parent=found, question=question)


def _add(request: Request, commitment: Any, *, parent: Any, question: Question) -> HttpResponse:
    people = queries.people_who_could_own(commitment.organisation_id, on=today())
    form = forms.AddAction(request.POST or None, people=people, is_task=parent is not None)
    return ask(
        request,
        form,
        question,
        lambda said: operations.add_action(
            **now(request),
            commitment=commitment,
            action=NewAction(
                title=said["title"],
                words=said["words"],
                kind=rules.ActionKind(said.get("kind", rules.ActionKind.TASK)),
                parent=parent,
                owner=said["owner"],
                target=form.target,
                reference=said["reference"],
            ),
        ),
    )


def link_action(request: Request, action_id: int) -> HttpResponse:
    """Say which commitments an action serves. Those that the viewer does not see stay."""
    found = action_or_404(request, action_id)
    access.check_can_manage_action(request.viewer, found)
    offered = queries.commitments_to_serve(request.viewer, found)
    served = list(found.commitments.all())
    unseen = [one for one in served if one not in set(offered)]
    form = forms.LinkAction(
        request.POST or None,
        commitments=offered,
        words=presenters.commitment_words,
        initial={"commitments": served},
    )
    back = presenters.place_of_action(found)
    return ask(
        request,
        form,
        Question(
            "Say which commitments this serves",
            "Save",
            back.text,
            back,
            "What it serves was saved.",
        ),
        lambda said: operations.link_action(
            **now(request), action=found, commitments=[*said["commitments"], *unseen]
        ),
    )


def add_dependency(request: Request, action_id: int) -> HttpResponse:
    """Say what an action waits for."""
    found = action_or_404(request, action_id)
    access.check_can_work_on(request.viewer, found)
    back = presenters.place_of_action(found)
    return ask(
        request,
        forms.AddDependency(
            request.POST or None, actions=queries.actions_to_wait_for(request.viewer, found)
        ),
        Question("Say what this waits for", "Save", back.text, back, "It waits for that now."),
        lambda said: operations.add_dependency(
            **now(request), action=found, needed=said["needed"], reason=said["reason"]
        ),
    )


@require_POST
def end_dependency(request: Request, dependency_id: int) -> HttpResponse:
    """Say that an action waits for another no longer."""
    row = get_object_or_404(queries.dependencies_visible_to(request.viewer), pk=dependency_id)
    return at_once(
        request,
        lambda: operations.end_dependency(**now(request), action=row.action, needed=row.needed),
        done="It waits for that no longer.",
        back=presenters.place_of_action(row.action),
    )
