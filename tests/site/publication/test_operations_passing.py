from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.publication import operations, queries
from answerable_site.publication.rules import PublicFacts, VersionFacts, VersionKind

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)
DAY = date(2026, 5, 18)


@pytest.fixture
def successor():
    return factories.office("Sallowfen")


@pytest.fixture
def entry(office, facts):
    return operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())


def pass_on(office, entry, successor, by="administrator"):
    return operations.pass_entry(
        by=factories.viewer(getattr(office, by)),
        at=AT,
        entry=entry,
        to_body=successor.body,
        to_name=successor.body.name,
        on=DAY,
    )


class TestPassEntry:
    def test_leaves_one_audit_entry(self, office, entry, successor):
        before = AuditEntry.objects.count()
        pass_on(office, entry, successor)
        assert AuditEntry.objects.count() == before + 1

    @pytest.mark.parametrize("role", ["officer", "holder", "publisher"])
    def test_is_refused_to_everybody_but_administrators(self, office, entry, successor, role):
        with pytest.raises(Refused):
            pass_on(office, entry, successor, role)

    def test_lets_the_successors_publisher_release_it_and_the_other_no_longer(
        self, office, entry, successor
    ):
        pass_on(office, entry, successor)
        old, new = factories.viewer(office.publisher), factories.viewer(successor.publisher)
        with pytest.raises(Refused):
            operations.release_entry(by=old, at=AT, entry=entry)
        assert operations.release_entry(by=new, at=AT, entry=entry).released_by_id == new.user_id

    def test_moves_it_from_one_list_to_the_other(self, office, entry, successor):
        pass_on(office, entry, successor)
        lists = [
            queries.waiting_entries(factories.viewer(one.publisher)).count()
            for one in (office, successor)
        ]
        assert lists == [0, 1]

    def test_lets_the_successor_correct_it(self, office, entry, successor, facts):
        pass_on(office, entry, successor)
        corrected = facts(title="Found property").public
        assert isinstance(corrected, PublicFacts)
        given = {"at": AT, "entry": entry, "facts": corrected, "reason": "The cover says so."}
        with pytest.raises(Refused):
            operations.prepare_correction(by=factories.viewer(office.officer), **given)
        correction = operations.prepare_correction(by=factories.viewer(successor.officer), **given)
        lists = [
            queries.waiting_corrections(factories.viewer(one.publisher)).count()
            for one in (office, successor)
        ]
        assert lists == [0, 1]
        with pytest.raises(Refused):
            operations.release_correction(
                by=factories.viewer(office.publisher), at=AT, correction=correction
            )
        operations.release_correction(
            by=factories.viewer(successor.publisher), at=AT, correction=correction
        )

    def test_lets_the_successor_publish(self, office, entry, successor, document, signed):
        pass_on(office, entry, successor)
        given = {"at": AT, "entry": entry, "document": document, "signed": signed}
        given["version"] = VersionFacts(VersionKind.FIRST)
        entry.refresh_from_db()
        with pytest.raises(Refused):
            operations.publish_response(by=factories.viewer(office.publisher), **given)
        assert operations.publish_response(by=factories.viewer(successor.publisher), **given).pk

    def test_shows_the_public_who_answers_at_the_same_address(
        self, office, entry, successor, client
    ):
        address = reverse("publication:inspection", args=[entry.body_slug, entry.slug])
        pass_on(office, entry, successor)
        operations.release_entry(by=factories.viewer(successor.publisher), at=AT, entry=entry)
        text = client.get(address).content.decode()
        assert "Office for Policing in Sallowfen, since 18 May 2026" in text
        assert "Office for Policing in Sallowfen has not published a response here." in text
        facts = client.get(f"{address}facts.json").json()
        assert (facts["body"], facts["passed_to"], facts["passed_on"]) == (
            office.body.name,
            "Office for Policing in Sallowfen",
            "2026-05-18",
        )
