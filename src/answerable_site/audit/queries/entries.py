"""Reads of single entries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from django.db.models import QuerySet

from answerable_site.audit import rules
from answerable_site.audit.models import AuditEntry, ChainHead
from answerable_site.audit.queries.head_files import last_head

LONGEST_WITHOUT_HEAD = timedelta(days=1)


def entries_about(subject: str) -> QuerySet[AuditEntry]:
    """The entries of one record, oldest first; the caller has checked that it is visible."""
    return AuditEntry.objects.filter(subject=subject)


def acts_after(sequence: int, acts: Collection[str], *, most: int) -> list[AuditEntry]:
    """Entries of some acts that follow one, in the order in which they were done, without content.

    Whoever remembers the last one misses none: an entry takes its place in the order only once
    every one before it is there to be read.

    Args:
        sequence: the place of the last one that is known; 0 for none.
        most: how many at once.
    """
    found = AuditEntry.objects.filter(sequence__gt=sequence, act__in=acts)
    return list(found.defer("content", "salt").order_by("sequence")[:most])


def last_sequence() -> int:
    """The place of the latest entry; 0 while there is none."""
    return ChainHead.objects.order_by().values_list("sequence", flat=True).first() or 0


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
