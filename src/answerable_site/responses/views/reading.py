"""Pages that show: what is due, the steps of a response, the document as it stands."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe

from answerable.writing.html import to_html
from answerable_site.people.queries import policing_bodies_of
from answerable_site.people.requests import Request
from answerable_site.people.rules import Role
from answerable_site.responses import access, presenters, queries
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import completeness
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.words import Purpose
from answerable_site.responses.views.gathering import dossier_or_404


def responses(request: Request) -> HttpResponse:
    """Every inspection that the viewer's bodies answer, soonest last lawful day first."""
    dues = [
        presenters.shown_due(due)
        for due in queries.due_for(request.viewer, on=timezone.localdate())
    ]
    context = {
        "open": [due for due in dues if due.is_open],
        "answered": [due for due in dues if not due.is_open and not due.passed],
        "passed": [due for due in dues if due.passed],
        "publishes": request.viewer.holds(Role.PUBLISHER),
        "bodies": policing_bodies_of(request.viewer),
    }
    return render(request, "responses/responses.html", context)


def response(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The steps of one response."""
    held = dossier_or_404(request, inspection_id, body)
    context = {
        "held": held,
        "response": presenters.shown_response(held, viewer=request.viewer, on=timezone.localdate()),
        "may_tell_progress": held.entry is not None
        and held.entry.telling_body_id == held.body.pk
        and access.can_draft(request.viewer, held.body.pk),
        **_sending(request, held),
    }
    return render(request, "responses/response.html", context)


def _sending(request: Request, held: Dossier) -> dict[str, object]:
    """What was sent, what is to be sent, and what of it needs a person."""
    sent, now = queries.dispatches_of(held.response), timezone.now()
    comments = held.chief_officer_comments
    return {
        "copies": presenters.copies_section(sent, held, viewer=request.viewer, at=now),
        "dispatch_warnings": tuple(presenters.dispatch_warnings(sent, held, at=now)),
        "invitation_sent": any(dispatch.purpose == Purpose.INVITATION for dispatch in sent),
        "letter": presenters.shown_file(comments.file, held)
        if comments and comments.file
        else None,
    }


def document(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The response as it would read now; a draft, and it says so."""
    held = dossier_or_404(request, inspection_id, body)
    html = to_html(compose(held.facts), start_level=1)
    context = {"held": held, "html": mark_safe(html)}  # noqa: S308
    return render(request, "responses/document.html", context)


def explanations(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Every finding of the report with the answer to it."""
    held = dossier_or_404(request, inspection_id, body)
    context = {
        "held": held,
        "rule": completeness.explanation_rule(held.facts.report),
        "findings": [
            presenters.shown_finding(finding, held) for finding in held.facts.report.findings
        ],
        "may_draft": access.can_draft(request.viewer, held.body.pk) and held.is_open_to_change,
    }
    return render(request, "responses/explanations.html", context)


def history(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Everything that was written, prepared, signed, voided and published, latest first."""
    held = dossier_or_404(request, inspection_id, body)
    events = presenters.shown_events(queries.history(held.response))
    return render(request, "responses/history.html", {"held": held, "events": events})
