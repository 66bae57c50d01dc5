"""The directory of services, capacity, and what is commissioned."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.asking import ask
from answerable_site.people.requests import Request
from answerable_site.support import access, forms, operations, presenters, queries
from answerable_site.support.rules import ServiceRefused


@require_safe
def services(request: Request) -> HttpResponse:
    """Every service in the directories around the viewer, with its capacity."""
    found = list(queries.services_visible_to(request.viewer))
    contracts, capacities = queries.contracts_of(found), queries.capacities_of(found)
    today = timezone.localdate()
    context = {
        "services": [
            presenters.shown_service(
                one, contracts.get(one.pk, ()), capacities.get(one.pk), today=today
            )
            for one in found
        ],
        "keeps": access.keeps.test(request.viewer),
        "asks": access.asks.test(request.viewer),
        "leads": access.leads_cases.test(request.viewer),
    }
    return render(request, "support/services.html", context)


@require_safe
def service(request: Request, service_id: int) -> HttpResponse:
    """One service, with its history."""
    found = get_object_or_404(queries.services_visible_to(request.viewer), pk=service_id)
    entry, *earlier = queries.entries_of(found)
    contracts = queries.contracts_of([found]).get(found.pk, [])
    capacities = queries.capacity_of(found)
    today = timezone.localdate()
    context = {
        "service": presenters.shown_service(
            found, contracts, capacities[0] if capacities else None, today=today
        ),
        "entry": presenters.shown_entry(entry),
        "earlier": [presenters.shown_entry(one) for one in earlier],
        "capacity": presenters.capacity_rows(capacities),
        "contracts": [presenters.shown_contract(one, today=today) for one in contracts],
        "outcomes": presenters.outcome_rows(queries.outcomes_of(found)),
        "keeps": queries.services_kept_by(request.viewer).filter(pk=found.pk).exists(),
        "commissions": queries.services_commissioned_by(request.viewer)
        .filter(pk=found.pk)
        .exists(),
    }
    return render(request, "support/one_service.html", context)


def add_service(request: Request) -> HttpResponse:
    """Put a service into the directory."""
    bodies = queries.bodies_kept_by(request.viewer)
    form = forms.AddService(
        request.POST or None,
        bodies=bodies,
        organisations=queries.support_services_to_list(bodies.values_list("pk", flat=True)),
    )
    if request.method == "POST" and form.is_valid():
        try:
            added = operations.add_service(
                by=request.viewer,
                at=timezone.now(),
                body=form.cleaned_data["body"],
                organisation=form.cleaned_data["organisation"],
                described=form.described,
            )
        except ServiceRefused as problem:
            form.add_error("organisation", str(problem))
        else:
            messages.success(request, "The service is in the directory.")
            return redirect("support:service", added.pk)
    question = presenters.question(
        "add_service", back=reverse("support:services"), back_text="Services"
    )
    return ask(request, form, question)


def describe_service(request: Request, service_id: int) -> HttpResponse:
    """Say anew what the directory says of a service."""
    found = get_object_or_404(queries.services_kept_by(request.viewer), pk=service_id)
    entry = queries.entries_of(found)[0]
    held = {name: getattr(entry, name) for name in forms.DescribeService.base_fields}
    form = forms.DescribeService(request.POST or None, initial=held)
    if request.method == "POST" and form.is_valid():
        operations.describe_service(
            by=request.viewer, at=timezone.now(), service=found, described=form.described
        )
        messages.success(request, "The entry was changed. What it said before stays to be read.")
        return redirect("support:service", found.pk)
    return _ask_about(request, form, "describe_service", found)


def end_service(request: Request, service_id: int) -> HttpResponse:
    """Take a service out of the directory."""
    found = get_object_or_404(queries.services_commissioned_by(request.viewer), pk=service_id)
    form = forms.EndService(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.end_service(
            by=request.viewer, at=timezone.now(), service=found, **form.cleaned_data
        )
        messages.success(request, "The service was taken out.")
        return redirect("support:services")
    return _ask_about(request, form, "end_service", found)


def record_capacity(request: Request, service_id: int) -> HttpResponse:
    """Record the capacity of a month."""
    found = get_object_or_404(queries.services_kept_by(request.viewer), pk=service_id)
    form = forms.RecordCapacity(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        operations.record_capacity(
            by=request.viewer, at=timezone.now(), service=found, new=form.new
        )
        messages.success(request, "The capacity was recorded.")
        return redirect("support:service", found.pk)
    return _ask_about(request, form, "record_capacity", found)


@require_safe
def needs(request: Request) -> HttpResponse:
    """What was found to be needed, and which contracts answer it."""
    context = {
        "needs": [presenters.shown_need(one) for one in queries.needs_visible_to(request.viewer)],
        "keeps": access.keeps.test(request.viewer),
    }
    return render(request, "support/needs.html", context)


def add_need(request: Request) -> HttpResponse:
    """Record what was found to be needed."""
    form = forms.AddNeed(request.POST or None, bodies=queries.bodies_kept_by(request.viewer))
    if request.method == "POST" and form.is_valid():
        operations.add_need(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "The need was recorded.")
        return redirect("support:needs")
    question = presenters.question("add_need", back=reverse("support:needs"), back_text="Needs")
    return ask(request, form, question)


def add_contract(request: Request, service_id: int) -> HttpResponse:
    """Record what a service is commissioned to do."""
    found = get_object_or_404(queries.services_commissioned_by(request.viewer), pk=service_id)
    needs = queries.needs_visible_to(request.viewer).filter(body=found.body_id)
    form = forms.AddContract(request.POST or None, needs=needs)
    if request.method == "POST" and form.is_valid():
        operations.add_contract(by=request.viewer, at=timezone.now(), service=found, new=form.new)
        messages.success(request, "The contract was recorded.")
        return redirect("support:service", found.pk)
    return _ask_about(request, form, "add_contract", found)


def report_outcome(request: Request, service_id: int) -> HttpResponse:
    """Record what a service says was reached."""
    found = get_object_or_404(queries.services_kept_by(request.viewer), pk=service_id)
    form = forms.ReportOutcome(request.POST or None, contracts=found.contracts.all())
    if request.method == "POST" and form.is_valid():
        operations.report_outcome(by=request.viewer, at=timezone.now(), service=found, new=form.new)
        messages.success(request, "The outcome was recorded.")
        return redirect("support:service", found.pk)
    return _ask_about(request, form, "report_outcome", found)


def _ask_about(request: Request, form: Any, what: str, service: Any) -> HttpResponse:
    question = presenters.question(
        what,
        caption=service.name,
        back=reverse("support:service", args=[service.pk]),
        back_text=service.name,
    )
    return ask(request, form, question)
