"""Entries in the form before their content stood apart, on a database of the environment.

Run as a program: makes the tables as they were, fills them, carries out a change in SQL, migrates,
and prints what came of it as JSON.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import UTC, datetime, timedelta

FIRST = datetime(2026, 3, 1, 12, 30, 0, 123456, tzinfo=UTC)


def old_rows(count: int) -> list[dict]:
    """Rows of the old table, chained as they were then."""
    rows, previous = [], "0" * 64
    for sequence in range(1, count + 1):
        entry = {
            "sequence": sequence,
            "at": (FIRST + timedelta(minutes=sequence)).isoformat(timespec="microseconds"),
            "actor_id": sequence % 3 or None,
            "actor_name": "Eira Pugh",
            "acting_as": "response officer, Office for Wexmoor",
            "act": "responses.invite",
            "subject": f"responses.response:{sequence}",
            "details": {"by": "2026-04-01", "words": ["Tŷ", sequence, None, True]},
        }
        encoded = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        chained = hashlib.sha256(bytes.fromhex(previous) + encoded.encode()).hexdigest()
        rows.append(entry | {"previous_hash": previous, "hash": chained})
        previous = chained
    return rows


def main(count: int, change: str) -> None:
    """See the module."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", "audit", "0002", verbosity=0)
    rows = old_rows(count)
    with connection.cursor() as cursor:
        for row in rows:
            row = row | {"details": json.dumps(row["details"])}
            names, marks = ", ".join(row), ", ".join(["%s"] * len(row))
            cursor.execute(
                f"INSERT INTO audit_auditentry ({names}) VALUES ({marks})", [*row.values()]
            )
        if rows:
            cursor.execute(
                "INSERT INTO audit_chainhead (id, sequence, hash) VALUES (1, %s, %s)",
                [count, rows[-1]["hash"]],
            )
        if change:
            for trigger in ("audit_no_update", "audit_no_delete", "audit_no_change"):
                on = " ON audit_auditentry" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}{on}")
            cursor.execute(change)
    told: dict = {"refused": "", "old": rows}
    try:
        call_command("migrate", "audit", verbosity=0)
    except Exception as problem:  # noqa: BLE001 - whatever stopped it is the answer
        sys.stdout.write(json.dumps(told | {"refused": str(problem)}))
        return
    sys.stdout.write(json.dumps(told | migrated()))


def migrated() -> dict:
    """What stands in the new tables, and whether it verifies and grows."""
    from answerable_site.audit import queries
    from answerable_site.audit.models import AuditEntry, ChainHead
    from answerable_site.audit.operations import record
    from answerable_site.people.rules import PRODUCT

    record(by=PRODUCT, at=datetime.now(UTC), act="tests.act", subject="tests.thing:1")
    return {
        "new": [
            {
                "act": row.act,
                "at": row.at.isoformat(timespec="microseconds"),
                "details": row.details,
                "subject": row.subject,
                "actor_id": row.actor_id,
                "is_salted": len(row.salt or "") == 64,
            }
            for row in AuditEntry.objects.order_by("sequence")
        ],
        "faults": queries.verify().faults,
        "head": ChainHead.objects.values_list("sequence", "hash").get(),
        "last": AuditEntry.objects.values_list("sequence", "hash").last(),
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
