"""Course events, places on them and results."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.asking import ask
from answerable_site.design.downloads import csv_for_spreadsheets
from answerable_site.people.requests import Request
from answerable_site.training import forms, operations, presenters, queries
from answerable_site.training.rules import Outcome
from answerable_site.training.views.choosing import chosen_organisation

PAGE: Final = 25


@require_safe
def events(request: Request) -> HttpResponse:
    """Every event, the latest first."""
    organisations = queries.organisations_kept_by(request.viewer)
    organisation = chosen_organisation(request, organisations)
    held = queries.events_visible_to(request.viewer).filter(
        version__course__organisation=organisation
    )
    page = Paginator(held, PAGE).get_page(request.GET.get("page"))
    today = timezone.localdate()
    context = {
        "organisation": organisation,
        "filters": forms.ChooseOrganisation(
            initial={"organisation": str(organisation.pk)}, organisations=organisations
        ),
        "page": page,
        "events": [presenters.shown_event(one, today=today) for one in page],
    }
    return render(request, "training/events.html", context)


def add_event(request: Request) -> HttpResponse:
    """Add an event."""
    form = forms.AddEvent(
        request.POST or None, versions=queries.versions_visible_to(request.viewer)
    )
    if request.method == "POST" and form.is_valid():
        added = operations.add_event(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "The event was added. Give people places next.")
        return redirect("training:event", added.pk)
    question = presenters.question(
        "add_event", caption="", back=reverse("training:events"), back_text="Course events"
    )
    return ask(request, form, question)


@require_safe
def event(request: Request, event_id: int) -> HttpResponse:
    """One event, who has a place, and what became of it."""
    found = get_object_or_404(queries.events_visible_to(request.viewer), pk=event_id)
    context = {
        "event": presenters.shown_event(found, today=timezone.localdate()),
        "places": [presenters.shown_place(one) for one in queries.places_on(found)],
    }
    return render(request, "training/event.html", context)


def book(request: Request, event_id: int) -> HttpResponse:
    """Give somebody a place."""
    found = get_object_or_404(queries.events_visible_to(request.viewer), pk=event_id)
    form = forms.Book(request.POST or None, people=queries.people_to_book(found))
    if request.method == "POST" and form.is_valid():
        try:
            operations.book(by=request.viewer, at=timezone.now(), event=found, **form.cleaned_data)
        except operations.AlreadyBooked as problem:
            form.add_error("person", str(problem))
        else:
            name = form.cleaned_data["person"].user.full_name
            messages.success(request, f"{name} has a place now.")
            return redirect("training:event", found.pk)
    name, back = found.version.name, reverse("training:event", args=[found.pk])
    question = presenters.question("book", caption=name, back=back, back_text=name)
    return ask(request, form, question)


def record_result(request: Request, booking_id: int) -> HttpResponse:
    """Record what became of a place."""
    found = get_object_or_404(queries.bookings_visible_to(request.viewer), pk=booking_id)
    held = found.event
    form = forms.RecordResult(
        request.POST or None,
        initial={"on": held.last_day},
        first_day=held.first_day,
        last_day=held.last_day,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data | {"outcome": Outcome(form.cleaned_data["outcome"])}
        try:
            operations.record_result(by=request.viewer, at=timezone.now(), booking=found, **told)
        except operations.SameResult as problem:
            form.add_error("outcome", str(problem))
        else:
            messages.success(request, "The result was recorded.")
            return redirect("training:event", held.pk)
    question = presenters.question(
        "record_result",
        caption=f"{found.record.user.full_name}, {held.version.name}",
        back=reverse("training:event", args=[held.pk]),
        back_text=held.version.name,
    )
    return ask(request, form, question)


@require_safe
def attendance_csv(request: Request) -> HttpResponse:
    """Attendance of an organisation as a list that can be loaded again; leaves an entry."""
    organisation = chosen_organisation(request, queries.organisations_kept_by(request.viewer))
    bookings = queries.attendance_of(organisation)
    operations.note_taken_away(
        by=request.viewer, at=timezone.now(), organisation=organisation, rows=len(bookings)
    )
    return csv_for_spreadsheets(presenters.attendance_rows(bookings), name="attendance.csv")
