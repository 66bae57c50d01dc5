"""The public register without signing in, and a publisher's pages."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import urlencode
from django.views.decorators.http import conditional_page

from answerable.writing.canonical import canonical_bytes, from_json
from answerable_site.audit import queries as audit
from answerable_site.design.downloads import harmless
from answerable_site.design.filters import chips
from answerable_site.people.requests import Request
from answerable_site.publication import access, forms, operations, presenters, queries
from answerable_site.publication.rules import FileFormat

PAGE = 25
LATEST_HEADS = 10
NEWEST = 5
"""Inspections that the page of a body shows itself."""


def register(request: Request) -> HttpResponse:
    """Inspections, answers and how long they took, by body."""
    form = _filters(request)
    found, day = _register(form)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "chips": chips(form),
        "page": page,
        "day": day,
        "entries": [presenters.listed(entry, on=day) for entry in page],
        "feed": _feed_link(_wanted(form).body),
    }
    return render(request, "publication/register.html", context)


def register_csv(request: Request) -> HttpResponse:
    """The whole register as a file, with the same filters."""
    found, day = _register(_filters(request))
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(presenters.CSV_HEADER)
    for entry in found:
        row = presenters.csv_row(entry, on=day, site=settings.PUBLIC_ADDRESS)
        writer.writerow([harmless(cell) for cell in row])
    return attached(text.getvalue().encode(), "text/csv; charset=utf-8", "public-register.csv")


def record(request: Request) -> HttpResponse:
    """The latest signed heads of the record of acts, and how anybody can check with them."""
    heads = [presenters.shown_head(head) for head in audit.latest_heads(LATEST_HEADS)]
    return render(request, "publication/record.html", {"heads": heads})


def heads_file(_request: Request) -> HttpResponse:
    """All signed heads, one JSON object a line, as `answerable audit verify` reads them."""
    path = audit.own_file()
    content = path.read_bytes() if path.exists() else b""
    return attached(content, "application/jsonl", "heads.jsonl")


def body(request: Request, body: str) -> HttpResponse:
    """One body: the inspections that it answers, the newest reports first."""
    today = timezone.localdate()
    entries = queries.public_inspections(queries.Wanted(body=body), on=today)
    newest = [presenters.listed(entry, on=today) for entry in entries[:NEWEST]]
    if not newest:
        raise Http404
    name, *_ = queries.public_bodies()[body]
    context = {
        "name": name,
        "newest": newest,
        "count": entries.count(),
        "feed": _feed_link(body),
        "meetings": len(queries.standing_editions(body)),
        "has_feedback": queries.feedback_of(body).exists(),
        "has_progress": queries.latest_progress(on=today, body=body).exists(),
        "body": body,
        "register_href": f"{reverse('publication:register')}?{urlencode({'body': body})}",
    }
    return render(request, "publication/body.html", context)


@conditional_page
def feed(_request: Request, body: str = "") -> HttpResponse:
    """What became public lately, for feed readers: of the whole register or of one body."""
    if body and not _name_of(body):
        raise Http404
    entries = presenters.feed_entries(
        queries.entries_of_feed(body),
        on=timezone.localdate(),
        site=settings.PUBLIC_ADDRESS,
        told_besides=[
            presenters.edition_entry(edition, site=settings.PUBLIC_ADDRESS)
            for edition in queries.editions_of_feed(body)[: presenters.MOST_IN_FEED]
        ]
        + [
            presenters.progress_entry(snapshot, site=settings.PUBLIC_ADDRESS)
            for snapshot in queries.progress_of_feed(body)[: presenters.MOST_IN_FEED]
        ]
        + [
            presenters.feedback_entry(one, site=settings.PUBLIC_ADDRESS)
            for one in queries.feedback_of_feed(body)[: presenters.MOST_IN_FEED]
        ],
    )
    page = f"?{urlencode({'body': body})}" if body else ""
    content = presenters.feed_document(
        entries,
        link=_feed_link(body),
        page=f"{reverse('publication:register')}{page}",
        site=settings.PUBLIC_ADDRESS,
    )
    return HttpResponse(content, content_type=Atom1Feed.content_type)


def inspection(request: Request, body: str, inspection: str) -> HttpResponse:
    """One inspection with the response that stands, and all its versions."""
    entry = get_object_or_404(queries.entries_at(body, inspection))
    current = presenters.current_version(entry)
    shown = presenters.shown_inspection(
        entry, on=timezone.localdate(), current_html=current.html if current else ""
    )
    snapshot = queries.progress_as_at(body, inspection, timezone.localdate())
    context = {
        "inspection": shown,
        "progress": presenters.progress_link(entry, snapshot) if snapshot else None,
    }
    return render(request, "publication/inspection.html", context)


def facts(_request: Request, body: str, inspection: str) -> HttpResponse:
    """The typed facts of one entry as JSON."""
    entry = get_object_or_404(queries.entries_at(body, inspection))
    today = timezone.localdate()
    return JsonResponse(
        presenters.public_facts(entry, on=today, site=settings.PUBLIC_ADDRESS),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )


def version(request: Request, body: str, inspection: str, version: int) -> HttpResponse:
    """One version at its own address; a withdrawn one says so in place of its text."""
    response = get_object_or_404(queries.versions_at(body, inspection, version))
    entry = get_object_or_404(queries.entries_at(body, inspection))
    context = {
        "inspection": presenters.shown_inspection(entry, on=timezone.localdate()),
        "version": presenters.shown_version(
            response,
            html="" if response.withdrawn_at else response.html,
            later=presenters.later_version(entry, version),
        ),
    }
    return render(request, "publication/version.html", context)


def file(
    request: Request, body: str, inspection: str, version: int, format_: FileFormat
) -> HttpResponse:
    """One version as a file, byte for byte as on the day of publication."""
    found = get_object_or_404(queries.files_at(body, inspection, version, format_))
    if found.response.withdrawn_at:
        return _gone(request, presenters.shown_version(found.response))
    return attached(
        bytes(found.content),
        format_.media_type,
        f"{found.response.inspection.slug}-v{version}.{format_}",
    )


def document(request: Request, body: str, inspection: str, version: int) -> HttpResponse:
    """The canonical bytes of one version: their SHA-256 is the content hash on its page."""
    response = get_object_or_404(queries.versions_at(body, inspection, version))
    if response.withdrawn_at:
        return _gone(request, presenters.shown_version(response))
    return attached(
        canonical_bytes(from_json(response.document)),
        "application/json",
        f"{response.inspection.slug}-v{version}.json",
    )


def waiting(request: Request) -> HttpResponse:
    """What waits for a publisher, and the public progress that one may take back."""
    context = {
        "entries": [
            presenters.waiting_row(entry) for entry in queries.waiting_entries(request.viewer)
        ],
        "corrections": [
            presenters.shown_correction(correction)
            for correction in queries.waiting_corrections(request.viewer)
        ],
        "editions": [
            presenters.shown_edition(edition)
            for edition in queries.waiting_editions(request.viewer)
        ],
        "snapshots": [
            presenters.shown_snapshot(snapshot)
            for snapshot in queries.waiting_progress(request.viewer)
        ],
        "feedback": [
            presenters.shown_feedback(one) for one in queries.waiting_feedback(request.viewer)
        ],
        "public_snapshots": [
            presenters.shown_snapshot(snapshot)
            for snapshot in queries.standing_progress(request.viewer)
        ],
    }
    return render(request, "publication/waiting.html", context)


def release(request: Request, entry_id: int) -> HttpResponse:
    """Make a prepared entry public."""
    entry = get_object_or_404(queries.entries_visible_to(request.viewer), pk=entry_id)
    if request.method == "POST":
        try:
            operations.release_entry(by=request.viewer, at=timezone.now(), entry=entry)
        except (operations.EntryReleased, operations.WouldLeak) as refused:
            messages.info(request, str(refused))
        else:
            messages.success(request, f"“{entry.title}” is now in the public register.")
        return redirect("publication:waiting")
    context = {
        "entry": presenters.waiting_row(entry),
        "may_release": access.can_release(request.viewer, entry),
        "clues": presenters.clues_to_look_at(queries.entry_piece(entry)),
    }
    return render(request, "publication/release.html", context)


def release_correction(request: Request, correction_id: int) -> HttpResponse:
    """Make a correction of public facts public."""
    correction = get_object_or_404(queries.corrections_visible_to(request.viewer), pk=correction_id)
    if request.method == "POST":
        try:
            operations.release_correction(
                by=request.viewer, at=timezone.now(), correction=correction
            )
        except (operations.CorrectionReleased, operations.WouldLeak) as refused:
            messages.info(request, str(refused))
        else:
            messages.success(request, "The public register is corrected, and its page says so.")
        return redirect("publication:waiting")
    context = {
        "correction": presenters.shown_correction(correction),
        "may_release": access.can_release_correction(request.viewer, correction),
        "clues": presenters.clues_to_look_at(queries.correction_piece(correction)),
    }
    return render(request, "publication/release_correction.html", context)


def withdraw(request: Request, response_id: int) -> HttpResponse:
    """Take a published version back, with a reason."""
    response = get_object_or_404(queries.responses_visible_to(request.viewer), pk=response_id)
    form = forms.Withdrawal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_response(
                by=request.viewer,
                at=timezone.now(),
                response=response,
                reason=form.cleaned_data["reason"],
            )
        except operations.AlreadyWithdrawn as withdrawn:
            form.add_error(None, str(withdrawn))
        else:
            messages.success(request, "The response was withdrawn. Its public page says so.")
            return redirect(presenters.shown_version(response).href)
    later = presenters.later_version(response.inspection, response.version)
    context = {
        "form": form,
        "version": presenters.shown_version(response, later=later),
        "title": response.inspection.title,
    }
    return render(request, "publication/withdraw.html", context)


def _feed_link(body: str) -> presenters.FeedLink:
    """The feed of the body that is asked for, or of all."""
    return presenters.feed_link(body, _name_of(body))


def _name_of(body: str) -> str:
    """What a body of which something is public is called; empty for any other."""
    latest, *_ = queries.public_bodies().get(body, ("",))
    return latest or next((one.body_name for one in queries.standing_editions(body)), "")


def _register(form: forms.Filters) -> tuple[Any, date]:
    """The entries that are asked for, as they stand today or stood on a past day, and the day."""
    wanted, today = _wanted(form), timezone.localdate()
    day = form.cleaned_data.get("as_at") or today
    if day == today:
        return queries.public_inspections(wanted, on=today), today
    entries = queries.entries_as_at(day, wanted)
    return [one for one in entries if presenters.is_in_state(one, wanted.state, on=day)], day


def _filters(request: Request) -> forms.Filters:
    bodies = presenters.body_choices(queries.public_bodies())
    return forms.Filters(
        request.GET, bodies=bodies, years=queries.public_years(), today=timezone.localdate()
    )


def _wanted(form: forms.Filters) -> queries.Wanted:
    form.is_valid()
    given = form.cleaned_data
    return queries.Wanted(
        body=given.get("body") or "",
        state=given.get("state") or "",
        year=int(given["year"]) if given.get("year") else None,
    )


def as_at(request: Request) -> tuple[forms.AsAt, date]:
    """The form, and the day that is asked about: today where none is, or one that cannot be."""
    today = timezone.localdate()
    form = forms.AsAt.asked(request.GET, today=today)
    asked = form.cleaned_data.get("as_at") if form.is_bound and form.is_valid() else None
    return form, asked or today


def _gone(request: Request, version: presenters.ShownVersion) -> HttpResponse:
    return render(request, "publication/gone.html", {"version": version}, status=410)


def attached(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file that the browser saves."""
    return HttpResponse(
        content,
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
