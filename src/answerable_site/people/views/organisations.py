"""An organisation's names over time, holders and look."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.people import forms, operations, presenters, queries, rules
from answerable_site.people.requests import Request

YEAR, HOUR = 365 * 24 * 3600, 3600
"""In seconds."""


def organisation(request: Request, slug: str) -> HttpResponse:
    """Everything about an organisation that its administrators look after."""
    found = get_object_or_404(queries.whole_organisations(request.viewer), slug=slug)
    shown = presenters.shown_organisation(found, on=timezone.localdate())
    return render(request, "people/organisation.html", {"organisation": shown})


def rename(request: Request, slug: str) -> HttpResponse:
    """Change the name, the holder's title or the type from a day on."""
    organisation = _administered(request, slug)
    today = timezone.localdate()
    called = queries.naming_on(organisation, today)
    form = forms.Rename(
        request.POST or None,
        kind=rules.OrganisationKind(organisation.kind),
        initial={
            "name": called.name,
            "holder_title": called.holder_title,
            "body_type": called.body_type,
            "from_on": today,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            naming = operations.rename_organisation(
                **_who(request, organisation), **({"body_type": None} | form.cleaned_data)
            )
        except operations.NameTaken as taken:
            form.add_error("name", str(taken))
        except operations.NothingRenamed as unchanged:
            form.add_error(None, str(unchanged))
        else:
            later = naming.from_on > today
            messages.success(
                request,
                "It will be called this from its day on." if later else "It is called this now.",
            )
            return redirect("people:organisation", slug)
    return render(request, "people/rename.html", {"form": form, "organisation": organisation})


def record_tenure(request: Request, slug: str) -> HttpResponse:
    """Record who holds the office."""
    organisation = _administered(request, slug)
    form = forms.RecordTenure(
        request.POST or None,
        people=queries.people_of(organisation),
        initial={"title": organisation.holder_title},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.record_tenure(**_who(request, organisation), **form.cleaned_data)
        except operations.TenureOverlaps as overlap:
            form.add_error("from_on", str(overlap))
        except operations.DaysOutOfOrder as wrong:
            form.add_error("to_on", str(wrong))
        else:
            messages.success(request, "The holder was recorded.")
            return redirect("people:organisation", slug)
    context = {"form": form, "organisation": organisation}
    return render(request, "people/record_tenure.html", context)


def end_tenure(request: Request, tenure_id: int) -> HttpResponse:
    """Record the last day of a tenure."""
    tenure = get_object_or_404(queries.tenures_visible_to(request.viewer), pk=tenure_id)
    form = forms.EndTenure(request.POST or None, initial={"last_day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            operations.end_tenure(
                by=request.viewer, at=timezone.now(), tenure=tenure, **form.cleaned_data
            )
        except operations.DaysOutOfOrder as wrong:
            form.add_error("last_day", str(wrong))
        except operations.TenureEnded as ended:
            form.add_error(None, str(ended))
        else:
            messages.success(request, "The last day was recorded.")
            return redirect("people:organisation", tenure.organisation.slug)
    context = {"form": form, "organisation": tenure.organisation, "tenure": tenure}
    return render(request, "people/end_tenure.html", context)


def look(request: Request, slug: str) -> HttpResponse:
    """Change the colour and the e-mail address."""
    organisation = _administered(request, slug)
    form = forms.ChangeLook(
        request.POST or None,
        initial={"email": organisation.email, "colour": organisation.colour},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_look(**_who(request, organisation), **form.cleaned_data)
        except rules.UnusableColour as unusable:
            form.add_error("colour", str(unusable))
        else:
            messages.success(request, "Colour and email address were saved.")
            return redirect("people:organisation", slug)
    return render(request, "people/look.html", {"form": form, "organisation": organisation})


def change_logo(request: Request, slug: str) -> HttpResponse:
    """Set the logo."""
    organisation = _administered(request, slug)
    form = forms.ChangeLogo(
        request.POST or None,
        request.FILES or None,
        initial={"alternative": organisation.logo_alternative or organisation.name},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_logo(
                **_who(request, organisation),
                png=form.cleaned_data["logo"],
                alternative=form.cleaned_data["alternative"],
            )
        except rules.UnusableLogo as unusable:
            form.add_error("logo", str(unusable))
        else:
            messages.success(request, "The logo was saved.")
            return redirect("people:organisation", slug)
    return render(request, "people/change_logo.html", {"form": form, "organisation": organisation})


@require_POST
def remove_logo(request: Request, slug: str) -> HttpResponse:
    """Take the logo away."""
    operations.remove_logo(**_who(request, _administered(request, slug)))
    messages.success(request, "The logo was taken away.")
    return redirect("people:organisation", slug)


@require_safe
def logo(request: Request, slug: str) -> HttpResponse:
    """The logo itself, for everybody; nothing but a picture that was checked when it was taken."""
    png = queries.logo_at(slug)
    if png is None:
        raise Http404
    is_named = request.GET.get("v") == presenters.logo_tag(png)
    headers = {
        "Cache-Control": f"public, max-age={YEAR if is_named else HOUR}",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(png, content_type="image/png", headers=headers)


def _administered(request: Request, slug: str) -> Any:
    return get_object_or_404(queries.organisations_administered_by(request.viewer), slug=slug)


def _who(request: Request, organisation: Any) -> dict[str, Any]:
    return {"by": request.viewer, "at": timezone.now(), "organisation": organisation}
