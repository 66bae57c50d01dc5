from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.people.operations import add_person
from answerable_site.people.rules import Role
from answerable_site.publication import operations
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.publication.rules import VersionFacts, VersionKind

FIRST = VersionFacts(VersionKind.FIRST)

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)


@pytest.fixture
def entry(office, facts):
    return operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())


def publish(office, what, document, signed, by="publisher"):
    return operations.publish_response(
        by=factories.viewer(getattr(office, by)),
        at=AT,
        entry=what,
        document=document,
        signed=signed,
        version=FIRST,
    )


class TestPrepareEntry:
    def test_gives_a_permanent_address(self, entry):
        assert entry.slug == "lost-property-in-custody-suites"

    def test_never_gives_an_address_twice(self, office, facts, entry):
        again = operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())
        assert again.slug == "lost-property-in-custody-suites-2"

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_refused_to_everybody_but_response_officers(self, office, facts, role):
        with pytest.raises(Refused):
            operations.prepare_entry(
                by=factories.viewer(getattr(office, role)), at=AT, facts=facts()
            )


class TestReleaseEntry:
    def release(self, office, entry, role="publisher"):
        return operations.release_entry(
            by=factories.viewer(getattr(office, role)), at=AT, entry=entry
        )

    def test_makes_it_public(self, office, entry):
        assert self.release(office, entry).released_by == office.publisher

    def test_is_refused_twice(self, office, entry):
        self.release(office, entry)
        with pytest.raises(operations.EntryReleased):
            self.release(office, entry)

    @pytest.mark.parametrize("role", ["officer", "holder", "chief", "administrator"])
    def test_is_refused_to_everybody_but_publishers(self, office, entry, role):
        with pytest.raises(Refused):
            self.release(office, entry, role)

    def test_is_refused_to_publishers_of_another_body(self, entry):
        other = factories.office("Thornley")
        with pytest.raises(Refused):
            self.release(other, entry)

    def test_by_the_one_who_prepared_it_is_refused_by_the_database_too(self, entry):
        entry.released_by, entry.released_at = entry.prepared_by, AT
        with pytest.raises(IntegrityError), transaction.atomic():
            entry.save()


class TestPublishResponse:
    def test_renders_text_as_text(self, office, entry, document, signed):
        published = publish(office, entry, document, signed)
        assert "We welcome &lt;this&gt; report." in published.html

    def test_makes_an_entry_from_facts_prepared_by_the_signer(
        self, office, facts, document, signed
    ):
        published = publish(office, facts(), document, signed)
        entry = published.inspection
        assert (entry.prepared_by, entry.released_by) == (office.holder, office.publisher)

    def test_is_refused_to_the_signer(self, office, entry, document, signed):
        with pytest.raises(Refused):
            publish(office, entry, document, replace(signed, signer_id=office.publisher.pk))

    def test_is_refused_where_the_publisher_added_whoever_prepared_the_entry_that_waits(
        self, office, facts, document, signed
    ):
        own = factories.person(
            "Own Publisher", (office.body, Role.PUBLISHER), (office.body, Role.ADMINISTRATOR)
        )
        account = add_person(
            by=factories.viewer(own),
            at=AT,
            organisation=office.body,
            email="second@example.org",
            full_name="Second Account",
            password=factories.PASSWORD,
            role=Role.RESPONSE_OFFICER,
        )
        prepared = operations.prepare_entry(by=factories.viewer(account), at=AT, facts=facts())
        with pytest.raises(operations.EntryNotReleased, match="Ask another publisher"):
            publish(replace(office, publisher=own), prepared, document, signed)
        publish(office, prepared, document, signed)

    def test_by_the_signer_is_refused_by_the_database_too(self, office, entry, document, signed):
        published = publish(office, entry, document, signed)
        published.published_by = office.holder
        with pytest.raises(IntegrityError), transaction.atomic():
            published.save()

    def test_is_refused_for_another_document_than_was_signed(self, office, entry, document, signed):
        with pytest.raises(operations.NotWhatWasSigned):
            publish(office, entry, replace(document, title="Another"), signed)

    def test_is_refused_while_a_version_stands(self, office, entry, document, signed):
        publish(office, entry, document, signed)
        with pytest.raises(operations.VersionStands):
            publish(office, entry, document, signed)

    def test_decides_the_day_in_london(self, office, entry, document, signed):
        published = operations.publish_response(
            by=factories.viewer(office.publisher),
            at=datetime(2026, 5, 26, 23, 1, tzinfo=UTC),
            entry=entry,
            document=document,
            signed=signed,
            version=FIRST,
        )
        assert published.published_on == date(2026, 5, 27)

    def test_leaves_one_entry(self, office, entry, document, signed):
        before = AuditEntry.objects.count()
        publish(office, entry, document, signed)
        assert AuditEntry.objects.count() == before + 1


class TestWithdrawResponse:
    @pytest.fixture
    def published(self, office, entry, document, signed):
        return publish(office, entry, document, signed)

    def withdraw(self, office, published, role="publisher", reason="It named a store."):
        return operations.withdraw_response(
            by=factories.viewer(getattr(office, role)), at=AT, response=published, reason=reason
        )

    def test_keeps_the_version_and_says_why(self, office, published):
        self.withdraw(office, published)
        kept = PublicResponse.objects.get()
        assert (kept.withdrawn_because, bytes(kept.files.get(format="pdf").content[:5])) == (
            "It named a store.",
            b"%PDF-",
        )

    def test_is_refused_without_a_reason(self, office, published):
        with pytest.raises(operations.ReasonMissing):
            self.withdraw(office, published, reason=" ")

    def test_is_refused_twice(self, office, published):
        self.withdraw(office, published)
        with pytest.raises(operations.AlreadyWithdrawn):
            self.withdraw(office, published)

    @pytest.mark.parametrize("role", ["officer", "holder", "chief", "administrator"])
    def test_is_refused_to_everybody_but_publishers(self, office, published, role):
        with pytest.raises(Refused):
            self.withdraw(office, published, role)

    def test_lets_the_next_version_follow(self, office, entry, published, document, signed):
        self.withdraw(office, published)
        assert publish(office, entry, document, signed).version == 2
        assert PublicInspection.objects.count() == 1
