from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from answerable_site.audit import queries
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.operations import record
from answerable_site.people.rules import PRODUCT

AT = datetime(2026, 3, 1, 12, 30, 0, 123456, tzinfo=UTC)


def leave(count: int) -> None:
    for number in range(count):
        record(by=PRODUCT, at=AT, act="tests.act", subject=f"tests.thing:{number}")


def tamper(statement: str) -> None:
    """Change the table as somebody with the database in hand could: without the triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS audit_no_delete")
        else:
            cursor.execute("DROP TRIGGER IF EXISTS audit_no_change ON audit_auditentry")
        cursor.execute(statement)


@pytest.mark.django_db
class TestRecord:
    def test_numbers_entries_without_gaps(self):
        leave(3)
        assert list(AuditEntry.objects.values_list("sequence", flat=True)) == [1, 2, 3]

    def test_keeps_who_acted_and_as_what(self):
        leave(1)
        entry = AuditEntry.objects.get()
        assert (entry.actor_id, entry.actor_name) == (None, "Answerable (automatic)")

    @pytest.mark.parametrize(
        "change", ["UPDATE audit_auditentry SET act = 'x'", "DELETE FROM audit_auditentry"]
    )
    def test_leaves_entries_that_the_database_refuses_to_change(self, change):
        leave(1)
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)
        assert AuditEntry.objects.get().act == "tests.act"


@pytest.mark.django_db
class TestVerify:
    def test_finds_an_honest_chain_whole(self):
        leave(5)
        found = queries.verify()
        assert (found.entries, found.faults) == (5, ())

    def test_finds_a_changed_entry(self):
        leave(3)
        tamper("UPDATE audit_auditentry SET act = 'tests.other' WHERE sequence = 2")
        assert queries.verify().faults == ("Entry 2 was changed after it was written.",)

    def test_finds_a_missing_entry(self):
        leave(3)
        tamper("DELETE FROM audit_auditentry WHERE sequence = 2")
        assert queries.verify().faults == ("Entry 2 is missing: entry 3 stands in its place.",)

    def test_finds_a_changed_moment(self):
        leave(2)
        tamper("UPDATE audit_auditentry SET at = '2020-01-01 00:00:00' WHERE sequence = 1")
        assert len(queries.verify().faults) == 1
