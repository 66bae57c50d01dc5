"""What may be shown of a survey, what was found, and handing it over."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.asking import ask
from answerable_site.people.requests import Request
from answerable_site.support import forms, operations, presenters, queries
from answerable_site.support.rules import SurveyState, TellingRefused


@require_safe
def results(request: Request, survey_id: int) -> HttpResponse:
    """The figures of a closed survey and what was found, as the public would read them."""
    found = get_object_or_404(
        queries.surveys_kept_by(request.viewer), pk=survey_id, state=SurveyState.CLOSED
    )
    facts = queries.feedback_facts(found, queries.figures_of(found), on=timezone.localdate())
    before = queries.handed_over_before(found)
    context = {
        "survey": found,
        "facts": facts,
        "findings": [
            presenters.shown_finding(
                one, queries.called(one.recommendation) if one.recommendation else ""
            )
            for one in queries.findings_of(found)
        ],
        "public_href": before.path if before and before.released_at else "",
        "waits": before is not None and before.released_at is None,
    }
    return render(request, "support/results.html", context)


def add_finding(request: Request, survey_id: int) -> HttpResponse:
    """Write what victims told on one matter, and what changed."""
    found = get_object_or_404(
        queries.surveys_kept_by(request.viewer), pk=survey_id, state=SurveyState.CLOSED
    )
    form = forms.AddFinding(
        request.POST or None,
        recommendations=queries.recommendations_of(found),
        quotes=queries.approved_quotes(found),
        commitments=queries.commitments_to_choose(request.viewer, found),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_finding(
                by=request.viewer,
                at=timezone.now(),
                survey=found,
                new=form.cleaned_data["new"],
            )
        except TellingRefused as problem:
            form.add_error("words", str(problem))
        else:
            messages.success(request, "It was saved.")
            return redirect("support:results", found.pk)
    question = presenters.question(
        "add_finding",
        caption=found.title,
        back=reverse("support:results", args=[found.pk]),
        back_text="What was told",
    )
    return ask(request, form, question)


def drop_finding(request: Request, finding_id: int) -> HttpResponse:
    """Leave a finding out from now on."""
    found = get_object_or_404(queries.findings_visible_to(request.viewer), pk=finding_id)
    if request.method == "POST":
        operations.drop_finding(by=request.viewer, at=timezone.now(), finding=found)
        messages.success(request, "It is left out from now on.")
        return redirect("support:results", found.survey_id)
    question = presenters.question(
        "drop_finding",
        caption=found.survey.title,
        back=reverse("support:results", args=[found.survey_id]),
        back_text="What was told",
    )
    return ask(request, None, question)


def hand_over(request: Request, survey_id: int) -> HttpResponse:
    """Hand what victims told and what changed to the press."""
    found = get_object_or_404(queries.surveys_kept_by(request.viewer), pk=survey_id)
    if request.method == "POST":
        try:
            operations.hand_over(
                by=request.viewer,
                at=timezone.now(),
                today=timezone.localdate(),
                survey=found,
            )
        except TellingRefused as problem:
            messages.info(request, str(problem))
            return redirect("support:survey", found.pk)
        messages.success(request, "It waits for a publisher now.")
        return redirect("support:results", found.pk)
    question = presenters.question(
        "hand_over",
        caption=found.title,
        back=reverse("support:survey", args=[found.pk]),
        back_text="The survey",
    )
    return ask(request, None, question)
