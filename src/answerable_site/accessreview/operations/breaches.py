"""Recording personal-data breaches, and what was done about them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from answerable_site.accessreview import access
from answerable_site.accessreview.models import Breach, BreachEvent
from answerable_site.accessreview.rules.breaches import (
    BreachFacts,
    BreachStep,
    MomentOutOfPlace,
    check_step,
)
from answerable_site.audit.operations import record
from answerable_site.casework.models import CaseOpening
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


@transaction.atomic
def record_breach(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    facts: BreachFacts,
    opening: CaseOpening | None = None,
) -> Breach:
    """Record a breach; its 72 hours run from the moment at which it became known.

    Args:
        opening: the broken glass that led to it, if one did.

    Raises:
        access.Refused: the viewer does not audit access in the organisation, or to the case.
        MomentOutOfPlace: it would become known in the future.
    """
    access.check_can_audit(by, organisation.pk)
    if opening is not None:
        access.check_can_review(by, opening)
    if facts.became_known_at > at:
        raise MomentOutOfPlace("This must be now or in the past")
    breach = Breach.objects.create(
        organisation=organisation,
        opening=opening,
        recorded_at=at,
        recorded_by_id=signed_in(by),
        **asdict(facts),
    )
    record(
        by=by,
        at=at,
        act="accessreview.record_breach",
        subject=f"accessreview.breach:{breach.pk}",
        details={
            "organisation": organisation.pk,
            "regime": facts.regime,
            "became_known_at": facts.became_known_at.isoformat(),
        },
    )
    return breach


@transaction.atomic
def add_breach_event(
    *,
    by: Viewer,
    at: datetime,
    breach: Breach,
    step: BreachStep,
    happened_at: datetime,
    words: str,
) -> BreachEvent:
    """Add what was done about a breach, or became known of it. Nothing is overwritten.

    Raises:
        access.Refused: the viewer does not audit access in the organisation.
        MomentOutOfPlace: the step lies ahead, or before the breach became known.
        WordsMissing: it needs reasons, and none were given.
    """
    access.check_can_audit(by, breach.organisation_id)
    words = words.strip()
    check_step(step, words, became_known_at=breach.became_known_at, happened_at=happened_at, at=at)
    event = BreachEvent.objects.create(
        breach=breach,
        step=step,
        happened_at=happened_at,
        words=words,
        recorded_at=at,
        recorded_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="accessreview.add_breach_event",
        subject=f"accessreview.breach:{breach.pk}",
        details={"step": step, "happened_at": happened_at.isoformat()},
    )
    return event
