"""Other looks at the same work: exceptions, the board, one’s own work, what changed."""

from __future__ import annotations

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.followup import forms, presenters, queries
from answerable_site.followup.rules import OF_ACTIONS, Why
from answerable_site.followup.views.filtering import beginning
from answerable_site.people.requests import Request

PAGE = 20
CHANGES_PAGE = 10
DAYS = 7
"""For which changes are shown where no date is asked for."""


@require_safe
def exceptions(request: Request) -> HttpResponse:
    """What somebody has to look at first, each with why."""
    today = timezone.localdate()
    asked = request.GET.get("why", "")
    why = Why(asked) if asked in set(Why) else None
    found = queries.Exceptions(request.viewer, on=today)
    lines = found.lines(why)
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))  # type: ignore[var-annotated,arg-type]
    context = {
        "page": page,
        "is_all": lines.is_all,
        "exceptions": [presenters.shown_exception(one, on=today) for one in found.reasons(page)],
        "counts": presenters.shown_counts(found.counts(), shown=why or ""),
        "of_actions": OF_ACTIONS,
        "why": why,
        "today": today,
    }
    return render(request, "followup/exceptions.html", context)


@require_safe
def board(request: Request) -> HttpResponse:
    """Open commitments in columns, by what is said or by what is assured."""
    today = timezone.localdate()
    by = queries.By.ASSURANCE if request.GET.get("by") == "assurance" else queries.By.OWN_VIEW
    columns = queries.board(request.viewer, by, on=today)
    context = {
        "by": by,
        "choices": list(queries.By),
        "columns": presenters.shown_columns(columns, on=today),
    }
    return render(request, "followup/board.html", context)


@require_safe
def my_work(request: Request) -> HttpResponse:
    """What the viewer owns, and what waits for the viewer."""
    today = timezone.localdate()
    work = queries.work_of(request.viewer, on=today)
    context = {
        "work": presenters.shown_work(work, on=today),
        "person": request.viewer.user_id,
        "shown": queries.SHOWN_OF_WORK,
    }
    return render(request, "followup/my_work.html", context)


@require_safe
def changes(request: Request) -> HttpResponse:
    """What was written since a day: what, who, when."""
    today = timezone.localdate()
    form = forms.Since(request.GET)
    asked = form.cleaned_data.get("since") if form.is_valid() else None
    first = asked or today - timedelta(days=DAYS)
    since = beginning(first)
    found = queries.changed_commitments(request.viewer, since=since)
    page = Paginator(found, CHANGES_PAGE).get_page(request.GET.get("page"))  # type: ignore[var-annotated,arg-type]
    changed = queries.changes_of(list(page), since=since)
    context = {
        "form": form,
        "since": first,
        "page": page,
        "changed": presenters.shown_changes(changed, on=today),
    }
    return render(request, "followup/changes.html", context)
