from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories
from tests import factories_responses as cases
from tests.site.responses.test_operations_signing import change_the_register

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.people.models import Assignment
from answerable_site.people.rules import Role
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.publication.operations import printing
from answerable_site.publication.rules import Timeliness, standing
from answerable_site.responses import operations, queries

ONE_MINUTE_TO_MIDNIGHT = datetime(2026, 5, 26, 22, 59, tzinfo=UTC)
"""23:59 in London, where summer time counts."""
ONE_MINUTE_PAST = datetime(2026, 5, 26, 23, 1, tzinfo=UTC)


def also(case, role: str, becomes: Role) -> None:
    """Give somebody of the office a further role."""
    Assignment.objects.create(
        user=getattr(case.office, role),
        organisation=case.office.body,
        role=becomes,
        from_on=factories.LONG_AGO,
        granted_at=factories.SET_UP_AT,
        confirmed_by=case.office.administrator,
        confirmed_at=factories.SET_UP_AT,
    )


class TestPublishResponse:
    def test_puts_exactly_what_was_signed_before_the_public(self, case):
        cases.complete(case)
        cases.prepare(case)
        signature = cases.sign(case)
        published = cases.publish(case)
        assert published.document == signature.document
        assert published.content_hash == signature.content_hash
        assert "Forces should label every bag." in published.html
        assert bytes(published.files.get(format="pdf").content[:5]) == b"%PDF-"

    def test_leaves_one_entry_for_each_of_its_two_operations(self, case):
        cases.signed(case)
        before = AuditEntry.objects.count()
        cases.publish(case)
        acts = AuditEntry.objects.filter(sequence__gt=before).values_list("act", flat=True)
        assert list(acts) == ["publication.publish_response", "responses.publish_response"]

    @pytest.mark.parametrize(
        ("at", "timeliness", "days"),
        [
            (ONE_MINUTE_TO_MIDNIGHT, Timeliness.IN_TIME, None),
            (ONE_MINUTE_PAST, Timeliness.LATE, 1),
        ],
    )
    def test_is_in_time_until_midnight_in_london(self, case, at, timeliness, days):
        published = cases.published(case, at)
        found = standing(
            last_lawful_day=cases.LAST_DAY, answered_on=published.published_on, on=cases.LAST_DAY
        )
        assert (found.timeliness, found.days) == (timeliness, days)

    def test_is_refused_to_the_signer(self, case):
        also(case, "holder", Role.PUBLISHER)
        cases.signed(case)
        with pytest.raises(Refused, match="You signed this response"):
            operations.publish_response(by=case.viewer("holder"), at=cases.LATER, **case.about)

    @pytest.mark.parametrize("role", ["officer", "holder", "chief", "administrator"])
    def test_is_refused_to_everybody_but_publishers(self, case, role):
        cases.signed(case)
        with pytest.raises(Refused):
            operations.publish_response(by=case.viewer(role), at=cases.LATER, **case.about)

    def test_is_refused_before_the_signature(self, case):
        cases.prepare(cases.complete(case))
        with pytest.raises(operations.NotPrepared):
            cases.publish(case)

    def test_is_refused_when_the_register_was_changed_since_the_signature(self, case):
        cases.signed(case)
        change_the_register(case)
        with pytest.raises(operations.DocumentChanged):
            cases.publish(case)

    def test_publishes_nothing_when_the_pdf_cannot_be_made(self, case, monkeypatch):
        cases.signed(case)

        def fail(document, **_marks):
            raise press.NotPrinted("The PDF could not be made.")

        monkeypatch.setattr(printing, "to_pdf", fail)
        with pytest.raises(press.NotPrinted):
            cases.publish(case)
        assert not PublicResponse.objects.exists()
        assert not PublicInspection.objects.exists()

    def test_is_refused_twice(self, case):
        cases.published(case)
        with pytest.raises(operations.ResponsePublished):
            cases.publish(case)

    def test_releases_an_entry_that_somebody_else_prepared(self, case):
        operations.prepare_public_entry(by=case.viewer("officer"), at=cases.AT, **case.about)
        published = cases.published(case)
        entry = PublicInspection.objects.get()
        assert (published.inspection, entry.released_by) == (entry, case.office.publisher)

    def test_is_refused_to_the_person_who_prepared_the_waiting_entry(self, case):
        also(case, "publisher", Role.RESPONSE_OFFICER)
        operations.prepare_public_entry(by=case.viewer("publisher"), at=cases.AT, **case.about)
        cases.signed(case)
        with pytest.raises(press.EntryNotReleased):
            cases.publish(case)

    def test_counts_versions_after_a_withdrawal_and_keeps_the_first_date(self, case):
        first = cases.published(case, ONE_MINUTE_TO_MIDNIGHT)
        press.withdraw_response(
            by=case.viewer("publisher"), at=ONE_MINUTE_PAST, response=first, reason="A slip."
        )
        cases.prepare(case, ONE_MINUTE_PAST)
        cases.sign(case, ONE_MINUTE_PAST)
        second = cases.publish(case, ONE_MINUTE_PAST)
        (due,) = queries.due_for(case.viewer("officer"), on=date(2026, 6, 1))
        assert (second.version, second.inspection) == (2, first.inspection)
        assert due.answered_on == cases.LAST_DAY


