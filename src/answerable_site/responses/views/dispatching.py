"""Pages on which the invitation, copies and notices are sent, or recorded as sent otherwise."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable.writing.pdf import NotPrinted
from answerable_site.people.requests import Request
from answerable_site.responses import access, forms, operations, presenters, queries, tasks
from answerable_site.responses.queries import Dossier, Outgoing
from answerable_site.responses.rules import invitations
from answerable_site.responses.rules.dispatches import AFTER_PUBLICATION
from answerable_site.responses.rules.words import Purpose
from answerable_site.responses.views.gathering import dossier_or_404, purpose_or_404, to_response

_ON_ITS_WAY = "The e-mail is on its way. Look here again in a minute to see whether it went out."
_CHANGED = "What would be sent has changed since it was shown. Read it again, then send it."
_REFUSALS = (
    operations.AlreadyOnItsWay,
    operations.AlreadySent,
    operations.DatesOutOfOrder,
    operations.FileTooLarge,
    operations.NothingPublic,
    operations.ProofMissing,
    operations.ResponsePublished,
)


def send_invitation(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Invite the chief officer by e-mail: to whom, then exactly what, then it goes."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    asked = forms.ShownInvitation if "shown" in request.POST else forms.InvitationAddressing
    form = asked(request.POST or None, initial=_invitation_initial(held))
    mail = None
    if request.method == "POST" and settings.EMAIL_IS_SET_UP and form.is_valid():
        given = form.cleaned_data
        try:
            mail = queries.outgoing_invitation(
                held,
                recipient=given["recipient"],
                address=given["address"],
                comments_wanted_by=given["comments_wanted_by"],
                on=timezone.localdate(),
            )
            if _is_confirmed(form, mail):
                dispatch = operations.send_invitation(
                    by=request.viewer,
                    at=timezone.now(),
                    inspection=held.inspection,
                    body=held.body,
                    mail=mail,
                    comments_wanted_by=given["comments_wanted_by"],
                )
                _send_in_background(dispatch.pk, given["comments_wanted_by"].isoformat())
                messages.success(request, _ON_ITS_WAY)
                return redirect(presenters.dispatches_href(held, Purpose.INVITATION))
        except (*_REFUSALS, NotPrinted) as refusal:
            form.add_error(None, str(refusal))
    wanted = mail and form.cleaned_data["comments_wanted_by"]
    context = {
        "clock": held.facts.report.clock,
        "warning": wanted and invitations.warning(wanted, held.facts.report.clock),
    }
    return _sending_page(
        request, held, Purpose.INVITATION, form, forms.InvitationAddressing, mail, context
    )


def send_copy(request: Request, inspection_id: int, body: str, purpose: str) -> HttpResponse:
    """Send a copy or notice by e-mail: to whom, then exactly what, then it goes."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    what = _after_publication_or_404(purpose)
    public = held.public_version
    if public is None:
        messages.warning(request, "Nothing is public now, so there is nothing to send.")
        return to_response(held)
    asked = forms.ShownMail if "shown" in request.POST else forms.Addressing
    form = asked(request.POST or None, initial=_initial(held, what))
    mail = None
    if request.method == "POST" and settings.EMAIL_IS_SET_UP and form.is_valid():
        try:
            mail = queries.outgoing_copy(
                held,
                public,
                purpose=what,
                recipient=form.cleaned_data["recipient"],
                address=form.cleaned_data["address"],
                on=timezone.localdate(),
                site=settings.PUBLIC_ADDRESS,
            )
            if _is_confirmed(form, mail):
                dispatch = operations.send_copy(
                    by=request.viewer,
                    at=timezone.now(),
                    inspection=held.inspection,
                    body=held.body,
                    mail=mail,
                )
                _send_in_background(dispatch.pk)
                messages.success(request, _ON_ITS_WAY)
                return redirect(presenters.dispatches_href(held, what))
        except (*_REFUSALS, NotPrinted) as refusal:
            form.add_error(None, str(refusal))
    return _sending_page(request, held, what, form, forms.Addressing, mail, {"public": public})


