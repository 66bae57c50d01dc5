"""People with their roles."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from answerable_site.people import access, forms, operations, presenters, queries, tasks
from answerable_site.people.requests import Request
from answerable_site.people.rules import OrganisationKind, Role


def people(request: Request) -> HttpResponse:
    """Everybody with a role in the organisations that the viewer administers."""
    today = timezone.localdate()
    context = {
        "people": [
            presenters.shown_person(user, viewer=request.viewer, on=today)
            for user in queries.people_visible_to(request.viewer)
        ],
        "organisations": queries.organisations_administered_by(request.viewer),
    }
    return render(request, "people/people.html", context)


def person(request: Request, user_id: int) -> HttpResponse:
    """One person's roles."""
    user = get_object_or_404(queries.people_visible_to(request.viewer), pk=user_id)
    reset = queries.resets_visible_to(request.viewer).filter(user=user).first()
    context = {
        "person": presenters.shown_person(user, viewer=request.viewer, on=timezone.localdate()),
        "organisations": queries.organisations_administered_by(request.viewer),
        "is_oneself": user.pk == request.viewer.user_id,
        "has_second_factor": queries.has_second_factor(user),
        "reset": reset,
        "may_confirm_reset": reset is not None and access.can_confirm_reset(request.viewer, reset),
    }
    return render(request, "people/person.html", context)


@sensitive_post_parameters("password")
def add(request: Request, organisation_id: int) -> HttpResponse:
    """Add a person with a first role, who is invited by e-mail where one can be sent."""
    organisation = get_object_or_404(
        queries.organisations_administered_by(request.viewer), pk=organisation_id
    )
    kind = OrganisationKind(organisation.kind)
    is_invited = settings.EMAIL_IS_SET_UP
    form = forms.AddPerson(request.POST or None, kind=kind, is_invited=is_invited)
    if request.method == "POST" and form.is_valid():
        try:
            user = operations.add_person(
                by=request.viewer,
                at=timezone.now(),
                organisation=organisation,
                email=form.cleaned_data["email"],
                full_name=form.cleaned_data["full_name"],
                password=form.cleaned_data.get("password"),
                role=Role(form.cleaned_data["role"]),
            )
        except ValidationError as problem:
            form.add_error("password", problem)
        except IntegrityError:
            form.add_error("email", "Somebody with this email address exists already")
        else:
            if is_invited:
                tasks.send_invitation.enqueue(user.pk)
            invited = ", and gets an e-mail to choose a password" if is_invited else ""
            messages.success(request, f"{user.full_name} was added{invited}.")
            return redirect("people:person", user.pk)
    context = {"form": form, "organisation": organisation, "is_invited": is_invited}
    return render(request, "people/add.html", context)


def grant(request: Request, user_id: int, organisation_id: int) -> HttpResponse:
    """Grant a further role."""
    user = get_object_or_404(queries.people_visible_to(request.viewer), pk=user_id)
    organisation = get_object_or_404(
        queries.organisations_administered_by(request.viewer), pk=organisation_id
    )
    form = forms.GrantRole(request.POST or None, kind=OrganisationKind(organisation.kind))
    if request.method == "POST" and form.is_valid():
        operations.grant_role(
            by=request.viewer,
            at=timezone.now(),
            user=user,
            organisation=organisation,
            role=Role(form.cleaned_data["role"]),
        )
        messages.success(request, "The role was granted.")
        return redirect("people:person", user.pk)
    context = {"form": form, "organisation": organisation, "person_name": user.full_name}
    return render(request, "people/grant.html", context)


@require_POST
def confirm(request: Request, assignment_id: int) -> HttpResponse:
    """Confirm a role as a second administrator."""
    assignment = get_object_or_404(queries.assignments_visible_to(request.viewer), pk=assignment_id)
    try:
        operations.confirm_role(by=request.viewer, at=timezone.now(), assignment=assignment)
    except (operations.AlreadyConfirmed, operations.AccountNotTakenOver) as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The role was confirmed.")
    return redirect("people:person", assignment.user_id)


@require_POST
def end(request: Request, assignment_id: int) -> HttpResponse:
    """End a role today."""
    assignment = get_object_or_404(queries.assignments_visible_to(request.viewer), pk=assignment_id)
    try:
        operations.end_role(
            by=request.viewer,
            at=timezone.now(),
            assignment=assignment,
            last_day=timezone.localdate(),
        )
    except operations.AssignmentEnded as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The role has ended.")
    return redirect("people:person", assignment.user_id)
