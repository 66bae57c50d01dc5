"""Changes to the record as somebody with the database in hand could make them."""

from __future__ import annotations

from django.db import connection

TRIGGERS = {
    "sqlite": {
        "audit_auditentry": ("audit_only_erasing", "audit_no_delete", "audit_no_replace"),
        "audit_auditedrecord": ("audit_index_no_update", "audit_index_only_erasing"),
    },
    "postgresql": {
        "audit_auditentry": ("audit_only_erasing",),
        "audit_auditedrecord": ("audit_index_only_erasing",),
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
