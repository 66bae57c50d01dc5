"""Pages on which a response is written."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
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
from answerable_site.responses.views.saving import (
    REFUSALS,
    Page,
    gives_both,
    text_initial,
    write,
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
    if request.method == "POST" and "read" in request.POST:
        form = letter_read(request, held, form)
    return write(
        request,
        held,
        form,
        Page(
            name="enter_comments",
            kind="chief_officer",
            template="responses/enter_comments.html",
            success="The chief officer’s comments were saved.",
            operation=operations.enter_chief_officer_comments,
            latest=lambda fresh: fresh.chief_officer_comments,
        ),
        context={"letter": _kept_letter(held, form)},
    )


def submit_comments(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The chief officer's office writes the comments here itself."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_submit_comments(request.viewer, held.body.pk)
    form = forms.SubmittedComments(request.POST or None, initial=_comments_initial(held))
    return write(
        request,
        held,
        form,
        Page(
            name="submit_comments",
            kind="chief_officer",
            template="responses/submit_comments.html",
            success="Your comments were sent to the body.",
            operation=operations.submit_chief_officer_comments,
            latest=lambda fresh: fresh.chief_officer_comments,
        ),
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
    both = gives_both(request, held, "own_comments")
    form = forms.OwnComments(request.POST or None, initial=text_initial(saved), in_both=both)
    return write(
        request,
        held,
        form,
        Page(
            name="own_comments",
            kind="own_comments",
            template="responses/own_comments.html",
            success="Your comments were saved.",
            operation=operations.write_own_comments,
            latest=lambda fresh: fresh.own_comments,
        ),
    )


def reply(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Write the reply to the chief officer."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    both = gives_both(request, held, "reply")
    form = forms.Reply(request.POST or None, initial=text_initial(held.reply), in_both=both)
    return write(
        request,
        held,
        form,
        Page(
            name="reply",
            kind="reply",
            template="responses/reply.html",
            success="The reply was saved.",
            operation=operations.write_reply,
            latest=lambda fresh: fresh.reply,
        ),
    )


def _kept_letter(held: Dossier, form: forms.EnteredComments) -> presenters.ShownFile | None:
    """The letter that was kept before and belongs to what is entered."""
    try:
        key = uuid.UUID(str(form["kept"].value()))
    except ValueError:
        return None
    kept = queries.file_of(held.response, key)
    return presenters.shown_file(kept, held) if kept else None


def _comments_initial(held: Dossier) -> dict[str, Any]:
    saved = held.chief_officer_comments
    initial = text_initial(saved)
    initial["author_name"] = saved.author_name if saved else ""
    initial["author_title"] = (saved and saved.author_title) or held.facts.body.chief_officer_title
    return initial
