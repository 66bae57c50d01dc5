"""The two published figures of a financial year."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.design.downloads import csv_for_spreadsheets
from answerable_site.people.requests import Request
from answerable_site.training import forms, operations, presenters, queries
from answerable_site.training.rules import FigureKind, FinancialYear
from answerable_site.training.views.choosing import chosen_organisation

YEARS: Final = 10
"""How many financial years are offered, the running one first."""


@require_safe
def figures(request: Request) -> HttpResponse:
    """Both figures of a year, with who counts and who does not, and why."""
    organisations = queries.organisations_kept_by(request.viewer)
    organisation = chosen_organisation(request, organisations)
    year = _year(request.GET.get("year", ""))
    stated = queries.stated_figures_visible_to(request.viewer).filter(
        organisation=organisation, reference_on=year.last_day
    )
    context = {
        "organisation": organisation,
        "year": year,
        "is_over": timezone.localdate() > year.last_day,
        "filters": forms.ChooseYear(
            initial={"year": str(year.begins), "organisation": str(organisation.pk)},
            organisations=organisations,
            years=_years(),
        ),
        "figures": presenters.shown_figures(
            queries.figures_of(organisation, year), queries.names_of(organisation), stated
        ),
        "query": f"organisation={organisation.pk}&year={year.begins}",
    }
    return render(request, "training/figures.html", context)


@require_POST
def state_figure(request: Request) -> HttpResponse:
    """Keep a figure as it stands, for whoever publishes it."""
    organisation = chosen_organisation(request, queries.organisations_kept_by(request.viewer))
    year = _year(request.GET.get("year", ""))
    form = forms.StateFigure(request.POST)
    if form.is_valid():
        try:
            operations.state_figure(
                by=request.viewer,
                at=timezone.now(),
                organisation=organisation,
                kind=FigureKind(form.cleaned_data["kind"]),
                year=year,
                shown=form.cleaned_data["shown"],
            )
        except (operations.FigureChanged, operations.YearRuns) as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The figure was stated. It stays as it is now.")
    query = f"organisation={organisation.pk}&year={year.begins}"
    return redirect(f"{reverse('training:figures')}?{query}")


@require_safe
def figures_csv(request: Request) -> HttpResponse:
    """Both figures with their working, as numbers alone."""
    organisation = chosen_organisation(request, queries.organisations_kept_by(request.viewer))
    found = queries.figures_of(organisation, _year(request.GET.get("year", "")))
    rows = presenters.figure_rows(found, organisation.name)
    return csv_for_spreadsheets(rows, name="training-figures.csv")


def _years() -> list[FinancialYear]:
    running = FinancialYear.of(timezone.localdate())
    return [FinancialYear(running.begins - back) for back in range(YEARS)]


def _year(asked: str) -> FinancialYear:
    """The year that is asked for; the last that is over where none is that is offered."""
    offered = _years()
    return next((one for one in offered if str(one.begins) == asked), offered[1])
