"""Priorities of Police and Crime Plans in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words, moment_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable_site.register.models import PlanPriority


@dataclass(frozen=True, slots=True)
class ShownPriority:
    """One priority."""

    id: int
    name: str
    counts: str
    """From when, and until when."""
    recorded: str
    tag: str
    tag_classes: str
    can_end: bool


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan with its priorities in their order."""

    title: str
    body: str
    priorities: tuple[ShownPriority, ...]


def shown_plans(priorities: Iterable[PlanPriority], *, on: date) -> tuple[ShownPlan, ...]:
    """Priorities under their plans, in force or not on a day; the newest plan of a body first."""
    held = list(priorities)
    begins = {_plan(one): one.from_on for one in sorted(held, key=lambda one: one.from_on)}
    held.sort(
        key=lambda one: (one.body.name, -begins[_plan(one)].toordinal(), one.plan, one.position)
    )
    return tuple(
        ShownPlan(title, body, tuple(_shown(one, on) for one in group))
        for (body, title), group in groupby(held, key=_plan)
    )


def _plan(priority: PlanPriority) -> tuple[str, str]:
    return priority.body.name, priority.plan


def priority_words(priority: PlanPriority, *, on: date) -> str:
    """A priority as a choice; one that has ended says so."""
    if priority.to_on is not None and priority.to_on < on:
        return f"{priority.name} (ended {date_in_words(priority.to_on)})"
    return priority.name


def _shown(priority: PlanPriority, on: date) -> ShownPriority:
    until = f" to {date_in_words(priority.to_on)}" if priority.to_on else ""
    tag, colour = _tag(priority, on)
    return ShownPriority(
        id=priority.pk,
        name=priority.name,
        counts=f"From {date_in_words(priority.from_on)}{until}.",
        recorded=(
            f"Added by {priority.recorded_by.full_name}, {moment_in_words(priority.recorded_at)}."
        ),
        tag=tag,
        tag_classes=f"govuk-tag--{colour}",
        can_end=priority.to_on is None,
    )


def _tag(priority: PlanPriority, on: date) -> tuple[str, str]:
    if on < priority.from_on:
        return "Not yet in force", "blue"
    if priority.to_on is not None and priority.to_on < on:
        return "Ended", "grey"
    return "In force", "green"
