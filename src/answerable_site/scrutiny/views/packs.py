"""The pack: frozen, read, downloaded, corrected beside itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.writing.canonical import canonical_bytes, from_json
from answerable_site.design.downloads import made_here
from answerable_site.people.requests import Request
from answerable_site.publication.rules import FileFormat
from answerable_site.scrutiny import access, forms, operations, presenters, queries
from answerable_site.scrutiny.rules import ItemState, NothingPublic, OutOfOrder
from answerable_site.scrutiny.views.gathering import kept_or_404, to_meeting

CANONICAL = "json"


def freeze(request: Request, meeting_id: int) -> HttpResponse:
    """Say what freezing means, and freeze."""
    meeting = kept_or_404(request, meeting_id)
    problem = ""
    if request.method == "POST":
        try:
            operations.freeze_pack(
                by=request.viewer, at=timezone.now(), today=timezone.localdate(), meeting=meeting
            )
        except (OutOfOrder, operations.AgendaOpen, operations.NotPrinted) as refused:
            problem = str(refused)
        else:
            messages.success(request, "The pack is frozen.")
            return redirect("scrutiny:pack", meeting.pk)
    context = {
        "meeting": presenters.listed(meeting),
        "count": meeting.items.filter(state=ItemState.ON_AGENDA).count(),
        "proposed": meeting.items.filter(state=ItemState.PROPOSED).count(),
        "problem": problem,
    }
    return render(request, "scrutiny/freeze.html", context)


@require_safe
def pack(request: Request, meeting_id: int) -> HttpResponse:
    """The pack as it was frozen, with its corrections beside it."""
    found = get_object_or_404(queries.packs_visible_to(request.viewer), meeting=meeting_id)
    context = {
        "pack": found,
        "meeting": presenters.listed(found.meeting),
        "files": presenters.pack_files(found),
        "html": presenters.pack_html(found),
        "was_moved": found.meeting.day_changes.filter(at__gt=found.at).exists(),
        "overtaken": queries.overtaken_in(request.viewer, found),
        "may_correct": access.can_keep(request.viewer, found.meeting.body_id),
    }
    return render(request, "scrutiny/pack.html", context)


@require_safe
def pack_file(request: Request, meeting_id: int, form: str) -> HttpResponse:
    """The pack as a file, byte for byte as it was made at the freeze."""
    found = get_object_or_404(queries.packs_visible_to(request.viewer), meeting=meeting_id)
    name = f"pack-{found.meeting.on.isoformat()}-{found.meeting_id}.{form}"
    if form == CANONICAL:
        content = canonical_bytes(from_json(found.document))
        return made_here(content, name=name, content_type="application/json")
    if form not in set(FileFormat):
        raise Http404
    file = get_object_or_404(queries.pack_files_of(found), format=form)
    return made_here(bytes(file.content), name=name, content_type=FileFormat(form).media_type)


def correct_pack(request: Request, meeting_id: int) -> HttpResponse:
    """Say beside the pack what is wrong in it."""
    meeting = kept_or_404(request, meeting_id)
    found = get_object_or_404(queries.packs_visible_to(request.viewer), meeting=meeting)
    form = forms.CorrectPack(request.POST or None, items=queries.items_of(meeting))
    if request.method == "POST" and form.is_valid():
        operations.correct_pack(
            by=request.viewer,
            at=timezone.now(),
            today=timezone.localdate(),
            pack=found,
            **form.cleaned_data,
        )
        messages.success(request, "The correction stands beside the pack.")
        return redirect("scrutiny:pack", meeting.pk)
    context = {"form": form, "meeting": presenters.listed(meeting)}
    return render(request, "scrutiny/correct_pack.html", context)


def publish(request: Request, meeting_id: int) -> HttpResponse:
    """Read what the public would read, and hand it to the press."""
    meeting = kept_or_404(request, meeting_id)
    problem, html = "", ""
    try:
        if request.method == "POST":
            operations.hand_over(
                by=request.viewer, at=timezone.now(), today=timezone.localdate(), meeting=meeting
            )
            messages.success(request, "A publisher can release it now, if it is not you.")
            return to_meeting(meeting.pk)
        html = presenters.document_html(queries.public_document(meeting, on=timezone.localdate()))
    except (OutOfOrder, NothingPublic, operations.NotPrinted) as refused:
        problem = str(refused)
    context = {"meeting": presenters.listed(meeting), "html": html, "problem": problem}
    return render(request, "scrutiny/publish.html", context)
