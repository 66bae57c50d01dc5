"""One way to ask for an act: a form, what it is about, and where it leads back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable_site.followup import forms, queries
from answerable_site.followup.presenters import Place
from answerable_site.people.requests import Request
from answerable_site.people.rules import Viewer


class Now(TypedDict):
    """Who acts, and when: what every operation takes."""

    by: Viewer
    at: Any


@dataclass(frozen=True, slots=True)
class Question:
    """How a form is introduced, and what is said once it was carried out."""

    heading: str
    button: str
    caption: str
    back: Place
    done: str
    """The sentence at the top of the page that it leads back to."""
    shown: tuple[tuple[str, str], ...] = ()
    """What the form is about, as names and words above it."""


def now(request: Request) -> Now:
    """Who acts, and when."""
    return {"by": request.viewer, "at": timezone.now()}


def today() -> date:
    """The civil date in the United Kingdom."""
    return timezone.localdate()


def ask(
    request: Request,
    form: forms.Asked,
    question: Question,
    carry_out: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Show the form; once it is sent and right, carry the act out and lead back.

    What an operation refuses is said beside the question that can mend it.
    """
    if request.method == "POST" and form.is_valid():
        try:
            carry_out(form.cleaned_data)
        except forms.REFUSALS as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, question.done)
            return redirect(question.back.href)
    return render(request, "followup/ask.html", {"form": form, "question": question})


def at_once(
    request: Request, carry_out: Callable[[], object], *, done: str, back: Place
) -> HttpResponse:
    """Carry out what needs no further answer, and lead back."""
    try:
        carry_out()
    except forms.SAID_ALREADY as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(back.href)


def commitment_or_404(request: Request, commitment_id: int) -> Any:
    """A visible commitment with what it is called by."""
    return get_object_or_404(queries.named_commitments(request.viewer), pk=commitment_id)


def action_or_404(request: Request, action_id: int) -> Any:
    """A visible action with what it is called by."""
    return get_object_or_404(queries.named_actions(request.viewer), pk=action_id)
