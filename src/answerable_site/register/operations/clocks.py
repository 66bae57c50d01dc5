"""Last lawful days counted again when a rule of statute has changed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable import statute
from answerable_site.audit.operations import Actor, record
from answerable_site.register import queries
from answerable_site.register.models import ClockMovement, Inspection


@transaction.atomic
def recount_clocks(*, by: Actor, at: datetime) -> int:
    """Count every last lawful day again, and note each that moved; gives how many did.

    A stored day differs from the counted one only where the rules changed since it was counted: a
    corrected publication date is counted at once, with the correction. Safe to run at any time,
    and twice: what has been counted moves no more.
    """
    outdated = [inspection.pk for inspection in queries.outdated_clocks()]
    locked = Inspection.objects.select_for_update().filter(pk__in=outdated).order_by("pk")
    moved = [inspection.pk for inspection in locked if _moves(inspection, at=at)]
    if moved:
        record(
            by=by,
            at=at,
            act="register.recount_clocks",
            subject="register.inspections",
            details={
                "rules": statute.RULES_VERSION,
                "inspections": moved,
            },
        )
    return len(moved)


def _moves(inspection: Inspection, *, at: datetime) -> bool:
    """Whether the last lawful day is another one now; if so, it is stored and noted."""
    counted = queries.last_lawful_day(inspection)
    if counted == inspection.last_lawful_day:
        return False
    ClockMovement.objects.create(
        inspection=inspection,
        before=inspection.last_lawful_day,
        after=counted,
        rules_version=statute.clock_version(statute.basis(inspection.legal_basis)),
        noted_at=at,
    )
    inspection.last_lawful_day = counted
    inspection.save(update_fields=["last_lawful_day"])
    return True
