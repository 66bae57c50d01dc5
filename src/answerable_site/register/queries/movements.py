"""Last lawful days that moved because a rule changed."""

from __future__ import annotations

from datetime import date, datetime

from answerable.statute import basis, clock_for
from answerable_site.people.rules import Viewer
from answerable_site.register.models import ClockMovement, Inspection
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


def outdated_clocks() -> list[Inspection]:
    """Inspections whose stored last lawful day is not the one that the rules of today give."""
    return [
        inspection
        for inspection in Inspection.objects.order_by("pk").only(
            "published_on", "legal_basis", "last_lawful_day"
        )
        if inspection.last_lawful_day != last_lawful_day(inspection)
    ]


def last_lawful_day(inspection: Inspection) -> date | None:
    """The last lawful day under the rules of today; None where no clock runs."""
    clock = clock_for(inspection.published_on, basis(inspection.legal_basis))
    return clock.last_lawful_day if clock else None
