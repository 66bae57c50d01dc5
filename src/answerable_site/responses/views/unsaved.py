"""What a page keeps by itself while somebody types, and how it is thrown away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from answerable_site.people.requests import Request
from answerable_site.responses import access, forms, operations, presenters
from answerable_site.responses.views.gathering import dossier_or_404, to_response, who_and_what

_REFUSALS = (
    operations.BegunFromNewer,
    operations.NotKept,
    operations.NotOfThisReport,
    operations.ResponsePublished,
)


@require_POST
def keep_unsaved(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Keep what was typed, and answer with a sentence for the writer."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_write_something(request.viewer, held.body.pk)
    asked = forms.Keeping(request.POST)
    if not asked.is_valid():
        return HttpResponseBadRequest("This page keeps nothing.")
    try:
        kept = operations.keep_unsaved(
            **who_and_what(request, held),
            **asked.cleaned_data,
            answers=dict(request.POST.lists()),
        )
    except _REFUSALS as refusal:
        return JsonResponse({"said": str(refusal)}, status=409)
    said = presenters.kept_words(kept.row.kept_at, changed_meanwhile=kept.changed_meanwhile)
    return JsonResponse({"said": said})


@require_POST
def discard_unsaved(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Throw away what was kept, and go back to the page that kept it."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_write_something(request.viewer, held.body.pk)
    asked = forms.Discarding(request.POST)
    if not asked.is_valid():
        return HttpResponseBadRequest("This page keeps nothing.")
    page = asked.cleaned_data["form"]
    try:
        operations.discard_unsaved(**who_and_what(request, held), form=page)
    except operations.NotKept as refusal:
        messages.info(request, str(refusal))
        return to_response(held)
    messages.success(request, "What you had typed and not saved was thrown away.")
    route, _, finding_id = page.partition(":")
    more = [finding_id] if finding_id else []
    return redirect(f"responses:{route}", held.inspection.pk, held.body.slug, *more)
