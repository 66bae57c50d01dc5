"""One load of a force at a time."""

from __future__ import annotations

from answerable_site.intake.models import Source


def _hold_loads_of(force_id: int) -> None:
    """Keep other loads of a force waiting, until this transaction ends; others who work on its
    cases are not held up."""
    of_force = Source.objects.filter(force=force_id).order_by("pk")
    list(of_force.select_for_update(no_key=True))
