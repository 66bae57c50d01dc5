"""Surveys: opened, prolonged, closed or given up; codes; who was asked; answers from paper."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable.surveys.answers import UnusableAnswer
from answerable.surveys.codes import UnusableCode, canonical_code, spelled
from answerable.surveys.groups import Channel
from answerable.surveys.paper import paper_form, telephone_script
from answerable.writing.docx import to_docx
from answerable.writing.pdf import to_pdf
from answerable_site.design.asking import ask
from answerable_site.design.downloads import made_here
from answerable_site.people.requests import Request
from answerable_site.publication.rules import FileFormat
from answerable_site.support import access, forms, operations, presenters, queries
from answerable_site.support.rules import (
    MOST_CODES,
    CodeNotGood,
    CountRefused,
    SurveyRefused,
    SurveyState,
)

_PAPERS = {"form": paper_form, "script": telephone_script}


@require_safe
def surveys(request: Request) -> HttpResponse:
    """The surveys that the viewer keeps, asks for or codes, the latest first."""
    today = timezone.localdate()
    kept = set(queries.surveys_kept_by(request.viewer).values_list("pk", flat=True))
    context = {
        "surveys": [
            (
                presenters.shown_survey(one, queries.instrument_of(one), today=today),
                _response(one) if one.pk in kept else "",
            )
            for one in queries.surveys_visible_to(request.viewer)
        ],
        "keeps": access.keeps.test(request.viewer),
    }
    return render(request, "support/surveys.html", context)


@require_safe
def survey(request: Request, survey_id: int) -> HttpResponse:
    """One survey, with what the viewer does about it."""
    found = get_object_or_404(queries.surveys_visible_to(request.viewer), pk=survey_id)
    keeps = queries.surveys_kept_by(request.viewer).filter(pk=found.pk).exists()
    services = queries.services_asking(request.viewer, found)
    context = {
        "survey": presenters.shown_survey(
            found, queries.instrument_of(found), today=timezone.localdate()
        ),
        "keeps": keeps,
        "asks": services.exists(),
        "asked": [presenters.shown_asked(one) for one in queries.asked_in(found, request.viewer)],
        "recommendations": [queries.called(one) for one in queries.recommendations_of(found)],
        "coders": [one.user.full_name for one in queries.coders_of(found)],
        "codes": queries.surveys_coded_by(request.viewer).filter(pk=found.pk).exists(),
        "progress": queries.coding_progress(found),
        "erased": queries.words_erased(found),
        "formats": [one for one in FileFormat if one is not FileFormat.ODT],
    }
    return render(request, "support/survey.html", context)


def open_survey(request: Request) -> HttpResponse:
    """Open a survey."""
    form = forms.OpenSurvey(
        request.POST or None,
        bodies=queries.bodies_kept_by(request.viewer),
        recommendations=queries.recommendations_to_choose(request.viewer),
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            opened = operations.open_survey(
                by=request.viewer,
                at=timezone.now(),
                body=form.cleaned_data["body"],
                new=form.cleaned_data["new"],
            )
        except SurveyRefused as problem:
            form.add_error("closes_on", str(problem))
        else:
            messages.success(request, "The survey was opened.")
            return redirect("support:survey", opened.pk)
    question = presenters.question(
        "open_survey", back=reverse("support:surveys"), back_text="Surveys"
    )
    return ask(request, form, question)


def move_closing_day(request: Request, survey_id: int) -> HttpResponse:
    """Move the last day."""
    found = get_object_or_404(queries.surveys_kept_by(request.viewer), pk=survey_id)
    form = forms.MoveClosingDay(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.move_closing_day(
                by=request.viewer, at=timezone.now(), survey=found, **form.cleaned_data
            )
        except SurveyRefused as problem:
            form.add_error("closes_on", str(problem))
        else:
            messages.success(request, "The last day was moved.")
            return redirect("support:survey", found.pk)
    return _ask_about(request, form, "move_closing_day", found)


def close_survey(request: Request, survey_id: int) -> HttpResponse:
    """Close a survey, so that what was answered can be read."""
    found = get_object_or_404(queries.surveys_kept_by(request.viewer), pk=survey_id)
    if request.method == "POST":
        try:
            operations.close_survey(by=request.viewer, at=timezone.now(), survey=found)
        except SurveyRefused as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The survey was closed. Name the two coders next.")
        return redirect("support:survey", found.pk)
    return _ask_about(request, None, "close_survey", found)


def give_up_survey(request: Request, survey_id: int) -> HttpResponse:
    """Give a survey up, and erase what was answered."""
    found = get_object_or_404(queries.surveys_kept_by(request.viewer), pk=survey_id)
    form = forms.GiveUp(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.give_up_survey(
                by=request.viewer,
                at=timezone.now(),
                survey=found,
                reason=form.cleaned_data["reason"],
            )
        except SurveyRefused as problem:
            form.add_error("reason", str(problem))
        else:
            messages.success(request, "The survey was given up, and its answers were erased.")
            return redirect("support:survey", found.pk)
    return _ask_about(request, form, "give_up_survey", found)


def make_codes(request: Request, survey_id: int) -> HttpResponse:
    """Make codes, and see them once."""
    found = get_object_or_404(queries.surveys_asked_by(request.viewer), pk=survey_id)
    services = queries.services_asking(request.viewer, found)
    form = forms.MakeCodes(request.POST or None, services=services)
    if request.method == "POST" and form.is_valid():
        channel = Channel(form.cleaned_data["channel"])
        try:
            codes = operations.make_codes(
                by=request.viewer,
                at=timezone.now(),
                survey=found,
                organisation=form.cleaned_data["organisation"],
                channel=channel,
                number=form.cleaned_data["number"],
            )
        except SurveyRefused as problem:
            form.add_error("number", str(problem))
        else:
            context = {
                "survey": found,
                "codes": [
                    (
                        code,
                        request.build_absolute_uri(reverse("support:answer_by_link", args=[code])),
                    )
                    for code in codes
                ],
                "channel": channel,
                "by_link": channel is Channel.LINK,
                "on_paper": channel is Channel.PAPER,
                "answer_href": request.build_absolute_uri(reverse("support:answer")),
            }
            return render(request, "support/codes.html", context)
    return _ask_about(request, form, "make_codes", found)


def record_asked(request: Request, survey_id: int) -> HttpResponse:
    """Record how many people were asked."""
    found = get_object_or_404(queries.surveys_asked_by(request.viewer), pk=survey_id)
    services = queries.services_asking(request.viewer, found)
    form = forms.RecordAsked(request.POST or None, services=services)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            operations.record_asked(
                by=request.viewer,
                at=timezone.now(),
                survey=found,
                organisation=values["organisation"],
                channel=Channel(values["channel"]),
                number=values["number"],
                groups=values["groups"],
            )
        except (SurveyRefused, CountRefused) as problem:
            form.add_error("number", str(problem))
        else:
            messages.success(request, "It was recorded how many were asked.")
            return redirect("support:survey", found.pk)
    return _ask_about(request, form, "record_asked", found)


def strike_asked(request: Request, asked_id: int) -> HttpResponse:
    """Strike out what was recorded wrongly."""
    found = get_object_or_404(queries.asked_visible_to(request.viewer), pk=asked_id)
    if request.method == "POST":
        try:
            operations.strike_asked(by=request.viewer, at=timezone.now(), asked=found)
        except (CountRefused, SurveyRefused) as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "It was struck out.")
        return redirect("support:survey", found.survey_id)
    lead = presenters.shown_asked(found).title
    return _ask_about(request, None, "strike_asked", found.survey, lead=lead)


def enter_answer(request: Request, survey_id: int) -> HttpResponse:
    """Enter what somebody answered on paper or by telephone."""
    found = get_object_or_404(queries.surveys_asked_by(request.viewer), pk=survey_id)
    form = forms.EnterAnswer(request.POST or None, asked=queries.instrument_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            operations.enter_answer(
                by=request.viewer,
                at=timezone.now(),
                survey=found,
                code=form.cleaned_data["code"],
                answers=form.answers,
                groups=form.groups,
            )
        except (CodeNotGood, operations.NothingAnswered, UnusableAnswer) as problem:
            form.add_error("code", str(problem))
        else:
            messages.success(request, "The answer was sent. Destroy the paper now.")
            return redirect("support:survey", found.pk)
    return _ask_about(request, form, "enter_answer", found)


@require_POST
def print_forms(request: Request, survey_id: int) -> HttpResponse:
    """The form on paper once for each code that was just made. The codes come from the page that
    showed them and are kept nowhere."""
    found = get_object_or_404(queries.surveys_asked_by(request.viewer), pk=survey_id)
    try:
        codes = [spelled(canonical_code(one)) for one in request.POST.getlist("code")[:MOST_CODES]]
    except UnusableCode as problem:
        raise Http404 from problem
    document = paper_form(queries.instrument_of(found), body=found.body.name, codes=codes)
    content = to_pdf(document)
    return made_here(content, name="forms.pdf", content_type=FileFormat.PDF.media_type)


@require_safe
def paper(request: Request, survey_id: int, kind: str, format_: FileFormat) -> HttpResponse:
    """The form on paper, or what to say on the telephone, without a code."""
    found = get_object_or_404(queries.surveys_visible_to(request.viewer), pk=survey_id)
    document = _PAPERS[kind](queries.instrument_of(found), body=found.body.name)
    content = to_pdf(document) if format_ is FileFormat.PDF else to_docx(document)
    return made_here(content, name=f"{kind}.{format_}", content_type=format_.media_type)


def _response(survey: Any) -> str:
    """Who answered against who was asked; nothing before a survey is closed."""
    if survey.state != SurveyState.CLOSED:
        return ""
    return presenters.response_in_words(queries.response_to(survey))


def _ask_about(
    request: Request, form: Any, what: str, survey: Any, *, lead: str = ""
) -> HttpResponse:
    question = presenters.question(
        what,
        caption=survey.title,
        back=reverse("support:survey", args=[survey.pk]),
        back_text="The survey",
        lead=lead,
    )
    return ask(request, form, question)
