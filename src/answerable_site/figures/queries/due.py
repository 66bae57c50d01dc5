"""What falls due about cuts by the clock."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from answerable_site.figures import folders
from answerable_site.figures.models import (
    DataCut,
    Erasure,
    ProtectedFigures,
    QueuedCut,
    Results,
)
from answerable_site.figures.queries.queued import is_left_behind
from answerable_site.figures.rules import GOING_ON, LEFT_BEHIND_AFTER, WORKING


def erasures_due(on: date) -> QuerySet[Erasure]:
    """Those of which the quarantine is over on a day."""
    return Erasure.objects.running().filter(erase_on__lte=on).select_related("cut").order_by("pk")


def cuts_left_behind(at: datetime) -> list[QueuedCut]:
    """Cuts whose worker has shown no sign of life for an hour, or that waited for one for a day."""
    found = QueuedCut.objects.filter(state__in=GOING_ON).select_related("force").order_by("pk")
    return [one for one in found if is_left_behind(one, at=at)]


def work_left_behind(at: datetime) -> list[Results | ProtectedFigures]:
    """Results and protected figures whose worker has shown no sign of life for an hour, or that
    waited for one for a day."""
    results = Results.objects.filter(state__in=WORKING).defer("content").order_by("pk")
    figures = ProtectedFigures.objects.filter(state__in=WORKING).defer("content").order_by("pk")
    working: list[Results | ProtectedFigures] = [*results, *figures]
    return [one for one in working if is_left_behind(one, at=at)]


def cuts_with_leftovers(at: datetime) -> list[QueuedCut]:
    """Cuts that ended without being made an hour ago or earlier, and of which files are there."""
    ended = QueuedCut.objects.filter(cut__isnull=True, ended_at__lte=at - LEFT_BEHIND_AFTER)
    found = ended.select_related("force").order_by("pk")
    return [one for one in found if folders.has_leftovers(one.name)]


def cuts_not_erased() -> QuerySet[DataCut]:
    """Every cut whose files are there, in quarantine or not; of each its name alone is read."""
    erased = Erasure.objects.filter(cut=OuterRef("pk"), erased_at__isnull=False)
    return DataCut.objects.filter(~Exists(erased)).only("name").order_by("pk")
