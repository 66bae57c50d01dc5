"""Priorities of Police and Crime Plans: added and ended, never taken away."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register import access
from answerable_site.register.models import PlanPriority


class PriorityExists(ValueError):
    """The plan has a priority of this name."""


class PriorityEnded(ValueError):
    """The priority has a last day already."""


class EndsBeforeItBegins(ValueError):
    """The last day is before the first."""


@transaction.atomic
def add_priority(
    *, by: Viewer, at: datetime, body: Organisation, plan: str, name: str, from_on: date
) -> PlanPriority:
    """Add a priority behind those that the plan has already.

    Args:
        by: a response officer of the body.
        at: when it is recorded.
        body: the local policing body whose plan it is.
        plan: the plan's title.
        name: the priority as the plan words it.
        from_on: the first day on which it counts.

    Raises:
        access.Refused: the viewer is not a response officer of the body.
        PriorityExists: the plan has a priority of this name, in whatever letters.
    """
    access.check_can_add(by, body.pk)
    # One after the other, so that two people cannot add the same name or take the same place.
    Organisation.objects.select_for_update().get(pk=body.pk)
    plan, name = " ".join(plan.split()), " ".join(name.split())
    of_the_plan = PlanPriority.objects.filter(body=body, plan=plan)
    if any(
        name.casefold() == held.casefold() for held in of_the_plan.values_list("name", flat=True)
    ):
        raise PriorityExists(f"The plan has a priority “{name}” already. Enter another name.")
    last = of_the_plan.aggregate(last=Max("position"))["last"] or 0
    priority = PlanPriority.objects.create(
        body=body,
        plan=plan,
        name=name,
        position=last + 1,
        from_on=from_on,
        recorded_at=at,
        recorded_by_id=access.person_id(by),
    )
    _record(by, at, "register.add_priority", priority, from_on=from_on.isoformat())
    return priority


@transaction.atomic
def end_priority(*, by: Viewer, at: datetime, priority: PlanPriority, to_on: date) -> PlanPriority:
    """Say on which day a priority counts for the last time. Answers that name it keep it.

    Raises:
        access.Refused: the viewer is not a response officer of the body.
        PriorityEnded: it has a last day already.
        EndsBeforeItBegins: that day is before its first.
    """
    access.check_can_add(by, priority.body_id)
    priority = PlanPriority.objects.select_for_update().get(pk=priority.pk)
    if priority.to_on is not None:
        raise PriorityEnded(
            "This priority has a last day already. If it counts again, add it under the new plan."
        )
    if to_on < priority.from_on:
        raise EndsBeforeItBegins(
            f"The priority counts from {priority.from_on.day} {priority.from_on:%B %Y}. Enter that "
            "day or a later one."
        )
    priority.to_on = to_on
    priority.save()
    _record(by, at, "register.end_priority", priority, to_on=to_on.isoformat())
    return priority


def _record(by: Viewer, at: datetime, act: str, priority: PlanPriority, **details: str) -> None:
    subject = f"register.plan_priority:{priority.pk}"
    record(by=by, at=at, act=act, subject=subject, details=details)
