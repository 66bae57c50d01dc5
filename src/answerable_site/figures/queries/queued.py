"""Cuts that somebody asked for, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from answerable_site.figures import folders
from answerable_site.figures.access import SEES_CUTS
from answerable_site.figures.models import ProtectedFigures, QueuedCut, Results
from answerable_site.figures.rules import GOING_ON, left_behind
from answerable_site.people.rules import OrganisationKind, Viewer


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a cut has come that is being made."""

    step: str
    """What is being done now, in words; empty before it begins."""
    percent: int
    last_sign_at: datetime


def queued_seen_by(viewer: Viewer) -> QuerySet[QueuedCut]:
    """Those of the forces whose cuts a viewer sees, the latest first."""
    return QueuedCut.objects.filter(
        force__in=viewer.organisations_where(*SEES_CUTS),
        force__kind=OrganisationKind.POLICE_FORCE,
    ).select_related("force")


def queued_cut(queued_id: int) -> QueuedCut:
    """One of them, for whoever makes it."""
    return QueuedCut.objects.select_related("force").get(pk=queued_id)


def going_on_for(viewer: Viewer) -> QuerySet[QueuedCut]:
    """Those of them that have not ended."""
    return queued_seen_by(viewer).filter(state__in=GOING_ON)


def progress_of(queued: QueuedCut | Results | ProtectedFigures) -> Progress:
    """How far a cut or other work has come, from the sign that its worker left last. While one
    reads the database as it was at one moment, it writes nothing there."""
    sign = folders.sign_of(queued.name)
    if sign is None:
        return Progress("", 0, queued.last_sign_at)
    told, left_at = sign
    percent, _, step = told.partition(" ")
    return Progress(step, int(percent), max(left_at, queued.last_sign_at))


def is_left_behind(queued: QueuedCut | Results | ProtectedFigures, *, at: datetime) -> bool:
    """Whether a cut or other work has been silent for an hour, or waited for a day: no worker has
    it."""
    return left_behind(queued.state, last_sign_at=progress_of(queued).last_sign_at, now=at)


def is_cancelled(queued: QueuedCut) -> bool:
    """Whether somebody took the sign of a cut away that is being made."""
    return folders.sign_of(queued.name) is None
