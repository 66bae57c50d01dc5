"""The tables of commitments and of actions, and the views of them that people keep."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.design import filters
from answerable_site.followup import forms, operations, presenters, queries
from answerable_site.followup.views import filtering
from answerable_site.people.requests import Request
from answerable_site.people.rules import Role

PAGE = 20


@require_safe
def commitments(request: Request) -> HttpResponse:
    """Every commitment that the viewer may see, open ones at first, filtered and searched."""
    form = filtering.filters_of(request)
    asked = forms.asked_of(form)
    today = timezone.localdate()
    found = queries.listed_commitments(request.viewer, filtering.wanted(form), on=today)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))  # type: ignore[var-annotated,arg-type]
    context = {
        "filters": form,
        "chips": filters.chips(form),
        "page": page,
        "commitments": [presenters.listed_commitment(one, on=today) for one in page],
        "asked": urlencode(asked),
        "carried": filtering.carried(asked),
        "is_all": found.is_all,
        "kept": [
            {"id": one.pk, "name": one.name, "query": urlencode(one.asked)}
            for one in queries.filters_kept_by(request.viewer)
        ],
        "most_at_once": operations.MOST_AT_ONCE,
        "decides": request.viewer.holds(Role.RESPONSE_OFFICER),
    }
    return render(request, "followup/commitments.html", context)


@require_safe
def actions(request: Request) -> HttpResponse:
    """Every action that serves a visible commitment."""
    form = filtering.filters_of_actions(request)
    asked = forms.asked_of(form)
    today = timezone.localdate()
    found = queries.listed_actions(request.viewer, filtering.wanted(form), on=today)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))  # type: ignore[var-annotated,arg-type]
    context = {
        "filters": form,
        "chips": filters.chips(form),
        "page": page,
        "asked": urlencode(asked),
        "carried": filtering.carried(asked),
        "is_all": found.is_all,
        "actions": [presenters.listed_action(one, on=today) for one in page],
        "most_at_once": operations.MOST_AT_ONCE,
    }
    return render(request, "followup/actions.html", context)


@require_safe
def filter_commitments(request: Request) -> HttpResponse:
    """Every question by which the table can be narrowed."""
    context = {
        "filters": filtering.filters_of(request, whole=True),
        "heading": "Filter commitments",
        "list": reverse("followup:commitments"),
    }
    return render(request, "followup/filter.html", context)


@require_safe
def filter_actions(request: Request) -> HttpResponse:
    """The same for actions."""
    context = {
        "filters": filtering.filters_of_actions(request, whole=True),
        "heading": "Filter actions",
        "list": reverse("followup:actions"),
    }
    return render(request, "followup/filter.html", context)


def save_filter(request: Request) -> HttpResponse:
    """Keep the filters of the address under a name."""
    asked = forms.asked_of(filtering.filters_of(request))
    form = forms.SaveFilter(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.save_filter(
            by=request.viewer, at=timezone.now(), name=form.cleaned_data["name"], asked=asked
        )
        messages.success(request, "This view is kept. It stands above the list.")
        return redirect(_list(asked))
    context = {"form": form, "back": _list(asked)}
    return render(request, "followup/save_filter.html", context)


@require_POST
def drop_filter(request: Request, filter_id: int) -> HttpResponse:
    """Forget a view of one’s own."""
    kept = get_object_or_404(queries.filters_kept_by(request.viewer), pk=filter_id)
    operations.drop_filter(by=request.viewer, at=timezone.now(), kept=kept)
    messages.success(request, "The view is forgotten.")
    return redirect("followup:commitments")


def _list(asked: dict[str, Any]) -> str:
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{reverse('followup:commitments')}{query}"
