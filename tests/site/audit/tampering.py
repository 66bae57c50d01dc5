"""Changes to the record as somebody with the database in hand could make them."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection

from answerable_site.audit import rules
from answerable_site.audit.models import AuditEntry, ChainHead

TRIGGERS = {
    "sqlite": {
        "audit_auditentry": ("audit_only_erasing", "audit_no_delete", "audit_no_replace"),
        "audit_auditedrecord": ("audit_index_no_update", "audit_index_only_erasing"),
    },
    "postgresql": {
        "audit_auditentry": ("audit_only_erasing", "audit_no_truncate"),
        "audit_auditedrecord": ("audit_index_only_erasing", "audit_no_truncate"),
    },
}


def disarm() -> None:
    """Take away what makes the database refuse."""
    with connection.cursor() as cursor:
        for table, names in TRIGGERS[connection.vendor].items():
            for name in names:
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def tamper(statement: str, *values: object) -> None:
    """Change the tables without the triggers."""
    disarm()
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def rewrite_from(sequence: int, *, hours: int = 0) -> None:
    """Chain all entries from one on anew, and the note of the end, as the product would.

    Args:
        sequence: the first entry whose hashes are made again.
        hours: by how much the moments of these entries move.
    """
    disarm()
    entries = AuditEntry.objects.order_by("sequence")
    chain, frontier = rules.GENESIS, rules.Frontier()
    for entry in entries:
        if entry.sequence >= sequence:
            entry.at += timedelta(hours=hours)
            entry.previous_hash = chain
            entry.hash = rules.chained_hash(entry.leaf().hash(), chain)
            entry.save()
        chain = entry.hash
        frontier.append(entry.leaf().hash())
    ChainHead.objects.update(sequence=frontier.size, hash=chain, frontier="".join(frontier.peaks))
