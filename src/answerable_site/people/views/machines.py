"""Machine accounts of organisations, and their tokens."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.people import forms, operations, presenters, queries, rules
from answerable_site.people.requests import Request


@require_safe
def machines(request: Request) -> HttpResponse:
    """Every machine account of the organisations that the viewer administers."""
    context = {
        "machines": [_shown(request, one) for one in queries.machines_visible_to(request.viewer)],
        "organisations": [
            one
            for one in queries.organisations_administered_by(request.viewer)
            if rules.scopes_for(rules.OrganisationKind(one.kind))
        ],
    }
    return render(request, "people/machines.html", context)


@require_safe
def machine(request: Request, account_id: int) -> HttpResponse:
    """One machine account with its tokens."""
    context = {"machine": _shown(request, _account(request, account_id))}
    return render(request, "people/machine.html", context)


def add_machine(request: Request, organisation_id: int) -> HttpResponse:
    """Set up an account for a system."""
    organisation = get_object_or_404(
        queries.organisations_administered_by(request.viewer), pk=organisation_id
    )
    form = forms.AddMachine(
        request.POST or None,
        among=rules.scopes_for(rules.OrganisationKind(organisation.kind)),
    )
    if request.method == "POST" and form.is_valid():
        account = operations.set_up_machine(
            by=request.viewer, at=timezone.now(), organisation=organisation, **form.cleaned_data
        )
        messages.success(request, "Set up. Another administrator confirms it before it counts.")
        return redirect("people:machine", account.pk)
    context = {"form": form, "organisation": organisation}
    return render(request, "people/add_machine.html", context)


@require_POST
def confirm_machine(request: Request, account_id: int) -> HttpResponse:
    """Let a machine in as a second administrator."""
    account = _account(request, account_id)
    try:
        operations.confirm_machine(by=request.viewer, at=timezone.now(), account=account)
    except operations.MachineNotThere as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The machine account was confirmed.")
    return redirect("people:machine", account_id)


@require_POST
def end_machine(request: Request, account_id: int) -> HttpResponse:
    """End a machine account at once and for good."""
    account = _account(request, account_id)
    try:
        operations.end_machine(by=request.viewer, at=timezone.now(), account=account)
    except operations.MachineNotThere as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The machine account has ended. None of its tokens counts.")
    return redirect("people:machine", account_id)


def make_token(request: Request, account_id: int) -> HttpResponse:
    """Make a token, which is shown once."""
    account, today = _account(request, account_id), timezone.localdate()
    among = [scope for scope in rules.Scope if scope in account.allowed]
    form = forms.MakeToken(request.POST or None, among=among, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            _, text = operations.make_token(
                by=request.viewer, at=timezone.now(), account=account, **form.cleaned_data
            )
        except rules.ExpiresTooLate as problem:
            form.add_error("expires_on", str(problem))
        except operations.MachineNotThere as problem:
            form.add_error(None, str(problem))
        else:
            context = {"machine": _shown(request, account), "token": text}
            return render(request, "people/token.html", context)
    context = {"form": form, "machine": _shown(request, account)}
    return render(request, "people/make_token.html", context)


@require_POST
def revoke_token(request: Request, token_id: int) -> HttpResponse:
    """Revoke a token at once."""
    token = get_object_or_404(queries.tokens_visible_to(request.viewer), pk=token_id)
    try:
        operations.revoke_token(by=request.viewer, at=timezone.now(), token=token)
    except operations.TokenRevoked as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The token was revoked.")
    return redirect("people:machine", token.account_id)


def _account(request: Request, account_id: int) -> Any:
    return get_object_or_404(queries.machines_visible_to(request.viewer), pk=account_id)


def _shown(request: Request, account: Any) -> presenters.ShownMachine:
    return presenters.shown_machine(account, viewer=request.viewer, on=timezone.localdate())
