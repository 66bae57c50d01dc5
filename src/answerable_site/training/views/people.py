"""People in training: their records, postings, certificates and development."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.asking import ask
from answerable_site.people.requests import Request
from answerable_site.people.rules import OrganisationKind
from answerable_site.training import forms, operations, presenters, queries
from answerable_site.training.rules import Duty, duties_in
from answerable_site.training.views.choosing import chosen_organisation

PAGE: Final = 50


@require_safe
def people(request: Request) -> HttpResponse:
    """Everybody with a training record, also those who left."""
    organisations = queries.organisations_kept_by(request.viewer)
    organisation = chosen_organisation(request, organisations)
    standings = queries.standings_of(organisation, on=timezone.localdate())
    listed = presenters.listed_people(queries.names_of(organisation), standings)
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": organisation,
        "filters": forms.ChooseOrganisation(
            initial={"organisation": str(organisation.pk)}, organisations=organisations
        ),
        "page": page,
        "people": list(page),
    }
    return render(request, "training/people.html", context)


def open_record(request: Request) -> HttpResponse:
    """Begin somebody’s training record."""
    organisation = chosen_organisation(request, queries.organisations_kept_by(request.viewer))
    offered = queries.people_without_record(organisation, on=timezone.localdate())
    form = forms.OpenRecord(request.POST or None, people=offered)
    if request.method == "POST" and form.is_valid():
        opened = operations.open_record(
            by=request.viewer,
            at=timezone.now(),
            organisation=organisation,
            user=form.cleaned_data["person"],
        )
        messages.success(request, "The training record was opened. Add the posting next.")
        return redirect("training:record", opened.pk)
    back = f"{reverse('training:people')}?organisation={organisation.pk}"
    question = presenters.question(
        "open_record", caption=organisation.name, back=back, back_text="People in training"
    )
    return ask(request, form, question)


@require_safe
def record(request: Request, record_id: int) -> HttpResponse:
    """One training record."""
    found = get_object_or_404(queries.records_visible_to(request.viewer), pk=record_id)
    standing = queries.standing_of(found, on=timezone.localdate())
    shown = presenters.shown_record(found, standing, queries.places_of(found))
    return render(request, "training/record.html", {"record": shown})


def add_posting(request: Request, record_id: int) -> HttpResponse:
    """Record what somebody is posted to do."""
    found = get_object_or_404(queries.records_visible_to(request.viewer), pk=record_id)
    duties = duties_in(OrganisationKind(found.organisation.kind))
    form = forms.AddPosting(request.POST or None, duties=duties)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data | {"duty": Duty(form.cleaned_data["duty"])}
        operations.add_posting(by=request.viewer, at=timezone.now(), person=found, **told)
        messages.success(request, "The posting was added.")
        return redirect("training:record", found.pk)
    return _ask_about(request, form, "add_posting", found)


def end_posting(request: Request, posting_id: int) -> HttpResponse:
    """Record the last day of a posting."""
    running = queries.postings_visible_to(request.viewer).filter(
        to_on__isnull=True, struck_at__isnull=True
    )
    found = get_object_or_404(running, pk=posting_id)
    form = forms.LastDay(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.end_posting(
                by=request.viewer,
                at=timezone.now(),
                posting=found,
                last_day=form.cleaned_data["last_day"],
            )
        except ValueError as problem:
            form.add_error("last_day", str(problem))
        else:
            messages.success(request, "The last day of the posting was recorded.")
            return redirect("training:record", found.record_id)
    return _ask_about(request, form, "end_posting", found.record)


def add_qualification(request: Request, record_id: int) -> HttpResponse:
    """Record a certificate."""
    found = get_object_or_404(queries.records_visible_to(request.viewer), pk=record_id)
    versions = queries.versions_visible_to(request.viewer).filter(
        course__organisation=found.organisation
    )
    form = forms.AddQualification(
        request.POST or None, versions=versions, today=timezone.localdate()
    )
    if request.method == "POST" and form.is_valid():
        operations.add_qualification(
            by=request.viewer, at=timezone.now(), person=found, **form.cleaned_data
        )
        messages.success(request, "The certificate was recorded.")
        return redirect("training:record", found.pk)
    return _ask_about(request, form, "add_qualification", found)


def add_development(request: Request, record_id: int) -> HttpResponse:
    """Record continuing professional development."""
    found = get_object_or_404(queries.records_visible_to(request.viewer), pk=record_id)
    form = forms.AddDevelopment(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        operations.add_development(
            by=request.viewer, at=timezone.now(), person=found, **form.cleaned_data
        )
        messages.success(request, "It was added.")
        return redirect("training:record", found.pk)
    return _ask_about(request, form, "add_development", found)


def strike(request: Request, kind: str, entry_id: int) -> HttpResponse:
    """Strike out what was recorded wrongly."""
    visible: Any = _STRIKEABLE.get(kind)
    if visible is None:
        raise Http404
    entries = visible(request.viewer).filter(struck_at__isnull=True)
    entry = get_object_or_404(entries, pk=entry_id)
    form = forms.Strike(request.POST or None)
    is_course = kind == "counting"
    back = (
        reverse("training:course", args=[entry.version.course_id])
        if is_course
        else reverse("training:record", args=[entry.record_id])
    )
    if request.method == "POST" and form.is_valid():
        operations.strike(
            by=request.viewer, at=timezone.now(), entry=entry, reason=form.cleaned_data["reason"]
        )
        messages.success(request, "It was struck out, and counts for nothing any more.")
        return redirect(back)
    name = entry.version.name if is_course else entry.record.user.full_name
    return ask(
        request, form, presenters.question("strike", caption=name, back=back, back_text=name)
    )


_STRIKEABLE: Final = {
    "counting": queries.countings_visible_to,
    "posting": queries.postings_visible_to,
    "qualification": queries.qualifications_visible_to,
    "development": queries.developments_visible_to,
}


def _ask_about(request: Request, form: Any, what: str, person: Any) -> HttpResponse:
    name = person.user.full_name
    back = reverse("training:record", args=[person.pk])
    return ask(request, form, presenters.question(what, caption=name, back=back, back_text=name))
