"""The evaluation of one response: a page, and files that print as a whole."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe

from answerable.writing.html import to_html
from answerable.writing.pdf import to_pdf
from answerable_site.people.requests import Request
from answerable_site.responses import presenters
from answerable_site.responses.rules.evaluation import document_of
from answerable_site.responses.views.gathering import dossier_or_404


def evaluation(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Every step with its date and its proof."""
    held = dossier_or_404(request, inspection_id, body)
    document = document_of(presenters.evaluation_of(held, on=timezone.localdate()))
    html = mark_safe(to_html(document, start_level=1))  # noqa: S308
    return render(request, "responses/evaluation.html", {"held": held, "html": html})


def evaluation_file(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The same as one PDF for an auditor."""
    held = dossier_or_404(request, inspection_id, body)
    document = document_of(presenters.evaluation_of(held, on=timezone.localdate()))
    return HttpResponse(
        to_pdf(document),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="evaluation-{held.inspection.pk}.pdf"'
        },
    )
