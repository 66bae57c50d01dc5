"""Beginning to follow up a recommendation."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable_site.followup import forms, operations, presenters, queries
from answerable_site.followup.operations import Promise
from answerable_site.followup.presenters import Place
from answerable_site.followup.views.asking import Question, ask, now, today
from answerable_site.people.requests import Request

PAGE = 25


@require_safe
def begin(request: Request) -> HttpResponse:
    """Recommendations that nobody follows up yet, for each body that the viewer decides for."""
    bodies = list(queries.bodies_decided_for(request.viewer))
    asked = request.GET.get("body", "")
    body = next((one for one in bodies if one.slug == asked), bodies[0] if bodies else None)
    if body is None:
        raise Http404
    found = queries.recommendations_to_follow_up(request.viewer, body=body)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "body": body,
        "others": [one for one in bodies if one != body],
        "page": page,
        "recommendations": [presenters.to_follow_up(one) for one in page],
    }
    return render(request, "followup/begin.html", context)


def begin_for(request: Request, body: str, recommendation_id: int) -> HttpResponse:
    """Say who has to act about one recommendation."""
    held = get_object_or_404(queries.bodies_decided_for(request.viewer), slug=body)
    found = get_object_or_404(
        queries.recommendations_to_bind(request.viewer, body=held), pk=recommendation_id
    )
    organisations = queries.organisations_that_act(request.viewer, held)
    form = forms.Begin(
        request.POST or None,
        organisations=organisations,
        limbs=list(found.limbs.all()),
        due=presenters.due_in_words(found),
        initial={"parts": [forms.WHOLE]},
    )
    return ask(
        request,
        form,
        Question(
            "Who has to act, and what do they promise?",
            "Begin to follow it up",
            presenters.heading_of(found),
            Place(reverse("followup:begin"), "Recommendations to follow up"),
            "It is followed up from now on.",
            (("Recommendation", found.text),),
        ),
        lambda said: operations.begin_commitments(
            **now(request), on=today(), body=held, promises=_promises(found, form, said)
        ),
    )


def _promises(recommendation: Any, form: forms.Begin, said: dict[str, Any]) -> list[Promise]:
    return [
        Promise(
            recommendation=recommendation,
            organisation=organisation,
            summary=said["summary"],
            words=said["words"],
            limb=limb,
            target=form.target,
        )
        for organisation in said["organisations"]
        for limb in form.limbs
    ]
