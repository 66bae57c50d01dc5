"""Commitments that a figure or a finding may be evidence of, and meetings that come."""

from __future__ import annotations

from answerable_site.followup.access import can_work_on
from answerable_site.followup.models import Commitment
from answerable_site.followup.queries import commitments_visible_to
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny.models import Meeting
from answerable_site.scrutiny.queries import meetings_kept_by
from answerable_site.scrutiny.rules import MeetingState


def commitments_to_prove(viewer: Viewer, force_id: int) -> list[Commitment]:
    """Open commitments that the viewer works on, of those that the body of a force follows up."""
    found = commitments_visible_to(viewer).filter(body__force=force_id, closed_on__isnull=True)
    whole = found.select_related("organisation", "owner", "limb", "recommendation__inspection")
    return [one for one in whole if can_work_on(viewer, one)]


def meetings_to_come(viewer: Viewer, force_id: int) -> list[Meeting]:
    """Meetings with a force that the viewer keeps and whose agenda may still be changed."""
    kept = meetings_kept_by(viewer).filter(body__force=force_id, state=MeetingState.PLANNED)
    return list(kept.order_by("on", "pk"))
