"""Joint meetings, and who does what."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.asking import ask
from answerable_site.followup.operations import OwnerRefused
from answerable_site.followup.rules import DateRefused
from answerable_site.people.access import takes_part
from answerable_site.people.requests import Request
from answerable_site.support import access, forms, operations, presenters, queries
from answerable_site.support.rules import MeetingRefused


@require_safe
def meetings(request: Request) -> HttpResponse:
    """Joint meetings around the viewer."""
    context = {
        "meetings": queries.meetings_around(request.viewer),
        "keeps": access.keeps.test(request.viewer),
    }
    return render(request, "support/meetings.html", context)


@require_safe
def meeting(request: Request, meeting_id: int) -> HttpResponse:
    """One meeting: who was there, what was talked about and agreed."""
    found = get_object_or_404(queries.meetings_around(request.viewer), pk=meeting_id)
    context = {
        "meeting": found,
        "presences": found.presences.order_by("at", "pk"),
        "points": [presenters.shown_point(one) for one in queries.points_of(found)],
        "keeps": queries.meetings_kept_by(request.viewer).filter(pk=found.pk).exists(),
        "follows_up": takes_part.test(request.viewer),
    }
    return render(request, "support/meeting.html", context)


def add_meeting(request: Request) -> HttpResponse:
    """Keep a further meeting."""
    form = forms.AddMeeting(request.POST or None, bodies=queries.bodies_kept_by(request.viewer))
    if request.method == "POST" and form.is_valid():
        added = operations.add_meeting(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "The meeting was added.")
        return redirect("support:meeting", added.pk)
    question = presenters.question(
        "add_meeting", back=reverse("support:meetings"), back_text="Joint meetings"
    )
    return ask(request, form, question)


def add_presence(request: Request, meeting_id: int) -> HttpResponse:
    """Write down from which organisation somebody came."""
    found = get_object_or_404(queries.meetings_kept_by(request.viewer), pk=meeting_id)
    form = forms.AddPresence(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.add_presence(
            by=request.viewer, at=timezone.now(), meeting=found, **form.cleaned_data
        )
        messages.success(request, "It was written down who came.")
        return redirect("support:meeting", found.pk)
    question = presenters.question(
        "add_presence",
        caption=found.title,
        back=reverse("support:meeting", args=[found.pk]),
        back_text="The meeting",
    )
    return ask(request, form, question)


def agree(request: Request, meeting_id: int) -> HttpResponse:
    """Write down what was agreed; an action goes into follow-up."""
    found = get_object_or_404(queries.meetings_kept_by(request.viewer), pk=meeting_id)
    commitments = queries.commitments_for_meeting(request.viewer, found)
    acting = commitments.values_list("organisation", flat=True)
    owners = queries.people_of(acting, on=timezone.localdate())
    form = forms.Agree(request.POST or None, commitments=commitments, owners=owners)
    if request.method == "POST" and form.is_valid():
        try:
            operations.agree(
                by=request.viewer, at=timezone.now(), meeting=found, agreed=form.agreed
            )
        except OwnerRefused as problem:
            form.add_error("owner", str(problem))
        except DateRefused as problem:
            form.add_error("due_on", str(problem))
        except MeetingRefused as problem:
            form.add_error("words", str(problem))
        else:
            messages.success(request, "It was written down.")
            return redirect("support:meeting", found.pk)
    question = presenters.question(
        "agree",
        caption=found.title,
        back=reverse("support:meeting", args=[found.pk]),
        back_text="The meeting",
    )
    return ask(request, form, question)


@require_safe
def roles(request: Request) -> HttpResponse:
    """Who does what, as each explains it to the others."""
    today = timezone.localdate()
    context = {
        "roles": [
            presenters.shown_role(one, today=today)
            for one in queries.role_pages_around(request.viewer)
        ],
        "keeps": access.keeps.test(request.viewer),
    }
    return render(request, "support/roles.html", context)


def add_role_page(request: Request) -> HttpResponse:
    """Add the page of an organisation."""
    bodies = queries.bodies_kept_by(request.viewer)
    organisations = queries.organisations_to_explain(bodies.values_list("pk", flat=True))
    owners = queries.people_of(
        queries.organisations_around(request.viewer), on=timezone.localdate()
    )
    form = forms.AddRolePage(
        request.POST or None, bodies=bodies, organisations=organisations, owners=owners
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_role_page(
                by=request.viewer,
                at=timezone.now(),
                body=form.cleaned_data["body"],
                organisation=form.cleaned_data["organisation"],
                explained=form.explained,
            )
        except MeetingRefused as problem:
            form.add_error("organisation", str(problem))
        else:
            messages.success(request, "The page was added.")
            return redirect("support:roles")
    question = presenters.question(
        "add_role_page", back=reverse("support:roles"), back_text="Who does what"
    )
    return ask(request, form, question)


def explain_role(request: Request, page_id: int) -> HttpResponse:
    """Say anew what an organisation does."""
    found = get_object_or_404(queries.role_pages_kept_by(request.viewer), pk=page_id)
    text = found.texts.all()[0]
    held = {name: getattr(text, name) for name in forms.ExplainRole.base_fields}
    owners = queries.people_of(
        {*queries.organisations_around(request.viewer), found.organisation_id},
        on=timezone.localdate(),
    )
    form = forms.ExplainRole(request.POST or None, initial=held, owners=owners)
    if request.method == "POST" and form.is_valid():
        operations.explain_role(
            by=request.viewer, at=timezone.now(), page=found, explained=form.explained
        )
        messages.success(request, "The page was changed. What it said before stays to be read.")
        return redirect("support:roles")
    question = presenters.question(
        "explain_role",
        caption=found.organisation.name,
        back=reverse("support:roles"),
        back_text="Who does what",
    )
    return ask(request, form, question)
