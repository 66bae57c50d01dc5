"""Signing in, one's own account, and people with their roles."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from answerable_site.people import forms, operations, presenters, queries
from answerable_site.people.requests import Request
from answerable_site.people.rules import OrganisationKind, Role

PASSWORD_BACKEND = "django.contrib.auth.backends.ModelBackend"  # noqa: S105


@sensitive_post_parameters("password")
def sign_in(request: Request) -> HttpResponse:
    """Sign in with e-mail address and password."""
    form = forms.SignIn(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        return _signed_in(request, form.user)
    context = {"form": form, "next": request.GET.get("next", ""), "accounts": _accounts()}
    return render(request, "people/sign_in.html", context)


@require_POST
def sign_in_as(request: Request, user_id: int) -> HttpResponse:
    """Become somebody of the demonstration. There is no such page anywhere else."""
    if not settings.DEMONSTRATION:
        raise Http404
    return _signed_in(request, get_object_or_404(queries.demonstration_accounts(), pk=user_id))


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """End the session."""
    logout(request)
    messages.success(request, "You have signed out.")
    return redirect("home:start")


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
    context = {
        "person": presenters.shown_person(user, viewer=request.viewer, on=timezone.localdate()),
        "organisations": queries.organisations_administered_by(request.viewer),
    }
    return render(request, "people/person.html", context)


@sensitive_post_parameters("password")
def add(request: Request, organisation_id: int) -> HttpResponse:
    """Add a person with a first role."""
    organisation = get_object_or_404(
        queries.organisations_administered_by(request.viewer), pk=organisation_id
    )
    kind = OrganisationKind(organisation.kind)
    form = forms.AddPerson(request.POST or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            user = operations.add_person(
                by=request.viewer,
                at=timezone.now(),
                organisation=organisation,
                email=form.cleaned_data["email"],
                full_name=form.cleaned_data["full_name"],
                password=form.cleaned_data["password"],
                role=Role(form.cleaned_data["role"]),
            )
        except ValidationError as problem:
            form.add_error("password", problem)
        except IntegrityError:
            form.add_error("email", "Somebody with this email address exists already")
        else:
            messages.success(request, f"{user.full_name} was added.")
            return redirect("people:person", user.pk)
    return render(request, "people/add.html", {"form": form, "organisation": organisation})


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
    except operations.AlreadyConfirmed as problem:
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
        messages.success(request, "The role ends today.")
    return redirect("people:person", assignment.user_id)


def account(request: Request) -> HttpResponse:
    """Who one is here, and signing out."""
    context = {"name": request.viewer.name, "posts": request.viewer.posts}
    return render(request, "people/account.html", context)


@sensitive_post_parameters("password")
def password(request: Request) -> HttpResponse:
    """Change one's own password."""
    form = forms.ChangePassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = operations.change_password(
                by=request.viewer,
                at=timezone.now(),
                user=request.user,
                password=form.cleaned_data["password"],
            )
        except ValidationError as problem:
            form.add_error("password", problem)
        else:
            update_session_auth_hash(request, user)
            messages.success(request, "Your password was changed.")
            return redirect("people:account")
    return render(request, "people/password.html", {"form": form})


def _signed_in(request: Request, user: Any) -> HttpResponse:
    login(request, user, backend=PASSWORD_BACKEND)
    viewer = queries.viewer_for(user, on=timezone.localdate())
    operations.note_sign_in(by=viewer, at=timezone.now())
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(target if safe else settings.LOGIN_REDIRECT_URL)


def _accounts() -> list[presenters.DemonstrationAccount]:
    if not settings.DEMONSTRATION:
        return []
    return [presenters.demonstration_account(u) for u in queries.demonstration_accounts()]