def record_dispatch(request: Request, inspection_id: int, body: str, purpose: str) -> HttpResponse:
    """Record what was sent by other means, with its proof."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    what = _after_publication_or_404(purpose)
    if not held.published:
        messages.warning(request, "Nothing is published yet, so nothing can have been sent.")
        return to_response(held)
    form = forms.SentOtherwise(
        request.POST or None,
        request.FILES or None,
        initial=_initial(held, what) | {"sent_on": timezone.localdate()},
        versions=[version.version for version in held.published],
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.record_dispatch(
                by=request.viewer,
                at=timezone.now(),
                inspection=held.inspection,
                body=held.body,
                purpose=what,
                **form.cleaned_data,
            )
        except _REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "It was recorded with its proof.")
            return redirect(presenters.dispatches_href(held, what))
    context = {"held": held, "form": form, "title": presenters.TITLES[what]}
    return render(request, "responses/record_dispatch.html", context)


def dispatches(request: Request, inspection_id: int, body: str, purpose: str) -> HttpResponse:
    """Everything that was sent for one purpose, latest first, and the ways to send it."""
    held = dossier_or_404(request, inspection_id, body)
    what = purpose_or_404(purpose)
    now = timezone.now()
    sent = [d for d in queries.dispatches_of(held.response) if d.purpose == what]
    may_send = access.can_draft(request.viewer, held.body.pk)
    context = {
        "held": held,
        "purpose": what.value,
        "title": presenters.TITLES[what],
        "law": presenters.what_asks_for(what),
        "sent": [presenters.shown_dispatch(d, held, at=now) for d in reversed(sent)],
        "is_invitation": what is Purpose.INVITATION,
        "may_send": may_send and held.public_version is not None,
        "may_record": may_send and bool(held.published),
        "may_invite": may_send and held.is_open_to_change,
    }
    return render(request, "responses/dispatches.html", context)


def _sending_page(
    request: Request,
    held: Dossier,
    purpose: Purpose,
    form: forms.Addressing | forms.ShownMail,
    addressing: type[forms.Addressing],
    mail: Outgoing | None,
    more: dict[str, object],
) -> HttpResponse:
    """The questions and, once they are answered, exactly what would go out."""
    answered = form.cleaned_data if mail else {}
    questions = form if isinstance(form, addressing) else addressing(initial=answered)
    context = {
        "held": held,
        "title": presenters.TITLES[purpose],
        "purpose": purpose.value,
        "form": form,
        "questions": questions,
        "mail": mail and presenters.shown_mail(mail, sender=settings.DEFAULT_FROM_EMAIL),
        "answered": answered | {"shown": mail.digest if mail else ""},
        "is_set_up": settings.EMAIL_IS_SET_UP,
        "is_invitation": purpose is Purpose.INVITATION,
        **more,
    }
    return render(request, "responses/send.html", context)


def _is_confirmed(form: forms.Addressing | forms.ShownMail, mail: Outgoing) -> bool:
    """Whether the person confirmed exactly this; says so on the form if it has changed."""
    if not isinstance(form, forms.ShownMail):
        return False
    if form.cleaned_data["shown"] == mail.digest:
        return True
    form.add_error(None, _CHANGED)
    return False


def _send_in_background(dispatch_id: int, comments_wanted_by: str = "") -> None:
    transaction.on_commit(partial(tasks.send_dispatch.enqueue, dispatch_id, comments_wanted_by))


def _initial(held: Dossier, purpose: Purpose) -> dict[str, object]:
    name, address = presenters.proposed_recipient(held, purpose, queries.recipients_of(held.body))
    return {"recipient": name, "address": address}


def _invitation_initial(held: Dossier) -> dict[str, object]:
    proposed = invitations.proposed_date(held.facts.report.clock, on=timezone.localdate())
    wanted = held.invitation.comments_wanted_by if held.invitation else proposed
    return _initial(held, Purpose.INVITATION) | {"comments_wanted_by": wanted}


def _after_publication_or_404(purpose: str) -> Purpose:
    found = purpose_or_404(purpose)
    if found not in AFTER_PUBLICATION:
        raise Http404
    return found
