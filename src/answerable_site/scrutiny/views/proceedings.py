"""The page of a meeting: questions, answers, decisions, minutes."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.followup.operations import OwnerRefused
from answerable_site.followup.rules import DateRefused
from answerable_site.people.access import Refused
from answerable_site.people.requests import Request
from answerable_site.scrutiny import access, forms, operations, presenters, queries
from answerable_site.scrutiny.rules import Openness, OutOfOrder
from answerable_site.scrutiny.views.gathering import kept_or_404, to_meeting


@require_safe
def meeting(request: Request, meeting_id: int) -> HttpResponse:
    """One meeting with everything that became of it."""
    found = get_object_or_404(queries.whole_meetings(request.viewer), pk=meeting_id)
    minutes = list(found.minutes.all())
    context = {
        "held": found,
        "meeting": presenters.listed(found),
        "acts": presenters.acts(request.viewer, found),
        "questions": presenters.shown_questions(request.viewer, found),
        "minutes": minutes[-1] if minutes else None,
        "editions": list(found.handed_over.all()),
        "pack": getattr(found, "pack", None),
    }
    return render(request, "scrutiny/meeting.html", context)


def ask(request: Request, meeting_id: int) -> HttpResponse:
    """Put a question."""
    held = kept_or_404(request, meeting_id)
    form = forms.Ask(
        request.POST or None,
        initial={"is_public": held.openness == Openness.PUBLIC},
        items=queries.items_of(held),
        organisations=queries.organisations_asked(held),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.ask(by=request.viewer, at=timezone.now(), meeting=held, **form.cleaned_data)
        except OutOfOrder as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The question was put.")
            return to_meeting(held.pk)
    context = {"form": form, "meeting": presenters.listed(held)}
    return render(request, "scrutiny/ask.html", context)


def answer(request: Request, question_id: int) -> HttpResponse:
    """Answer a question, for the force or for the office that writes the minutes."""
    question = get_object_or_404(queries.questions_visible_to(request.viewer), pk=question_id)
    access.check_can_answer(request.viewer, question)
    form = forms.GiveAnswer(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        operations.answer(
            by=request.viewer, at=timezone.now(), question=question, **form.cleaned_data
        )
        messages.success(request, "The answer was recorded.")
        return to_meeting(question.meeting_id)
    context = {"form": form, "question": question}
    return render(request, "scrutiny/answer.html", context)


def hold(request: Request, meeting_id: int) -> HttpResponse:
    """Say that the meeting was held."""
    held = kept_or_404(request, meeting_id)
    problem = ""
    if request.method == "POST":
        try:
            operations.hold_meeting(
                by=request.viewer, at=timezone.now(), today=timezone.localdate(), meeting=held
            )
        except OutOfOrder as refused:
            problem = str(refused)
        else:
            messages.success(request, "The meeting was held. Write down what it decided.")
            return to_meeting(held.pk)
    context = {"meeting": presenters.listed(held), "problem": problem}
    return render(request, "scrutiny/hold.html", context)


def decide(request: Request, meeting_id: int) -> HttpResponse:
    """Write down what was decided; an action or a new date goes into follow-up."""
    held = kept_or_404(request, meeting_id)
    form = forms.Decide(
        request.POST or None,
        initial={"is_public": held.openness == Openness.PUBLIC},
        items=queries.items_of(held),
        owners=queries.owners_of_decided(held, on=timezone.localdate()),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.decide(
                by=request.viewer, at=timezone.now(), meeting=held, decided=form.decided
            )
        except (OutOfOrder, operations.ItemMissing, DateRefused, Refused) as refused:
            form.add_error(None, str(refused))
        except OwnerRefused as refused:
            form.add_error("action_owner", str(refused))
        else:
            messages.success(request, "The decision was recorded.")
            return to_meeting(held.pk)
    context = {"form": form, "meeting": presenters.listed(held)}
    return render(request, "scrutiny/decide.html", context)


def write_minutes(request: Request, meeting_id: int) -> HttpResponse:
    """Write the minutes, or write them again."""
    held = kept_or_404(request, meeting_id)
    last = held.minutes.last()
    given = {"words": last.words, "private_words": last.private_words} if last else None
    form = forms.WriteMinutes(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        try:
            operations.write_minutes(
                by=request.viewer, at=timezone.now(), meeting=held, **form.cleaned_data
            )
        except OutOfOrder as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The minutes were saved. Somebody else must agree them.")
            return to_meeting(held.pk)
    context = {"form": form, "meeting": presenters.listed(held)}
    return render(request, "scrutiny/write_minutes.html", context)


def agree_minutes(request: Request, meeting_id: int) -> HttpResponse:
    """Read the minutes that somebody else wrote, and agree them."""
    held = get_object_or_404(queries.whole_meetings(request.viewer), pk=meeting_id)
    access.check_acts_for_body(request.viewer, held)
    written = list(held.minutes.all())
    if not written:
        raise Http404
    minutes = written[-1]
    if request.method == "POST":
        try:
            operations.agree_minutes(by=request.viewer, at=timezone.now(), minutes=minutes)
        except OutOfOrder as refused:
            messages.info(request, str(refused))
        else:
            messages.success(request, "The minutes are agreed.")
        return to_meeting(held.pk)
    context = {
        "meeting": presenters.listed(held),
        "minutes": minutes,
        "may_agree": access.can_agree(request.viewer, held, minutes),
    }
    return render(request, "scrutiny/agree_minutes.html", context)
