"""The page that asks one thing: what it is called, what its button says, where it leads back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@dataclass(frozen=True, slots=True)
class Question:
    """A page that asks one thing."""

    title: str
    button: str
    lead: str = ""
    warns: bool = False
    """Whether what the button does cannot be undone."""
    caption: str = ""
    back: str = ""
    """The address of the page before."""
    back_text: str = "Back"


def ask(
    request: HttpRequest,
    form: BaseForm | None,
    question: Question,
    *,
    page: str = "design/ask.html",
    **more: Any,
) -> HttpResponse:
    """A page with one form.

    Args:
        form: None where only a button is asked for.
        page: a template that extends the usual one, where more stands above the form.
        more: what that template shows.
    """
    return render(request, page, {"form": form, "question": question, **more})
