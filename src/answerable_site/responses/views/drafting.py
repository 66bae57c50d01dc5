"""Pages on which a response is written."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable_site.people.requests import Request
from answerable_site.responses import access, forms, operations, presenters, queries
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import invitations
from answerable_site.responses.views.files import letter_read
from answerable_site.responses.views.gathering import (
    dossier_or_404,
    say_saved,
    to_response,
    who_and_what,
)

REFUSALS = (
    operations.CommentsStillWanted,
    operations.DatesOutOfOrder,
    operations.FileTooLarge,
    operations.NotInvited,
    operations.NothingWritten,
    operations.ResponsePublished,
)


def invite(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Record the invitation to the chief officer."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    today = timezone.localdate()
    clock = held.facts.report.clock
    proposed = invitations.proposed_date(clock, on=today)
    form = forms.Invitation(
        request.POST or None,
        request.FILES or None,
        initial={
            "invited_on": held.invitation.invited_on if held.invitation else today,
            "comments_wanted_by": held.invitation.comments_wanted_by
            if held.invitation
            else proposed,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            saved = operations.invite_chief_officer(
                **who_and_what(request, held), **form.cleaned_data
            )
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            warning = invitations.warning(saved.comments_wanted_by, clock)
            say_saved(request, held, "The invitation was recorded.")
            if warning:
                messages.warning(request, warning)
            return to_response(held)
    context = {
        "held": held,
        "form": form,
        "clock": clock,
        "proposed": proposed,
        "too_late": proposed and invitations.warning(proposed, clock),
    }
    return render(request, "responses/invite.html", context)


def enter_comments(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Enter the chief officer's comments from a letter or e-mail."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    saved = held.chief_officer_comments
    form = forms.EnteredComments(
        request.POST or None,
        request.FILES or None,
        initial=_comments_initial(held)
        | {
            "received_on": (saved and saved.received_on) or timezone.localdate(),
            "kept": saved and saved.file_id,
        },
    )
    template = "responses/enter_comments.html"
    if request.method == "POST" and "read" in request.POST:
        form = letter_read(request, held, form)
        context = {"held": held, "form": form, "letter": _kept_letter(held, form)}
        return render(request, template, context)
    return _write(
        request,
        held,
        form,
        operation=operations.enter_chief_officer_comments,
        latest=lambda fresh: fresh.chief_officer_comments,
        page=(template, "The chief officer’s comments were saved."),
        context={"letter": _kept_letter(held, form)},
    )


def submit_comments(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The chief officer's office writes the comments here itself."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_submit_comments(request.viewer, held.body.pk)
    form = forms.SubmittedComments(request.POST or None, initial=_comments_initial(held))
    return _write(
        request,
        held,
        form,
        operation=operations.submit_chief_officer_comments,
        latest=lambda fresh: fresh.chief_officer_comments,
        page=("responses/submit_comments.html", "Your comments were sent to the body."),
    )


def record_no_comments(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Record that no comments were received by the date."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    saved = held.chief_officer_comments
    form = forms.NoComments(
        request.POST or None, initial={"version": saved.version if saved else 0}
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.record_no_comments(**who_and_what(request, held), **form.cleaned_data)
        except (*REFUSALS, operations.ChangedMeanwhile, operations.NothingChanged) as refusal:
            form.add_error(None, str(refusal))
        else:
            say_saved(request, held, "It was recorded that no comments were received.")
            return to_response(held)
    return render(request, "responses/record_no_comments.html", {"held": held, "form": form})


def own_comments(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Write the body's own comments."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    saved = held.own_comments
    form = forms.OwnComments(request.POST or None, initial=_text_initial(saved))
    return _write(
        request,
        held,
        form,
        operation=operations.write_own_comments,
        latest=lambda fresh: fresh.own_comments,
        page=("responses/own_comments.html", "Your comments were saved."),
    )


def reply(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Write the reply to the chief officer."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    form = forms.Reply(request.POST or None, initial=_text_initial(held.reply))
    return _write(
        request,
        held,
        form,
        operation=operations.write_reply,
        latest=lambda fresh: fresh.reply,
        page=("responses/reply.html", "The reply was saved."),
    )


def explain(request: Request, inspection_id: int, body: str, finding_id: int) -> HttpResponse:
    """Answer one finding."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    finding = next((f for f in held.facts.report.findings if f.id == finding_id), None)
    if finding is None:
        raise Http404
    saved = held.explanations.get(finding_id)
    initial = _text_initial(saved)
    if saved:
        initial |= {"kind": saved.kind, "due_on": saved.due_on, "owner": saved.owner}
    form = forms.Explanation(request.POST or None, initial=initial)
    return _write(
        request,
        held,
        form,
        operation=operations.explain_finding,
        latest=lambda fresh: fresh.explanations.get(finding_id),
        page=("responses/explain.html", "The explanation was saved."),
        more={"finding_id": finding_id},
        context={"finding": presenters.shown_finding(finding, held)},
        then="explanations",
    )


def _write(
    request: Request,
    held: Dossier,
    form: forms.Versioned,
    *,
    operation: Callable[..., Any],
    latest: Callable[[Dossier], Any],
    page: tuple[str, str],
    more: dict[str, Any] | None = None,
    context: dict[str, Any] | None = None,
    then: str = "response",
) -> HttpResponse:
    """Show a form or save the next version of a text, losing nothing that somebody wrote."""
    template, success = page
    shown = {"held": held, "form": form, **(context or {})}
    if request.method == "POST" and form.is_valid():
        try:
            operation(**who_and_what(request, held), **form.cleaned_data, **(more or {}))
        except operations.ChangedMeanwhile:
            return _conflict(request, held, form, latest)
        except operations.NothingChanged as unchanged:
            messages.info(request, str(unchanged))
            return to_response(held, then)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            say_saved(request, held, success)
            return to_response(held, then)
    return render(request, template, shown)


def _conflict(
    request: Request, held: Dossier, form: forms.Versioned, latest: Callable[[Dossier], Any]
) -> HttpResponse:
    """Both texts beside each other; saving again is then over the version shown."""
    fresh = dossier_or_404(request, held.inspection.pk, held.body.slug)
    theirs = presenters.saved_text(latest(fresh))
    context = {"held": fresh, "theirs": theirs, "form": form.again(theirs.version)}
    return render(request, "responses/conflict.html", context, status=409)


def _kept_letter(held: Dossier, form: forms.EnteredComments) -> presenters.ShownFile | None:
    """The letter that was kept before and belongs to what is entered."""
    try:
        key = uuid.UUID(str(form["kept"].value()))
    except ValueError:
        return None
    kept = queries.file_of(held.response, key)
    return presenters.shown_file(kept, held) if kept else None


def _text_initial(saved: Any) -> dict[str, Any]:
    return {"version": saved.version, "text": saved.text} if saved else {"version": 0}


def _comments_initial(held: Dossier) -> dict[str, Any]:
    saved = held.chief_officer_comments
    initial = _text_initial(saved)
    initial["author_name"] = saved.author_name if saved else ""
    initial["author_title"] = (saved and saved.author_title) or held.facts.body.chief_officer_title
    return initial
