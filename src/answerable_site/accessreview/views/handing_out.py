"""Handing out what is held about a case: asked for by one person, released by another."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from answerable.statute import civil_date
from answerable.writing.blocks import WrittenDocument
from answerable.writing.html import to_html
from answerable.writing.pdf import to_pdf
from answerable_site.accessreview import forms, operations, presenters, queries
from answerable_site.accessreview.access import audits, check_can_release, releases
from answerable_site.accessreview.rules.handing_out import CountDiffers, Recipient, as_json
from answerable_site.casework import operations as casework
from answerable_site.casework.queries import cases_open_to
from answerable_site.design.downloads import made_here
from answerable_site.people.requests import Request

PAGE = 25
KINDS = {"json": "application/json", "pdf": "application/pdf"}


@require_safe
def hand_outs(request: Request) -> HttpResponse:
    """What was asked for, and what went out."""
    operations.note_review(by=request.viewer, at=timezone.now(), page="hand_outs", asked={})
    found = queries.hand_outs_visible_to(request.viewer)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "can_ask": audits.test(request.viewer),
        "can_release": releases.test(request.viewer),
    }
    return render(request, "accessreview/hand_outs.html", context)


def ask_hand_out(request: Request) -> HttpResponse:
    """Note that somebody outside asks for what is held about a case."""
    now = timezone.now()
    forces = queries.forces_to_ask_about(request.viewer)
    form = forms.AskHandOut(request.POST or None, forces=forces)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        case = queries.case_to_ask_about(request.viewer, values["force"], values["reference"])
        if case is None:
            form.add_error("reference", "No case of the force bears this reference")
        else:
            operations.ask_hand_out(
                by=request.viewer,
                at=now,
                case=case,
                recipient=Recipient(values["recipient"]),
                recipient_name=values["recipient_name"],
                purpose=values["purpose"],
            )
            messages.success(request, "It was recorded. A supervisor of the force can release it.")
            return redirect("accessreview:hand_outs")
    operations.note_review(by=request.viewer, at=now, page="ask_hand_out", asked={})
    return render(request, "accessreview/ask_hand_out.html", {"form": form})


def release(request: Request, hand_out_id: int) -> HttpResponse:
    """Exactly what goes and what does not, with the count that lets it go."""
    now = timezone.now()
    found = get_object_or_404(queries.hand_outs_released_by(request.viewer), pk=hand_out_id)
    check_can_release(request.viewer, found)
    if hasattr(found, "release"):
        operations.note_review(
            by=request.viewer, at=now, page="release", asked={"hand_out": str(found.pk)}
        )
        return render(request, "accessreview/released.html", {"hand_out": found, "kinds": KINDS})
    if not cases_open_to(request.viewer, at=now).filter(pk=found.case_id).exists():
        messages.info(request, "Open the case first. Then come back to what was asked for.")
        return redirect("casework:open", found.case_id)
    parcel = queries.parcel_for(found)
    told = as_json(parcel, recipient_name=found.recipient_name, asked_at=found.asked_at)
    form = forms.ReleaseParcel(request.POST or None, parcel=parcel)
    if request.method == "POST" and form.is_valid():
        counted = form.cleaned_data["counted"]
        try:
            operations.release(by=request.viewer, at=now, hand_out=found, counted=counted)
        except CountDiffers as problem:
            form.add_error("counted", str(problem))
        except operations.AlreadyReleased:
            return redirect("accessreview:release", found.pk)
        else:
            messages.success(request, "It is released. Take the file, and pass it on.")
            return redirect("accessreview:release", found.pk)
    casework.note_read(by=request.viewer, at=now, case=found.case)
    context = {
        "form": form,
        "hand_out": found,
        "recipient": Recipient(found.recipient),
        "parcel": parcel,
        "html": _shown(found, told),
    }
    return render(request, "accessreview/release.html", context)


@require_safe
def hand_out_file(request: Request, hand_out_id: int, form: str) -> HttpResponse:
    """What was released, as a file."""
    found = get_object_or_404(
        queries.hand_outs_released_by(request.viewer), pk=hand_out_id, release__isnull=False
    )
    if form not in KINDS:
        raise Http404
    check_can_release(request.viewer, found)
    operations.note_file_taken(
        by=request.viewer, at=timezone.now(), released=found.release, form=form
    )
    told = queries.told_in(found.release)
    content = told.encode() if form == "json" else to_pdf(_document(found, told))
    return made_here(content, name=f"case-{found.case_id}.{form}", content_type=KINDS[form])


def _document(hand_out: Any, told: str) -> WrittenDocument:
    return presenters.handed_out_document(
        told, author=hand_out.case.force.name, on=civil_date(hand_out.asked_at)
    )


def _shown(hand_out: Any, told: str) -> SafeString:
    return mark_safe(to_html(_document(hand_out, told), start_level=2))  # noqa: S308
