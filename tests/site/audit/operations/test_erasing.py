from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError
from tests.site.audit.operations.test_recording import AT, REFUSED, consult, execute

from answerable_site.audit import queries
from answerable_site.audit.models import AuditedRecord, AuditEntry
from answerable_site.audit.operations import AlreadyErased, erase_content, record
from answerable_site.audit.rules import Processing
from answerable_site.people.rules import PRODUCT


def erase(entry: AuditEntry) -> AuditEntry:
    return erase_content(
        by=PRODUCT, at=AT + timedelta(days=1), entry=entry, reason="Its term is over"
    )


@pytest.mark.django_db
class TestEraseContent:
    def test_takes_away_content_salt_and_index(self):
        entry = consult(details={"name": "Oswin"})
        erase(entry)
        entry.refresh_from_db()
        assert (entry.content, entry.salt, entry.is_erased) == (None, None, True)
        assert not AuditedRecord.objects.exists()

    def test_leaves_who_when_and_what(self):
        entry = consult()
        leaf = entry.leaf()
        erase(entry)
        assert AuditEntry.objects.get(sequence=1).leaf() == leaf

    def test_leaves_one_entry_that_names_the_erased_one(self):
        erase(consult())
        erasure = AuditEntry.objects.get(sequence=2)
        assert (erasure.subject, erasure.kind) == ("audit.entry:1", Processing.ERASURE)
        assert AuditEntry.objects.count() == 2

    def test_keeps_nothing_of_what_was_erased(self):
        erasure = erase(consult(details={"name": "Oswin"}, recipients=["Wexmoor"]))
        held = f"{erasure.content} {erasure.leaf()}"
        assert not any(word in held for word in ("Oswin", "Wexmoor", "casework", "July"))

    def test_leaves_the_chain_whole(self):
        erase(consult())
        consult(at=AT + timedelta(days=1))
        assert queries.verify().faults == ()

    def test_leaves_other_entries_as_they_were(self):
        first, second = consult(), consult()
        erase(first)
        second.refresh_from_db()
        assert second.records == ("casework.case:12", "casework.case:7")
        assert AuditedRecord.objects.filter(entry=second).count() == 2

    def test_is_refused_a_second_time_and_then_leaves_no_entry(self):
        entry = consult()
        erase(entry)
        with pytest.raises(AlreadyErased):
            erase(entry)
        assert AuditEntry.objects.count() == 2

    def test_reads_as_empty_afterwards(self):
        entry = consult(details={"name": "Oswin"})
        erase(entry)
        entry.refresh_from_db()
        assert (entry.details, entry.reason, entry.records) == ({}, "", ())


@pytest.mark.django_db
class TestTheDatabase:
    @pytest.fixture
    def announced(self):
        """An entry whose erasure is in the record, while its content still stands."""
        entry = consult()
        record(
            by=PRODUCT,
            at=AT,
            act="audit.erase_content",
            subject="audit.entry:1",
            kind=Processing.ERASURE,
        )
        return entry

    def test_lets_content_go_that_an_erasure_names(self, announced):
        execute("UPDATE audit_auditentry SET content = NULL, salt = NULL WHERE sequence = 1")
        assert AuditEntry.objects.get(pk=announced.pk).is_erased

    @pytest.mark.usefixtures("announced")
    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE audit_auditentry SET content = NULL WHERE sequence = 1",
            "UPDATE audit_auditentry SET content = '{}', salt = NULL WHERE sequence = 1",
            "UPDATE audit_auditentry SET content = NULL, salt = NULL, act = 'x' WHERE sequence = 1",
            "UPDATE audit_auditentry SET content = NULL, salt = NULL WHERE sequence = 2",
            "DELETE FROM audit_auditentry WHERE sequence = 1",
            "DELETE FROM audit_auditedrecord",
        ],
    )
    def test_refuses_anything_beside_it(self, change):
        with pytest.raises(DatabaseError, match=REFUSED):
            execute(change)

    def test_does_not_take_an_act_of_another_kind_for_an_erasure(self):
        consult()
        record(by=PRODUCT, at=AT, act="audit.erase_content", subject="audit.entry:1")
        with pytest.raises(DatabaseError, match=REFUSED):
            execute("UPDATE audit_auditentry SET content = NULL, salt = NULL")
