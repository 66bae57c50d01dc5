"""Loads and rows that were set aside, as those who load extracts see them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from answerable_site.intake.access import LOADS
from answerable_site.intake.models import Batch, SetAsideRow
from answerable_site.people.rules import Viewer


def loads_seen_by(viewer: Viewer) -> QuerySet[Batch]:
    """Loads of the organisations whose extracts a viewer loads, the latest first."""
    own = viewer.organisations_where(*LOADS.values())
    return (
        Batch.objects.filter(organisation__in=own)
        .select_related("source", "organisation", "profile", "loaded_by", "undone_by")
        .defer("organisation__logo")
        .order_by("-loaded_at", "-pk")
    )


def load_seen_by(viewer: Viewer, load_id: int | None) -> Batch | None:
    """One of these loads; None for None, and for any other."""
    return None if load_id is None else loads_seen_by(viewer).filter(pk=load_id).first()


def rows_waiting_for(viewer: Viewer) -> QuerySet[SetAsideRow]:
    """Rows of those loads of which nothing has become yet."""
    own = viewer.organisations_where(*LOADS.values())
    waiting = SetAsideRow.objects.waiting().filter(organisation__in=own)
    return waiting.select_related("batch__source", "batch__profile", "batch__organisation")


def waiting_in(batches: Iterable[Batch]) -> dict[int, int]:
    """How many rows of each load wait, by its key; no load of which none waits."""
    waiting = SetAsideRow.objects.waiting().filter(batch__in=list(batches)).order_by()
    return dict(waiting.values_list("batch").annotate(Count("pk")))


def earlier_load(batch: Batch) -> Batch | None:
    """The standing load of the same source before one; what is new in it shows beside that."""
    earlier = Batch.objects.standing().filter(source=batch.source_id, pk__lt=batch.pk)
    return earlier.order_by("-pk").first()
