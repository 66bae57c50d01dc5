"""Reads of the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from answerable_site.audit import rules
from answerable_site.audit.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the whole chain found."""

    entries: int
    head: str
    faults: tuple[str, ...]
    """One sentence a fault; empty if the chain is whole."""


def entries_about(subject: str) -> QuerySet[AuditEntry]:
    """The entries of one record, oldest first; the caller has checked that it is visible."""
    return AuditEntry.objects.filter(subject=subject)


def verify() -> Verification:
    """Follow the chain from its first entry and recompute every hash."""
    return _follow(AuditEntry.objects.order_by("sequence").iterator(chunk_size=2000))


def _follow(entries: Iterable[AuditEntry]) -> Verification:
    faults: list[str] = []
    previous, count = rules.GENESIS, 0
    for count, row in enumerate(entries, start=1):
        if row.sequence != count:
            faults.append(f"Entry {count} is missing: entry {row.sequence} stands in its place.")
            return Verification(count, previous, tuple(faults))
        if row.previous_hash != previous:
            faults.append(f"Entry {row.sequence} does not follow from the entry before it.")
        if _is_changed(row):
            faults.append(f"Entry {row.sequence} was changed after it was written.")
        previous = row.hash
    return Verification(count, previous, tuple(faults))


def _is_changed(row: AuditEntry) -> bool:
    if rules.chained_hash(row.leaf().hash(), row.previous_hash) != row.hash:
        return True
    if row.content is None or row.salt is None:
        return (row.content, row.salt) != (None, None)
    return rules.content_hash(row.salt, row.content) != row.content_hash
