"""Commitments that a figure may be evidence of."""

from __future__ import annotations

from answerable_site.followup.access import can_work_on
from answerable_site.followup.models import Commitment
from answerable_site.followup.queries import commitments_visible_to
from answerable_site.people.rules import Viewer


def commitments_to_prove(viewer: Viewer, force_id: int) -> list[Commitment]:
    """Open commitments that the viewer works on, of those that the body of a force follows up."""
    found = commitments_visible_to(viewer).filter(body__force=force_id, closed_on__isnull=True)
    whole = found.select_related("organisation", "owner", "limb", "recommendation__inspection")
    return [one for one in whole if can_work_on(viewer, one)]
