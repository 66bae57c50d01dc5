"""What every page does that writes a version of a text: keep, compare, save, lose nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from answerable_site.people.requests import Request
from answerable_site.responses import forms, operations, presenters, queries
from answerable_site.responses.queries import Dossier
from answerable_site.responses.views.gathering import (
    dossier_or_404,
    say_saved,
    to_response,
    who_and_what,
)

REFUSALS = (
    operations.CommentsStillWanted,
    operations.DatesOutOfOrder,
    operations.FileTooLarge,
    operations.NotAnotherResponse,
    operations.NotInvited,
    operations.NotOurPriority,
    operations.NothingWritten,
    operations.ResponsePublished,
    operations.WelshAlone,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that writes one text of a response."""

    name: str
    """As unsaved texts name it: "own_comments", "explain:12"."""
    kind: str
    """As comparisons name its text: "own_comments", "explanation-12"."""
    template: str
    success: str
    operation: Callable[..., Any]
    latest: Callable[[Dossier], Any]
    """The latest version of the text; None where there is none."""
    then: str = "response"
    """Where the writer goes once it is saved."""


def write(
    request: Request,
    held: Dossier,
    form: forms.Versioned,
    page: Page,
    *,
    more: dict[str, Any] | None = None,
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show a form or save the next version of a text, losing nothing that somebody wrote."""
    if request.method == "POST" and form.is_valid():
        try:
            page.operation(**who_and_what(request, held), **form.cleaned_data, **(more or {}))
        except operations.ChangedMeanwhile:
            return _conflict(request, form, page, dossier_or_404(request, *_where(held)))
        except operations.NothingChanged as unchanged:
            operations.discard_unsaved(**who_and_what(request, held), form=page.name)
            messages.info(request, str(unchanged))
            return to_response(held, page.then)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            say_saved(request, held, page.success)
            return to_response(held, page.then)
    shown = _beside(request, held, form, page) | (context or {})
    return render(request, page.template, shown)


def gives_both(request: Request, held: Dossier, name: str) -> bool:
    """Whether a page asks for Welsh beside the English: the body gave Welsh before, or whoever
    writes asked for it here, now or when they typed what they have not saved.

    Args:
        name: of the page, as for `Page`.
    """
    if "welsh" in request.GET or "welsh" in request.POST:
        return True
    kept = queries.unsaved_text(request.viewer, held.response, name)
    typed = kept is not None and any(kept.answers.get("welsh", ()))
    return typed or queries.has_given_welsh(request.viewer, held.body)


def text_initial(saved: Any) -> dict[str, Any]:
    """What stands in the form of a text before anybody types."""
    if saved is None:
        return {"version": 0}
    return {
        "version": saved.version,
        "text": saved.text,
        "language": saved.language,
        "welsh": getattr(saved, "welsh", ""),
    }


def _where(held: Dossier) -> tuple[int, str]:
    return held.inspection.pk, held.body.slug


def _beside(request: Request, held: Dossier, form: forms.Versioned, page: Page) -> dict[str, Any]:
    """The form, what the writer kept and did not save, and remarks on what is saved."""
    context = {
        "held": held,
        "form": form,
        "keeps_as": page.name,
        "may_add_welsh": isinstance(form, forms.WithWelsh) and "welsh" not in form.fields,
        "checked": presenters.checked_text(held, page.name),
    }
    kept = queries.unsaved_text(request.viewer, held.response, page.name)
    if form.is_bound or kept is None or not forms.differs(form, kept.answers):
        return context
    latest = page.latest(held)
    unsaved = presenters.shown_unsaved(kept, version=latest.version if latest else 0)
    context |= {"unsaved": unsaved, "discarding": forms.Discarding(initial={"form": page.name})}
    if "unsaved" in request.GET:
        forms.put_back(form, kept.answers, version=kept.version)
        context["put_back"] = True
    return context


def _conflict(request: Request, form: forms.Versioned, page: Page, fresh: Dossier) -> HttpResponse:
    """What the others changed since the writer began, and the writer's own form with all that is
    in it; saving again is then over the version shown."""
    theirs = page.latest(fresh)
    began_from = queries.version_of(fresh.response, page.kind, form.cleaned_data["version"])
    context = {
        "held": fresh,
        "comparison": presenters.compared_versions(began_from, theirs) if theirs else None,
        "form": form.again(theirs.version if theirs else 0),
        "keeps_as": page.name,
    }
    return render(request, "responses/conflict.html", context, status=409)
