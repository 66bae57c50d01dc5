"""Owners, dates and pauses, of commitments and of actions in one way."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from answerable_site.followup import access, forms, operations, presenters, queries, rules
from answerable_site.followup.presenters import Place
from answerable_site.followup.views.asking import (
    Question,
    action_or_404,
    ask,
    commitment_or_404,
    now,
    today,
)
from answerable_site.people.requests import Request


def assign_owner(request: Request, commitment_id: int) -> HttpResponse:
    """Say who owns a commitment."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_manage(request.viewer, found)
    return _assign(request, found, presenters.place_of_commitment(found))


def assign_action_owner(request: Request, action_id: int) -> HttpResponse:
    """Say who owns an action."""
    found = action_or_404(request, action_id)
    access.check_can_manage_action(request.viewer, found)
    return _assign(request, found, presenters.place_of_action(found))


def set_target(request: Request, commitment_id: int) -> HttpResponse:
    """Set or move the date of a commitment."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_work_on(request.viewer, found)
    return _target(request, found, presenters.place_of_commitment(found))


def set_action_target(request: Request, action_id: int) -> HttpResponse:
    """Set or move the date of an action."""
    found = action_or_404(request, action_id)
    access.check_can_work_on(request.viewer, found)
    return _target(request, found, presenters.place_of_action(found))


def pause(request: Request, commitment_id: int) -> HttpResponse:
    """Hold escalation of a commitment back."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_manage(request.viewer, found)
    return _pause(request, found, presenters.place_of_commitment(found))


def pause_action(request: Request, action_id: int) -> HttpResponse:
    """Hold escalation of an action back."""
    found = action_or_404(request, action_id)
    access.check_can_manage_action(request.viewer, found)
    return _pause(request, found, presenters.place_of_action(found))


def _assign(request: Request, thing: Any, back: Place) -> HttpResponse:
    people = queries.people_who_could_own(thing.organisation_id, on=today())
    form = forms.AssignOwner(
        request.POST or None,
        people=people,
        had_owner=thing.owner_id is not None,
        initial={"owner": thing.owner_id},
    )
    return ask(
        request,
        form,
        Question("Say who owns it", "Save", back.text, back, "The owner was saved."),
        lambda said: operations.assign_owner(
            **now(request),
            on=today(),
            thing=thing,
            owner=said["owner"],
            reason=said["reason"],
        ),
    )


def _target(request: Request, thing: Any, back: Place) -> HttpResponse:
    is_first = thing.original_on is None
    shown = (
        ()
        if is_first
        else (
            ("Original date", presenters.original_in_words(thing)),
            ("Worked to now", presenters.current_in_words(thing)),
        )
    )
    heading = "Set a target date" if is_first else "Move the date"
    return ask(
        request,
        forms.SetTarget(request.POST or None, is_first=is_first),
        Question(heading, "Save the date", back.text, back, "The date was saved.", shown),
        lambda said: operations.set_target(
            **now(request),
            thing=thing,
            target=rules.Target(said["on"], rules.Whose(said["whose"]), said.get("reason", "")),
        ),
    )


def _pause(request: Request, thing: Any, back: Place) -> HttpResponse:
    return ask(
        request,
        forms.Pause(request.POST or None, initial={"from_on": today()}),
        Question("Pause escalation", "Pause it", back.text, back, "Escalation is paused."),
        lambda said: operations.pause(**now(request), thing=thing, **said),
    )
