"""Practice reviews: recorded, listed, read."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable_site.followup import forms, operations, presenters, queries, rules
from answerable_site.followup.operations import ReviewedPractice
from answerable_site.followup.presenters import Place
from answerable_site.followup.views.asking import Question, ask, now, today
from answerable_site.people.requests import Request

PAGE = 25


@require_safe
def practice_reviews(request: Request) -> HttpResponse:
    """Every practice review that the viewer may read, the latest first."""
    found = queries.practice_reviews_visible_to(request.viewer)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "reviews": [presenters.listed_practice(one) for one in page],
        "bodies": queries.bodies_decided_for(request.viewer),
    }
    return render(request, "followup/practice_reviews.html", context)


@require_safe
def practice_review(request: Request, review_id: int) -> HttpResponse:
    """One practice review."""
    found = get_object_or_404(queries.practice_reviews_visible_to(request.viewer), pk=review_id)
    asked_for = queries.named_commitments(request.viewer).filter(practice_reviews=found)
    context = {"review": presenters.shown_practice(found, asked_for)}
    return render(request, "followup/practice_review.html", context)


def record_practice_review(request: Request, slug: str) -> HttpResponse:
    """Record a practice review of a body."""
    body = get_object_or_404(queries.bodies_decided_for(request.viewer), slug=slug)
    form = forms.RecordPracticeReview(
        request.POST or None,
        commitments=queries.named_commitments(request.viewer).filter(
            body=body, closed_on__isnull=True
        ),
        words=presenters.commitment_words,
        today=today(),
    )
    return ask(
        request,
        form,
        Question(
            "Record a practice review",
            "Record the review",
            body.name,
            Place(reverse("followup:practice_reviews"), "Practice reviews"),
            "The practice review was recorded.",
        ),
        lambda said: operations.record_practice_review(
            **now(request),
            today=today(),
            body=body,
            practice=ReviewedPractice(
                pathway=rules.Pathway(said["pathway"]),
                **{name: said[name] for name in said if name not in {"pathway", "commitments"}},
            ),
            commitments=said["commitments"],
        ),
    )
