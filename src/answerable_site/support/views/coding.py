"""What the two coders read and give, and how far they agree."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.surveys.themes import BOOKS
from answerable_site.design.asking import ask
from answerable_site.people.requests import Request
from answerable_site.support import forms, operations, presenters, queries
from answerable_site.support.rules import CodingRefused

_OF_WORDS = "support/ask_of_words.html"


def name_coders(request: Request, survey_id: int) -> HttpResponse:
    """Name the two who code a survey."""
    found = get_object_or_404(queries.surveys_kept_by(request.viewer), pk=survey_id)
    people = queries.people_who_code(found.body, on=timezone.localdate())
    form = forms.NameCoders(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            operations.name_coders(
                by=request.viewer, at=timezone.now(), survey=found, **form.cleaned_data
            )
        except CodingRefused as problem:
            form.add_error("first", str(problem))
        else:
            messages.success(request, "The coders were named.")
            return redirect("support:survey", found.pk)
    question = presenters.question(
        "name_coders",
        caption=found.title,
        back=reverse("support:survey", args=[found.pk]),
        back_text="The survey",
    )
    return ask(request, form, question)


@require_safe
def coding(request: Request, survey_id: int) -> HttpResponse:
    """What is left to code; once both have coded all, what each gave."""
    found = get_object_or_404(queries.surveys_coded_by(request.viewer), pk=survey_id)
    asked, progress = queries.instrument_of(found), queries.coding_progress(found)
    context = {
        "survey": found,
        "progress": progress,
        "left": [
            presenters.shown_passage(one, asked)
            for one in queries.passages_to_code(request.viewer, found)
        ],
        "coded": [
            presenters.shown_coded(one, asked, queries.themes_of(one))
            for one in queries.coded_passages(found)
        ]
        if progress.both_done
        else [],
        "quotes": [
            presenters.shown_quote(one) for one in queries.waiting_quotes(request.viewer, found)
        ],
    }
    return render(request, "support/coding.html", context)


def code(request: Request, passage_id: int) -> HttpResponse:
    """Give a passage its themes."""
    found = get_object_or_404(queries.passages_visible_to(request.viewer), pk=passage_id)
    book = BOOKS[found.survey.book]
    form = forms.GiveThemes(request.POST if request.method == "POST" else None, book=book)
    if request.method == "POST" and form.is_valid():
        try:
            operations.code_passage(
                by=request.viewer,
                at=timezone.now(),
                passage=found,
                themes=form.cleaned_data["themes"],
            )
        except CodingRefused as problem:
            messages.info(request, str(problem))
        left = queries.passages_to_code(request.viewer, found.survey)
        if left:
            return redirect("support:code", left[0].pk)
        return redirect("support:coding", found.survey_id)
    context = {
        "form": form,
        "survey": found.survey,
        "passage": presenters.shown_passage(found, queries.instrument_of(found.survey)),
        "themes": book.themes,
        "button": "Save and go on",
    }
    return render(request, "support/code.html", context)


def settle(request: Request, passage_id: int) -> HttpResponse:
    """Write down on which themes the two settled."""
    found = get_object_or_404(queries.passages_visible_to(request.viewer), pk=passage_id)
    book = BOOKS[found.survey.book]
    shown = next((one for one in queries.coded_passages(found.survey) if one.pk == found.pk), None)
    if shown is None or not queries.coding_progress(found.survey).both_done:
        raise Http404
    form = forms.GiveThemes(request.POST if request.method == "POST" else None, book=book)
    if request.method == "POST" and form.is_valid():
        try:
            operations.settle_passage(
                by=request.viewer,
                at=timezone.now(),
                passage=found,
                themes=form.cleaned_data["themes"],
            )
        except CodingRefused as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "It was settled.")
        return redirect("support:coding", found.survey_id)
    asked = queries.instrument_of(found.survey)
    context = {
        "form": form,
        "survey": found.survey,
        "passage": presenters.shown_coded(shown, asked, queries.themes_of(shown)),
        "themes": book.themes,
        "button": "Settle it",
    }
    return render(request, "support/code.html", context)


def erase_words(request: Request, survey_id: int) -> HttpResponse:
    """Erase what was written, once it is coded."""
    found = get_object_or_404(queries.surveys_kept_by(request.viewer), pk=survey_id)
    if request.method == "POST":
        try:
            operations.erase_words(by=request.viewer, at=timezone.now(), survey=found)
        except CodingRefused as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "What was written was erased.")
        return redirect("support:survey", found.pk)
    question = presenters.question(
        "erase_words",
        caption=found.title,
        back=reverse("support:survey", args=[found.pk]),
        back_text="The survey",
    )
    return ask(request, None, question)


def offer_quote(request: Request, passage_id: int) -> HttpResponse:
    """Offer words of a passage to be quoted."""
    found = get_object_or_404(queries.passages_visible_to(request.viewer), pk=passage_id)
    form = forms.OfferQuote(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.offer_quote(
                by=request.viewer, at=timezone.now(), passage=found, **form.cleaned_data
            )
        except CodingRefused as problem:
            form.add_error("words", str(problem))
        else:
            messages.success(request, "It was offered to the other coder.")
            return redirect("support:coding", found.survey_id)
    question = presenters.question(
        "offer_quote",
        caption=found.survey.title,
        back=reverse("support:coding", args=[found.survey_id]),
        back_text="What was written",
    )
    return ask(
        request,
        form,
        question,
        page=_OF_WORDS,
        passage=presenters.shown_passage(found, queries.instrument_of(found.survey)),
        clues=presenters.shown_clues(found.words),
    )


def judge_quote(request: Request, quote_id: int) -> HttpResponse:
    """Say whether words may be quoted."""
    found = get_object_or_404(queries.quotes_visible_to(request.viewer), pk=quote_id)
    form = forms.JudgeQuote(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.judge_quote(
                by=request.viewer, at=timezone.now(), quote=found, **form.cleaned_data
            )
        except CodingRefused as problem:
            form.add_error("is_safe", str(problem))
        else:
            messages.success(request, "It was saved whether the words can be quoted.")
            return redirect("support:coding", found.survey_id)
    question = presenters.question(
        "judge_quote",
        caption=found.survey.title,
        back=reverse("support:coding", args=[found.survey_id]),
        back_text="What was written",
        lead=f"“{found.words}”",
    )
    clues = presenters.shown_clues(found.words)
    return ask(request, form, question, page=_OF_WORDS, clues=clues)


@require_safe
def agreement(request: Request, survey_id: int) -> HttpResponse:
    """How far the two coders agree, before they settled anything."""
    found = get_object_or_404(queries.surveys_heard_by(request.viewer), pk=survey_id)
    progress = queries.coding_progress(found)
    context = {
        "survey": found,
        "progress": progress,
        "rows": presenters.agreement_rows(queries.agreement_in(found), found.book)
        if progress.both_done
        else [],
    }
    return render(request, "support/agreement.html", context)
