"""Last lawful days that moved because a rule changed."""

from __future__ import annotations

from datetime import datetime

from answerable_site.people.rules import Viewer
from answerable_site.register.models import ClockMovement
from answerable_site.register.queries.inspections import inspections_visible_to


def movements_visible_to(viewer: Viewer, *, since: datetime) -> list[ClockMovement]:
    """Movements of visible inspections noted from a moment on, latest first."""
    return list(
        ClockMovement.objects.filter(
            inspection__in=inspections_visible_to(viewer), noted_at__gte=since
        )
        .select_related("inspection")
        .order_by("-noted_at", "-pk")
    )
