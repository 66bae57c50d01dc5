"""Traces of the working site that are older than the period for which they are kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from answerable_site.upkeep.rules import periods


def rows(at: datetime) -> dict[str, QuerySet[Any]]:
    """Rows to erase at a moment, by the name of their period."""
    return {
        periods.SESSIONS.name: Session.objects.filter(
            expire_date__lt=periods.SESSIONS.ended_before(at)
        ),
        periods.FAILED_SIGN_INS.name: AccessAttempt.objects.filter(
            attempt_time__lt=periods.FAILED_SIGN_INS.ended_before(at)
        ),
        periods.BACKGROUND_WORK.name: DBTaskResult.objects.finished().filter(
            finished_at__lt=periods.BACKGROUND_WORK.ended_before(at)
        ),
    }


def backups(at: datetime) -> list[Path]:
    """Backups to erase at a moment; the last one is kept however old it is."""
    folder = Path(settings.BACKUPS)
    kept = sorted(folder.glob("answerable-*.age")) if folder.is_dir() else []
    oldest = periods.BACKUPS.ended_before(at).timestamp()
    return [one for one in kept[:-1] if one.stat().st_mtime < oldest]


def counts(at: datetime) -> dict[str, int]:
    """How much would be erased at a moment, by the name of its period."""
    found = {name: some.count() for name, some in rows(at).items()}
    return found | {periods.BACKUPS.name: len(backups(at))}
