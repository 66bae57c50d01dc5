"""Erasing what an entry must no longer hold, while the record still verifies."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.audit import rules
from answerable_site.audit.models import AuditedRecord, AuditEntry
from answerable_site.audit.operations.recording import Actor, record
from answerable_site.audit.rules import Processing


class AlreadyErased(Exception):
    """The entry has no content any more."""


@transaction.atomic
def erase_content(*, by: Actor, at: datetime, entry: AuditEntry, reason: str) -> AuditEntry:
    """Erase details, reason, recipients, records and salt of one entry, for good.

    Who did what, when and on which subject stays. The erasure is an entry of its own, which holds
    nothing of what was erased; the database lets content go only where there is one.

    Args:
        by: who erases, with the assignment relied on.
        at: when, with a time zone.
        entry: whose content goes.
        reason: why; must hold nothing of what is erased.

    Raises:
        AlreadyErased: there is nothing left to erase.
    """
    erasure = record(
        by=by,
        at=at,
        act=rules.ERASE_CONTENT,
        subject=rules.subject_of_entry(entry.sequence),
        kind=Processing.ERASURE,
        reason=reason,
    )
    changed = AuditEntry.objects.filter(pk=entry.pk, content__isnull=False).update(
        content=None, salt=None
    )
    if not changed:
        raise AlreadyErased(f"The content of entry {entry.sequence} is already erased.")
    AuditedRecord.objects.filter(entry=entry).delete()
    return erasure
