from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.site.audit.tampering import tamper

from answerable_site.audit import queries
from answerable_site.audit.operations import record
from answerable_site.people.rules import PRODUCT

AT = datetime(2026, 3, 1, 12, 30, 0, 123456, tzinfo=UTC)


def leave(count: int) -> None:
    for number in range(count):
        record(by=PRODUCT, at=AT, act="tests.act", subject=f"tests.thing:{number}")


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
