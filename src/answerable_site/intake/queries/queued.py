"""Extracts that were confirmed and are loaded in the background."""

from __future__ import annotations

from django.db.models import QuerySet

from answerable_site.intake.access import LOADS
from answerable_site.intake.models import QueuedLoad
from answerable_site.intake.rules import GOING_ON, QueueState
from answerable_site.people.rules import Viewer


def queued_seen_by(viewer: Viewer) -> QuerySet[QueuedLoad]:
    """Those of the organisations whose extracts a viewer loads, the latest first."""
    own = viewer.organisations_where(*LOADS.values())
    return QueuedLoad.objects.filter(organisation__in=own).select_related("source", "organisation")


def going_on_for(viewer: Viewer) -> QuerySet[QueuedLoad]:
    """Those of them that have not ended."""
    return queued_seen_by(viewer).filter(state__in=GOING_ON)


def is_cancelled(queued: QueuedLoad) -> bool:
    """Whether somebody cancelled a load since it was taken up."""
    return QueuedLoad.objects.filter(pk=queued.pk, state=QueueState.CANCELLED).exists()
