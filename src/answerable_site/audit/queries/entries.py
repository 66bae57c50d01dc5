"""Reads of single entries."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from django.db.models import QuerySet

from answerable_site.audit import rules
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.queries.head_files import last_head

LONGEST_WITHOUT_HEAD = timedelta(days=1)


def entries_about(subject: str) -> QuerySet[AuditEntry]:
    """The entries of one record, oldest first; the caller has checked that it is visible."""
    return AuditEntry.objects.filter(subject=subject)


def is_head_due(at: datetime, file: Path) -> bool:
    """Whether acts were recorded since the last head of a file, or a day has passed.

    The entry that names a head is no act since it.

    Raises:
        CannotReadHeads: the last line of the file is no head.
    """
    last = last_head(file)
    if last is None or at - last.moment >= LONGEST_WITHOUT_HEAD:
        return True
    since = AuditEntry.objects.filter(sequence__gt=last.size)
    return since.exclude(act=rules.SIGN_HEAD).exists()
