"""Subscriptions of organisations to events, and what was delivered."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.people.queries import organisations_administered_by
from answerable_site.people.requests import Request
from answerable_site.webhooks import forms, operations, presenters, queries


@require_safe
def subscriptions(request: Request) -> HttpResponse:
    """Every subscription of the organisations that the viewer administers."""
    context = {
        "subscriptions": [
            presenters.shown_subscription(one)
            for one in queries.subscriptions_visible_to(request.viewer)
        ],
        "organisations": organisations_administered_by(request.viewer),
    }
    return render(request, "webhooks/subscriptions.html", context)


def subscribe(request: Request, organisation_id: int) -> HttpResponse:
    """Have a system told of events; the secret is shown once."""
    organisation = get_object_or_404(
        organisations_administered_by(request.viewer), pk=organisation_id
    )
    form = forms.Subscribe(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made, secret = operations.subscribe(
            by=request.viewer, at=timezone.now(), organisation=organisation, **form.cleaned_data
        )
        context = {"subscription": made, "secret": secret}
        return render(request, "webhooks/secret.html", context)
    context = {"form": form, "organisation": organisation}
    return render(request, "webhooks/subscribe.html", context)


@require_safe
def subscription(request: Request, subscription_id: int) -> HttpResponse:
    """One subscription with its deliveries, the latest first."""
    found = _subscription(request, subscription_id)
    shown = presenters.shown_subscription(found)
    deliveries = queries.deliveries_visible_to(request.viewer).filter(subscription=found)
    context = {
        "subscription": shown,
        "deliveries": presenters.shown_deliveries(
            deliveries[: queries.SHOWN], goes_on=shown.goes_on
        ),
        "most": queries.SHOWN,
    }
    return render(request, "webhooks/subscription.html", context)


@require_POST
def end(request: Request, subscription_id: int) -> HttpResponse:
    """End a subscription at once."""
    found = _subscription(request, subscription_id)
    try:
        operations.end_subscription(by=request.viewer, at=timezone.now(), subscription=found)
    except operations.SubscriptionEnded as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "Nothing more is sent to this address.")
    return redirect("webhooks:subscription", subscription_id)


@require_POST
def try_out(request: Request, subscription_id: int) -> HttpResponse:
    """Send a delivery that tells nothing."""
    found = _subscription(request, subscription_id)
    try:
        operations.try_out(by=request.viewer, at=timezone.now(), subscription=found)
    except operations.SubscriptionEnded as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "A delivery waits that tells nothing. Look again in a minute.")
    return redirect("webhooks:subscription", subscription_id)


@require_POST
def send_again(request: Request, delivery_id: int) -> HttpResponse:
    """Make a delivery once more that was given up."""
    found = get_object_or_404(queries.deliveries_visible_to(request.viewer), pk=delivery_id)
    try:
        operations.send_again(by=request.viewer, at=timezone.now(), delivery=found)
    except operations.DeliveryEnded as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "It is sent again.")
    return redirect("webhooks:subscription", found.subscription_id)


def _subscription(request: Request, subscription_id: int) -> Any:
    return get_object_or_404(queries.subscriptions_visible_to(request.viewer), pk=subscription_id)
