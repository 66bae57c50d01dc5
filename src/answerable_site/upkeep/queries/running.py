"""Background work that waits and that failed, and the last backup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Min
from django_tasks_db.models import DBTaskResult

from answerable_site.audit.queries import entries_about
from answerable_site.upkeep.rules.acts import BACKUP_MADE, BACKUPS
from answerable_site.upkeep.rules.findings import Backup

LATELY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Work:
    """How background work stands."""

    waiting: int
    waits_since: datetime | None
    """Since when the oldest piece could have been taken up."""
    failed: int
    """Within a day."""


def work(at: datetime) -> Work:
    """How background work stands at a moment."""
    ready = DBTaskResult.objects.ready()
    return Work(
        waiting=ready.count(),
        waits_since=ready.aggregate(first=Min("enqueued_at"))["first"],
        failed=DBTaskResult.objects.failed().filter(finished_at__gte=at - LATELY).count(),
    )


def last_backup() -> Backup | None:
    """The last backup that the record of acts tells of; None if it tells of none."""
    entry = entries_about(BACKUPS).filter(act=BACKUP_MADE).last()
    if entry is None:
        return None
    return Backup(made_at=entry.at, was_verified=bool(entry.details.get("verified")))
