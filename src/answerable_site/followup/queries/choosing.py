"""Actions that somebody chose in the list."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, QuerySet

from answerable_site.followup.models import Action
from answerable_site.followup.queries.lines import ActionLine, Lines
from answerable_site.followup.queries.listing import actions_listed_to
from answerable_site.followup.queries.visible import actions_visible_to
from answerable_site.people.rules import Viewer


def action_lines_chosen(viewer: Viewer, keys: Sequence[int]) -> list[ActionLine]:
    """The lines of visible actions that somebody chose, the soonest original date first."""
    chosen = actions_listed_to(viewer).filter(pk__in=keys)
    ordered = chosen.order_by(F("original_on").asc(nulls_last=True), "pk")
    return Lines(ordered, ActionLine)[: len(keys)]


def actions_to_change(viewer: Viewer, keys: Sequence[int]) -> QuerySet[Action]:
    """Visible actions that somebody chose."""
    return actions_visible_to(viewer).filter(pk__in=keys)
