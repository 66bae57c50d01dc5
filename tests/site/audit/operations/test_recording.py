from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from answerable_site.audit.models import AuditedRecord, AuditEntry, ChainHead
from answerable_site.audit.operations import record
from answerable_site.audit.rules import CannotBeKept, Frontier, Processing
from answerable_site.people.rules import PRODUCT

AT = datetime(2026, 3, 1, 12, 30, 0, 123456, tzinfo=UTC)
REFUSED = r"audit entries are never|the index of the record follows"


def consult(**more) -> AuditEntry:
    return record(
        **{
            "by": PRODUCT,
            "at": AT,
            "act": "casework.open_list",
            "subject": "casework.list:1",
            "kind": Processing.CONSULTATION,
            "reason": "Review of July",
            "records": ["casework.case:12", "casework.case:7", "casework.case:12"],
        }
        | more
    )


def execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
class TestRecord:
    def test_numbers_entries_without_gaps(self):
        for _ in range(3):
            consult()
        assert list(AuditEntry.objects.values_list("sequence", flat=True)) == [1, 2, 3]

    def test_keeps_who_acted_and_as_what(self):
        consult()
        entry = AuditEntry.objects.get()
        assert (entry.actor_id, entry.actor_name) == (None, "Answerable (automatic)")

    def test_says_what_kind_of_processing_it_was(self):
        consult()
        assert AuditEntry.objects.get().kind == Processing.CONSULTATION

    def test_needs_no_kind_for_an_act_without_case_data(self):
        record(by=PRODUCT, at=AT, act="people.add", subject="people.user:1")
        entry = AuditEntry.objects.get()
        assert (entry.kind, entry.reason, entry.recipients, entry.records) == ("", "", (), ())

    def test_keeps_details_reason_and_recipients(self):
        consult(details={"count": 2}, recipients=["Office for Wexmoor"])
        entry = AuditEntry.objects.get()
        assert (entry.details, entry.reason, entry.recipients) == (
            {"count": 2},
            "Review of July",
            ("Office for Wexmoor",),
        )

    def test_names_every_record_once(self):
        consult()
        assert AuditEntry.objects.get().records == ("casework.case:12", "casework.case:7")

    def test_is_found_by_any_of_its_records(self):
        entry = consult()
        found = AuditEntry.objects.filter(audited_records__record="casework.case:7")
        assert list(found) == [entry]

    def test_keeps_its_content_as_the_text_that_is_hashed(self):
        text = consult(details={"b": "Tŷ", "a": [1, None]}).content
        assert text.startswith('{"details":{"a":[1,null],"b":"Tŷ"},"reason":')
        assert json.loads(text)["records"] == ["casework.case:12", "casework.case:7"]

    def test_gives_each_entry_a_salt_of_its_own(self):
        assert consult().salt != consult().salt

    def test_refuses_a_float_in_the_details(self):
        with pytest.raises(CannotBeKept, match=r"0\.5"):
            consult(details={"share": [0.5]})

    def test_keeps_the_frontier_of_the_tree_in_the_head(self):
        frontier = Frontier()
        for _ in range(7):
            frontier.append(consult().leaf().hash())
        assert ChainHead.objects.get().peaks() == frontier.peaks

    def test_leaves_no_trace_where_the_act_is_taken_back(self):
        with transaction.atomic():
            consult()
            transaction.set_rollback(True)
        assert (AuditEntry.objects.count(), AuditedRecord.objects.count()) == (0, 0)


@pytest.mark.django_db
class TestTheDatabase:
    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE audit_auditentry SET act = 'x'",
            "UPDATE audit_auditentry SET content = '{}'",
            "UPDATE audit_auditentry SET salt = NULL",
            "UPDATE audit_auditentry SET content = NULL, salt = NULL",
            "DELETE FROM audit_auditentry",
            "UPDATE audit_auditedrecord SET record = 'casework.case:1'",
            "DELETE FROM audit_auditedrecord",
        ],
    )
    def test_refuses_to_change_the_record(self, change):
        consult()
        with pytest.raises(DatabaseError, match=REFUSED):
            execute(change)

    @pytest.mark.parametrize("tables", ["audit_auditentry CASCADE", "audit_auditedrecord"])
    def test_refuses_to_empty_the_record_at_one_stroke(self, tables):
        if connection.vendor == "sqlite":
            pytest.skip("SQLite has no TRUNCATE; PostgreSQL runs this.")
        consult()
        # Otherwise what PostgreSQL has yet to check at the end of the transaction is in the way.
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match=REFUSED):
            execute(f"TRUNCATE {tables}")

    def test_refuses_to_replace_an_entry(self):
        entry = consult()
        if connection.vendor != "sqlite":
            pytest.skip("Only SQLite has INSERT OR REPLACE.")
        columns = ", ".join(
            field.column for field in AuditEntry._meta.fields if field.name != "act"
        )
        with pytest.raises(DatabaseError, match="never deleted"):
            execute(
                f"INSERT OR REPLACE INTO audit_auditentry (act, {columns}) "
                f"SELECT 'x', {columns} FROM audit_auditentry WHERE id = {entry.pk}"
            )
