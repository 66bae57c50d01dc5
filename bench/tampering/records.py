"""Honest records of varying length, and the whole of one as the database holds it."""

from __future__ import annotations

import random
from pathlib import Path

from django.db import connection
from tests.site.audit.acts import Office

from answerable_site.audit.models import AuditedRecord, AuditEntry, ChainHead

LONGEST = 24


def honest(chance: random.Random, folder: Path) -> Office:
    """An office with a record: acts, erasures, heads, now and then another key.

    It ends with a few acts and a head over them.
    """
    office = Office(folder)
    office.begin_heads()
    office.act(2)
    for _ in range(chance.randrange(LONGEST)):
        match chance.randrange(12):
            case 0:
                office.sign()
            case 1 if chance.random() < 0.3:
                office.rotate()
            case 2:
                erase_one(chance, office)
            case _:
                office.act()
    office.act(chance.randint(2, 4))
    office.sign()
    return office


def erase_one(chance: random.Random, office: Office) -> None:
    """Erase the content of an act that still has some."""
    held = AuditEntry.objects.filter(act="casework.open_list", content__isnull=False)
    if numbers := list(held.values_list("sequence", flat=True)):
        office.erase(chance.choice(numbers))


Dump = dict[type, list[dict]]


def dumped() -> Dump:
    """All rows, as a backup holds them."""
    return {
        model: list(model.objects.order_by("pk").values())
        for model in (AuditEntry, AuditedRecord, ChainHead)
    }


def restore(dump: Dump) -> None:
    """Put a backup in place of what is there; the triggers are away."""
    with connection.cursor() as cursor:
        for table in ("audit_auditedrecord", "audit_auditentry", "audit_chainhead"):
            cursor.execute(f"DELETE FROM {table}")
    for model, rows in dump.items():
        model.objects.bulk_create(model(**row) for row in rows)
