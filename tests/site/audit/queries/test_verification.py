from __future__ import annotations

import shutil
from datetime import timedelta

import pytest
from django.db import connection
from tests.site.audit.tampering import disarm, rewrite_from, tamper

from answerable_site.audit import queries
from answerable_site.audit.models import AuditedRecord, ChainHead
from answerable_site.audit.rules import FaultKind


def sentences(found: queries.Verification) -> list[str]:
    return [fault.sentence for fault in found.faults]


def kinds(found: queries.Verification) -> set[FaultKind]:
    return {fault.kind for fault in found.faults}


class TestAnHonestRecord:
    def test_is_whole_when_it_is_empty(self, office):
        assert office.verify().is_whole

    def test_is_whole_with_erasures_heads_and_another_key(self, office):
        office.act(3)
        office.sign()
        office.erase(2)
        office.rotate()
        office.act(2)
        office.sign()
        found = office.verify()
        assert (found.faults, found.heads) == ((), 3)

    def test_is_whole_beside_an_older_copy_of_its_heads(self, office, tmp_path):
        office.act(2)
        office.sign()
        shutil.copy(office.file, tmp_path / "copy.jsonl")
        office.act(2)
        office.sign()
        assert office.verify(tmp_path / "copy.jsonl").faults == ()

    def test_is_whole_before_its_first_head(self, office):
        office.act(2)
        assert office.verify().faults == ()

    def test_may_have_moments_that_waited_for_one_another(self, office):
        office.act()
        office.now -= timedelta(minutes=5)
        office.act()
        assert office.verify().faults == ()

    def test_tells_its_last_hash_and_root(self, office):
        last = office.act(3)
        found = office.verify()
        assert (found.entries, found.head) == (3, last.hash)

    def test_says_how_far_it_was_followed(self, office, monkeypatch):
        monkeypatch.setattr("answerable_site.audit.queries.verification.CHUNK", 2)
        office.act(5)
        told: list[int] = []
        queries.verify(tell=told.append)
        assert told == [2, 4]


class TestAChangedEntry:
    @pytest.mark.parametrize(
        "change",
        [
            "at = '2020-01-01 00:00:00'",
            "actor_id = 9",
            "actor_name = 'x'",
            "acting_as = 'x'",
            "act = 'x'",
            "kind = 'collection'",
            "subject = 'x'",
            "content_hash = hash",
            "hash = content_hash",
            "hash = 'x'",
        ],
    )
    def test_is_found_and_named(self, office, change):
        office.act(3)
        tamper(f"UPDATE audit_auditentry SET {change} WHERE sequence = 2")
        assert "Entry 2 was changed after it was written." in sentences(office.verify())

    def test_is_found_where_its_link_was_changed(self, office):
        office.act(3)
        tamper("UPDATE audit_auditentry SET previous_hash = hash WHERE sequence = 2")
        assert "Entry 2 does not follow from the entry before it." in sentences(office.verify())

    @pytest.mark.parametrize("change", ["content = '{}'", "salt = hash", "salt = 'x'"])
    def test_is_found_where_its_content_was_changed(self, office, change):
        office.act(3)
        tamper(f"UPDATE audit_auditentry SET {change} WHERE sequence = 2")
        assert sentences(office.verify()) == ["The content of entry 2 was changed."]

    def test_is_found_where_its_moment_is_none(self, office):
        if connection.vendor != "sqlite":
            pytest.skip("PostgreSQL keeps moments only.")
        office.act(3)
        tamper("UPDATE audit_auditentry SET at = 'noon' WHERE sequence = 2")
        assert FaultKind.CHANGED in kinds(office.verify())


class TestAMissingEntry:
    def test_is_found_and_named(self, office):
        office.act(4)
        disarm()
        AuditedRecord.objects.filter(entry__sequence=2).delete()
        tamper("DELETE FROM audit_auditentry WHERE sequence = 2")
        assert sentences(office.verify())[0] == ("Entry 2 is missing: entry 3 stands in its place.")

    def test_is_found_with_its_neighbours(self, office):
        office.act(4)
        disarm()
        AuditedRecord.objects.filter(entry__sequence__in=[2, 3]).delete()
        tamper("DELETE FROM audit_auditentry WHERE sequence IN (2, 3)")
        assert sentences(office.verify())[0] == "Entries 2 to 3 are missing: entry 4 follows."

    def test_is_found_at_the_end_while_the_database_still_notes_it(self, office):
        office.act(3)
        disarm()
        AuditedRecord.objects.filter(entry__sequence=3).delete()
        tamper("DELETE FROM audit_auditentry WHERE sequence = 3")
        assert kinds(office.verify()) == {FaultKind.CHAIN_HEAD}


class TestErasedContent:
    def test_is_found_where_no_entry_tells_of_it(self, office):
        office.act(3)
        disarm()
        AuditedRecord.objects.filter(entry__sequence=2).delete()
        tamper("UPDATE audit_auditentry SET content = NULL, salt = NULL WHERE sequence = 2")
        assert sentences(office.verify()) == [
            "The content of entry 2 is gone, and no entry says that it was erased."
        ]

    def test_is_found_where_it_was_put_back(self, office):
        before = office.act()
        office.erase(1)
        tamper(
            "UPDATE audit_auditentry SET content = %s, salt = %s WHERE sequence = 1",
            before.content,
            before.salt,
        )
        assert FaultKind.BLANKED in kinds(office.verify())

    def test_is_found_where_it_is_half_gone(self, office):
        office.act()
        office.erase(1)
        tamper("UPDATE audit_auditentry SET salt = hash WHERE sequence = 1")
        assert sentences(office.verify()) == ["The content of entry 1 is half gone."]

    def test_is_found_where_the_index_still_names_it(self, office):
        entry = office.act()
        office.erase(1)
        AuditedRecord.objects.create(entry=entry, record="casework.case:12")
        assert kinds(office.verify()) == {FaultKind.INDEX}


class TestTheIndex:
    @pytest.mark.parametrize(
        "change",
        [
            "DELETE FROM audit_auditedrecord WHERE record = 'casework.case:7'",
            "UPDATE audit_auditedrecord SET record = record || '8'",
        ],
    )
    def test_is_found_to_differ(self, office, change):
        office.act()
        tamper(change)
        assert kinds(office.verify()) == {FaultKind.INDEX}


class TestTheClock:
    def test_is_found_to_have_been_put_back(self, office):
        office.act(2)
        office.now -= timedelta(hours=2)
        office.act(3)
        assert [fault.entry for fault in office.verify().faults] == [3]

    def test_is_found_to_go_back_in_small_steps(self, office):
        office.act()
        for _ in range(2):
            office.now -= timedelta(minutes=5)
            office.act()
        assert kinds(office.verify()) == {FaultKind.CLOCK}

    def test_is_found_to_lie_before_a_head(self, office):
        office.act()
        office.now += timedelta(hours=1)
        office.sign()
        rewrite_from(2, hours=-1)
        assert FaultKind.CLOCK in kinds(office.verify())


class TestTheDatabasesOwnNote:
    @pytest.mark.parametrize("change", ["hash = 'x'", "sequence = 9", "frontier = ''"])
    def test_is_found_to_differ(self, office, change):
        office.act(3)
        tamper(f"UPDATE audit_chainhead SET {change}")
        assert kinds(office.verify()) == {FaultKind.CHAIN_HEAD}

    def test_is_found_to_be_gone(self, office):
        office.act()
        ChainHead.objects.all().delete()
        assert kinds(office.verify()) == {FaultKind.CHAIN_HEAD}
