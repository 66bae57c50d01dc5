"""Pages on which a response is prepared, signed and published."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe

from answerable.statute import civil_date
from answerable.writing.canonical import content_hash, from_json
from answerable.writing.html import to_html
from answerable.writing.pdf import NotPrinted
from answerable_site.people.queries import tenure_on, title_for
from answerable_site.people.requests import Request
from answerable_site.publication import operations as press
from answerable_site.publication.presenters import changes_in_words, clues_in_document
from answerable_site.responses import access, forms, operations, presenters
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import SignatoryFacts
from answerable_site.responses.views.gathering import dossier_or_404, to_response, who_and_what


def prepare(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """What is still missing, and preparing for signature: whole, or incomplete with a reason."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    gaps = presenters.shown_gaps(held)
    form_class = forms.IncompleteReason if gaps else forms.Confirmation
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.prepare_response(**who_and_what(request, held), **form.cleaned_data)
        except (
            operations.AlreadyPrepared,
            operations.ReasonNotNeeded,
            operations.ResponseIncomplete,
            operations.ResponsePublished,
            NotPrinted,
        ) as refusal:
            form.add_error(None, str(refusal))
        else:
            fresh = dossier_or_404(request, inspection_id, body)
            messages.success(request, presenters.prepared_words(fresh))
            return to_response(held)
    context = {
        "held": held,
        "form": form,
        "gaps": gaps,
        "without_welsh": presenters.shown_without_welsh(held),
        "may_go_out": gaps and not any(gap.blocks for gap in gaps),
    }
    return render(request, "responses/prepare.html", context)


def sign(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The exact document with its hash, and the signature over it."""
    held = dossier_or_404(request, inspection_id, body)
    if held.preparation is None or held.signature or held.changed_since_preparation:
        messages.info(request, "Nothing waits for your signature here.")
        return to_response(held)
    access.check_can_sign(request.viewer, held.body.pk, held.preparation)
    if held.approvals_missing:
        messages.info(request, "The response cannot be signed before its approvals are given.")
        return to_response(held)
    if request.method == "POST":
        return _signed(request, held, forms.Signing(request.POST))
    asked = forms.Signatory(request.GET if "signed_as" in request.GET else None)
    signed_as = asked.cleaned_data["signed_as"] if asked.is_valid() else _own_title(request, held)
    return _sign_page(request, held, signed_as)


def publish(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The signed document, and its publication."""
    held = dossier_or_404(request, inspection_id, body)
    if held.signature is None:
        messages.info(request, "No signed response waits to be published here.")
        return to_response(held)
    access.check_can_publish(request.viewer, held.body.pk, signer_id=held.signature.signed_by_id)
    form = forms.Confirmation(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.publish_response(**who_and_what(request, held))
        except (
            NotPrinted,
            operations.EntryOutdated,
            press.EntryNotReleased,
            press.WouldLeak,
            operations.DocumentChanged,
            operations.NotPrepared,
            operations.ResponsePublished,
        ) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The response is published.")
            return to_response(held)
    today = timezone.localdate()
    signed_on = civil_date(held.signature.signed_at)
    context = {
        "held": held,
        "form": form,
        "response": presenters.shown_response(held, viewer=request.viewer, on=today),
        "holder_changed": presenters.holder_changed(
            tenure_on(held.body, signed_on), tenure_on(held.body, today), signed_on=signed_on
        ),
        "html": _html(from_json(held.signature.document)),
        "content_hash": held.signature.content_hash,
        "clues": clues_in_document(held.signature.document),
        "without_welsh": presenters.shown_without_welsh(held),
    }
    return render(request, "responses/publish.html", context)


def prepare_entry(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Put the inspection forward for the public register."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    form = forms.Confirmation(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.prepare_public_entry(**who_and_what(request, held))
        except (
            operations.EarlierDayNotKnown,
            operations.EntryPrepared,
            operations.ResponsePublished,
        ) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "A publisher can now release it into the public register.")
            return to_response(held)
    shown = presenters.shown_response(held, viewer=request.viewer, on=timezone.localdate())
    context = {"held": held, "form": form, "response": shown}
    return render(request, "responses/prepare_entry.html", context)


def correct_entry(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Put a correction of the public register forward."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    if held.entry is None or not held.entry_is_outdated:
        messages.info(request, "Nothing in the public register needs to be corrected here.")
        return to_response(held)
    form = forms.Correction(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.prepare_entry_correction(**who_and_what(request, held), **form.cleaned_data)
        except (press.CorrectionWaits, press.NothingToCorrect) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "A publisher can now release the correction.")
            return to_response(held)
    changes = changes_in_words(held.entry.facts, held.public_facts)
    context = {"held": held, "form": form, "changes": changes}
    return render(request, "responses/correct_entry.html", context)


def _signed(request: Request, held: Dossier, form: forms.Signing) -> HttpResponse:
    if not form.is_valid():
        return _sign_page(request, held, _own_title(request, held))
    try:
        operations.sign_response(**who_and_what(request, held), **form.cleaned_data)
    except (
        operations.AlreadySigned,
        operations.ApprovalMissing,
        operations.DocumentChanged,
        operations.NotPrepared,
        operations.ResponsePublished,
    ) as refusal:
        return _sign_page(request, held, form.cleaned_data["signed_as"], refusal=str(refusal))
    messages.success(request, "You signed the response. A publisher can publish it.")
    return to_response(held)


def _sign_page(request: Request, held: Dossier, signed_as: str, refusal: str = "") -> HttpResponse:
    today = civil_date(timezone.now())
    document = compose(
        held.facts,
        signatory=SignatoryFacts(name=request.viewer.name, title=signed_as, signed_on=today),
    )
    form = forms.Signing({"signed_as": signed_as, "content_hash": content_hash(document)})
    if refusal:
        form.add_error(None, refusal)
    context = {
        "held": held,
        "form": form,
        "missing": held.preparation.missing if held.preparation else (),
        "signatory": forms.Signatory(initial={"signed_as": signed_as}),
        "html": _html(document),
        "content_hash": content_hash(document),
        "without_welsh": presenters.shown_without_welsh(held),
    }
    return render(request, "responses/sign.html", context, status=409 if refusal else 200)


def _own_title(request: Request, held: Dossier) -> str:
    """The office in which the viewer signs today, unless they say otherwise."""
    return title_for(request.viewer.user_id, held.body, timezone.localdate())


def _html(document: Any) -> str:
    return mark_safe(to_html(document, start_level=2))  # noqa: S308
