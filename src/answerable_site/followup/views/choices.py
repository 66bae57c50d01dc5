"""What a body asks of follow-up, how levels are called, and who is told when something goes up."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from answerable_site.followup import access, forms, operations, presenters, queries, rules
from answerable_site.followup.views.asking import Question, ask, at_once, now, today
from answerable_site.people.requests import Request
from answerable_site.people.rules import OrganisationKind


@require_safe
def choices_of_all(request: Request) -> HttpResponse:
    """The organisations whose choices the viewer may read."""
    context = {"organisations": queries.organisations_with_choices(request.viewer)}
    return render(request, "followup/organisations.html", context)


@require_safe
def choices(request: Request, slug: str) -> HttpResponse:
    """The choices of one organisation."""
    found = _organisation(request, slug)
    shown = presenters.shown_choices(
        found,
        policy=queries.policy_of(found.pk),
        policies=queries.policies_of(found),
        levels=queries.assurance_levels_of(found.pk),
        closure_levels=queries.closure_levels_of(found.pk),
        ladder=queries.ladder_of(found),
        viewer=request.viewer,
    )
    return render(request, "followup/choices.html", {"choices": shown})


def set_policy(request: Request, slug: str) -> HttpResponse:
    """Say what a body asks of follow-up from now on."""
    found = _decided(request, slug)
    now_asked = queries.policy_of(found.pk)
    form = forms.SetPolicy(
        request.POST or None,
        initial={name: getattr(now_asked, name) for name in forms.SetPolicy.base_fields},
    )
    return ask(
        request,
        form,
        _question(found, "Change what is asked", "Save", "The choices were saved."),
        lambda _: operations.set_policy(**now(request), body=found, policy=form.policy),
    )


@require_POST
def begin_levels(request: Request, slug: str) -> HttpResponse:
    """Begin with the levels of assurance that everybody starts from."""
    found = _decided(request, slug)
    return at_once(
        request,
        lambda: operations.begin_levels(**now(request), body=found),
        done="The levels were added. You can add others, and end those that you do not use.",
        back=presenters.place_of_choices(found),
    )


def name_level(request: Request, slug: str) -> HttpResponse:
    """Add a level of assurance."""
    found = _decided(request, slug)
    return ask(
        request,
        forms.NameLevel(request.POST or None),
        _question(found, "Add a level of assurance", "Add the level", "The level was added."),
        lambda said: operations.name_level(
            **now(request),
            body=found,
            name=said["name"],
            kind=rules.AssuranceKind(said["kind"]),
        ),
    )


@require_POST
def end_level(request: Request, level_id: int) -> HttpResponse:
    """Use a level of assurance no longer."""
    level = get_object_or_404(queries.levels_decided_by(request.viewer), pk=level_id)
    return at_once(
        request,
        lambda: operations.end_level(**now(request), level=level),
        done="The level is used no longer. What was judged by it stands.",
        back=presenters.place_of_choices(level.body),
    )


def name_closure_level(request: Request, slug: str) -> HttpResponse:
    """Write down how the inspectorate calls a level of closure."""
    found = _decided(request, slug)
    return ask(
        request,
        forms.NameClosureLevel(request.POST or None),
        _question(
            found, "Add a level of closure", "Add the level", "The level of closure was added."
        ),
        lambda said: operations.name_closure_level(
            **now(request), body=found, name=said["name"], who=said["who"]
        ),
    )


@require_POST
def end_closure_level(request: Request, level_id: int) -> HttpResponse:
    """Use a level of closure no longer."""
    level = get_object_or_404(queries.closure_levels_decided_by(request.viewer), pk=level_id)
    return at_once(
        request,
        lambda: operations.end_closure_level(**now(request), level=level),
        done="The level of closure is used no longer.",
        back=presenters.place_of_choices(level.body),
    )


def name_step(request: Request, slug: str) -> HttpResponse:
    """Say who is told at a level."""
    found = _managed(request, slug)
    form = forms.NameStep(
        request.POST or None,
        people=queries.people_who_could_own(found.pk, on=today()),
        steps=list(queries.ladder_of(found)),
    )
    return ask(
        request,
        form,
        _question(
            found,
            "Who is told when something goes up?",
            "Save the level",
            "The level was saved.",
        ),
        lambda said: operations.name_step(
            **now(request),
            organisation=found,
            position=int(said["position"]),
            title=said["title"],
            person=said["person"],
        ),
    )


@require_POST
def end_last_step(request: Request, slug: str) -> HttpResponse:
    """Take the highest level away."""
    found = _managed(request, slug)
    return at_once(
        request,
        lambda: operations.end_last_step(**now(request), organisation=found),
        done="The highest level was taken away.",
        back=presenters.place_of_choices(found),
    )


def _organisation(request: Request, slug: str) -> Any:
    return get_object_or_404(queries.organisations_with_choices(request.viewer), slug=slug)


def _decided(request: Request, slug: str) -> Any:
    found = _organisation(request, slug)
    access.check_can_decide(request.viewer, found.pk)
    return found


def _managed(request: Request, slug: str) -> Any:
    found = _organisation(request, slug)
    access.check_can_name_levels(request.viewer, found.pk, OrganisationKind(found.kind))
    return found


def _question(organisation: Any, heading: str, button: str, done: str) -> Question:
    back = presenters.place_of_choices(organisation)
    return Question(heading, button, organisation.name, back, done)