class TestPrepareEntryCorrection:
    @pytest.fixture
    def outdated(self, case):
        """The register was corrected after the inspection was put before the public."""
        entry = operations.prepare_public_entry(
            by=case.viewer("officer"), at=cases.AT, **case.about
        )
        press.release_entry(by=case.viewer("publisher"), at=cases.AT, entry=entry)
        case.inspection.published_on = date(2026, 4, 2)
        case.inspection.save()
        return case

    def correct(self, case, role="officer"):
        return operations.prepare_entry_correction(
            by=case.viewer(role),
            at=cases.LATER,
            reason="The page bore the day of a site move.",
            **case.about,
        )

    def test_waits_for_a_publisher(self, outdated):
        correction = self.correct(outdated)
        assert PublicInspection.objects.get().published_on == date(2026, 4, 1)
        press.release_correction(
            by=outdated.viewer("publisher"), at=cases.LATER, correction=correction
        )
        entry = PublicInspection.objects.get()
        assert (entry.published_on, entry.last_lawful_day) == (date(2026, 4, 2), date(2026, 5, 27))

    def test_must_come_before_a_response_is_published(self, outdated):
        cases.signed(outdated)
        with pytest.raises(operations.EntryOutdated):
            cases.publish(outdated)
        correction = self.correct(outdated)
        press.release_correction(
            by=outdated.viewer("publisher"), at=cases.LATER, correction=correction
        )
        assert cases.publish(outdated).version == 1

    def test_is_refused_where_nothing_is_public(self, case):
        with pytest.raises(operations.NoEntry):
            self.correct(case)

    def test_is_refused_to_the_publisher(self, outdated):
        with pytest.raises(Refused):
            self.correct(outdated, "publisher")


class TestPreparePublicEntry:
    def test_hands_over_the_facts_and_waits_for_a_publisher(self, case):
        entry = operations.prepare_public_entry(
            by=case.viewer("officer"), at=cases.AT, **case.about
        )
        assert (entry.last_lawful_day, entry.period_days) == (cases.LAST_DAY, 56)
        assert entry.basis_citation == "section 55(5A) of the Police Act 1996"
        assert entry.released_at is None

    def test_says_why_there_is_no_clock(self, db):
        early = cases.case(published_on=date(2016, 2, 2))
        entry = operations.prepare_public_entry(
            by=early.viewer("officer"), at=cases.AT, **early.about
        )
        assert entry.last_lawful_day is None
        assert entry.why_no_clock.startswith("No statutory clock")

    def test_is_refused_twice(self, case):
        operations.prepare_public_entry(by=case.viewer("officer"), at=cases.AT, **case.about)
        with pytest.raises(operations.EntryPrepared):
            operations.prepare_public_entry(by=case.viewer("officer"), at=cases.AT, **case.about)
