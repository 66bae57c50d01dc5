"""Limits of an organisation: listed, read with their history, set, confirmed. No case is shown."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.statute import LIMITS
from answerable_site.casework import access, forms, operations, presenters, queries
from answerable_site.casework.rules import UnusableLimit, limits_set_by
from answerable_site.people.requests import Request


@require_safe
def limits(request: Request) -> HttpResponse:
    """The limits that apply to an organisation today."""
    organisations = list(queries.organisations_with_limits(request.viewer))
    asked = request.GET.get("organisation", "")
    chosen = next((one for one in organisations if str(one.pk) == asked), None)
    if asked and chosen is None:
        raise Http404
    chosen = chosen or next(iter(organisations), None)
    waiting = queries.limits_that_wait(request.viewer).filter(organisation=chosen)
    shown = presenters.listed_limits(
        queries.limits_of(chosen.pk) if chosen else LIMITS, waiting, on=timezone.localdate()
    )
    context = {"limits": shown, "organisation": chosen, "organisations": organisations}
    return render(request, "casework/limits.html", context)


@require_safe
def limit(request: Request, organisation_id: int, code: str) -> HttpResponse:
    """One limit with every version, who set it and why."""
    organisation = get_object_or_404(
        queries.organisations_with_limits(request.viewer), pk=organisation_id
    )
    if code not in LIMITS.codes:
        raise Http404
    shown = presenters.shown_limit(
        code,
        queries.limit_versions(request.viewer, organisation.pk),
        viewer=request.viewer,
        on=timezone.localdate(),
    )
    can_set = code in limits_set_by(organisation.kind) and access.can_set_limit(
        request.viewer, organisation
    )
    context = {"limit": shown, "organisation": organisation, "can_set": can_set}
    return render(request, "casework/limit.html", context)


def set_limit(request: Request, organisation_id: int, code: str) -> HttpResponse:
    """Propose another version of a limit."""
    organisation = get_object_or_404(
        queries.limits_administered_by(request.viewer), pk=organisation_id
    )
    if code not in limits_set_by(organisation.kind):
        raise Http404
    form = forms.SetLimit(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.set_limit(
                by=request.viewer,
                at=timezone.now(),
                organisation=organisation,
                code=code,
                **form.cleaned_data,
            )
        except UnusableLimit as problem:
            form.add_error(problem.field, str(problem))
        else:
            messages.success(
                request, "The limit was proposed. It counts once another administrator confirms it."
            )
            return redirect("casework:limit", organisation.pk, code)
    limits_today = queries.limits_of(organisation.pk)
    context = {
        "form": form,
        "organisation": organisation,
        "limit": presenters.listed_limit(code, limits_today, on=timezone.localdate()),
    }
    return render(request, "casework/set_limit.html", context)


def confirm_limit(request: Request, version_id: int) -> HttpResponse:
    """Confirm a version that another administrator proposed."""
    version = get_object_or_404(queries.limits_that_wait(request.viewer), pk=version_id)
    access.check_can_confirm_limit(request.viewer, version)
    if request.method == "POST":
        try:
            operations.confirm_limit(by=request.viewer, at=timezone.now(), version=version)
        except operations.LimitDoesNotWait as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, "The limit was confirmed. It counts now.")
        return redirect("casework:limit", version.organisation_id, version.code)
    today = timezone.localdate()
    limits_today = queries.limits_of(version.organisation_id)
    context = {
        "version": presenters.shown_limit_version(version, viewer=request.viewer, on=today),
        "limit": presenters.listed_limit(version.code, limits_today, on=today),
        "organisation": version.organisation,
    }
    return render(request, "casework/confirm_limit.html", context)
