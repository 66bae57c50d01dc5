"""Pages of a body rather than of one response: recipients, and its other duty."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable_site.people.requests import Request
from answerable_site.responses import access, forms, operations, presenters, queries
from answerable_site.responses.queries import InformationHeld
from answerable_site.responses.rules.words import InformationKind
from answerable_site.responses.views.gathering import purpose_or_404


def recipients(request: Request, body: str) -> HttpResponse:
    """Where the body sends what."""
    found = _body_or_404(request, body)
    context = {
        "body": found,
        "recipients": presenters.shown_recipients(
            queries.recipients_of(found), found, viewer=request.viewer
        ),
    }
    return render(request, "responses/recipients.html", context)


def recipient(request: Request, body: str, purpose: str) -> HttpResponse:
    """Say where the body sends what from now on."""
    found = _body_or_404(request, body)
    access.check_can_draft(request.viewer, found.pk)
    what = purpose_or_404(purpose)
    kept = queries.recipients_of(found).get(what)
    form = forms.Recipient(
        request.POST or None,
        initial={
            "name": kept.name if kept else presenters.usual_name(what),
            "email": kept.email if kept else "",
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.keep_recipient(
                by=request.viewer,
                at=timezone.now(),
                body=found,
                purpose=what,
                **form.cleaned_data,
            )
        except operations.NothingChanged as unchanged:
            messages.info(request, str(unchanged))
        else:
            messages.success(request, "The recipient was saved.")
        return redirect("responses:recipients", found.slug)
    context = {"body": found, "form": form, "title": presenters.TITLES[what]}
    return render(request, "responses/recipient.html", context)


def specified_information(request: Request, body: str) -> HttpResponse:
    """Whether the body shows its latest PEEL report and summary assessment."""
    found = _body_or_404(request, body)
    context = {
        "body": found,
        "information": [
            presenters.shown_information(held, found, viewer=request.viewer)
            for held in queries.information_of(request.viewer, found)
        ],
    }
    return render(request, "responses/specified_information.html", context)


def record_specified_information(request: Request, body: str, kind: str) -> HttpResponse:
    """Record that somebody looked and found the report shown."""
    found = _body_or_404(request, body)
    access.check_can_draft(request.viewer, found.pk)
    what = _kind_or_404(kind)
    held = next(h for h in queries.information_of(request.viewer, found) if h.kind is what)
    form = forms.ShownReport(
        request.POST or None,
        initial=_record_initial(held),
        reports=[
            (str(report.pk), presenters.report_in_words(report.title, report.published_on))
            for report in held.proposed
        ],
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            operations.record_specified_information(
                by=request.viewer,
                at=timezone.now(),
                body=found,
                kind=what,
                address=given["address"],
                shown_from_on=given["shown_from_on"],
                checked_on=given["checked_on"],
                **_report(held, given),
            )
        except operations.DatesOutOfOrder as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "It was recorded where the report is shown.")
            return redirect("responses:specified_information", found.slug)
    context = {"body": found, "form": form, "title": presenters.HEADINGS[what]}
    return render(request, "responses/record_specified_information.html", context)


def _report(held: InformationHeld, given: dict[str, Any]) -> dict[str, Any]:
    """The report that was chosen, from the register or as it was named."""
    chosen = next((r for r in held.proposed if str(r.pk) == given["report"]), None)
    if chosen is None:
        return {"title": given["title"], "published_on": given["published_on"]}
    return {
        "inspection": chosen,
        "title": chosen.title,
        "published_on": chosen.published_on,
    }


def _record_initial(held: InformationHeld) -> dict[str, Any]:
    """The newest of the register, and the page on which the last one was found."""
    latest, newest = held.latest, held.newest
    initial: dict[str, Any] = {
        "report": str(newest.pk) if newest else forms.ANOTHER,
        "checked_on": timezone.localdate(),
    }
    if latest:
        initial["address"] = latest.address
        if newest is None or latest.inspection_id == newest.pk:
            initial["shown_from_on"] = latest.shown_from_on
        if newest is None:
            initial |= {"title": latest.title, "published_on": latest.published_on}
    return initial


def _body_or_404(request: Request, slug: str) -> Any:
    found = queries.body_visible_to(request.viewer, slug)
    if found is None:
        raise Http404
    return found


def _kind_or_404(word: str) -> InformationKind:
    try:
        return InformationKind(word)
    except ValueError:
        raise Http404 from None
