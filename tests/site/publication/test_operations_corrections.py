from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests import factories

from answerable_site.people.access import Refused
from answerable_site.publication import operations
from answerable_site.publication.rules import PublicFacts

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)


@pytest.fixture
def entry(office, facts):
    prepared = operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())
    return operations.release_entry(by=factories.viewer(office.publisher), at=AT, entry=prepared)


@pytest.fixture
def correct(office, entry, facts):
    """Put a correction forward."""

    def do(reason: str = "The page bore the day of a site move.", **chosen: object):
        return operations.prepare_correction(
            by=factories.viewer(office.officer),
            at=AT,
            entry=entry,
            facts=facts(**chosen).public,
            reason=reason,
        )

    return do


MOVED = {"published_on": date(2026, 4, 2), "last_lawful_day": date(2026, 5, 27)}


class TestPrepareCorrection:
    def test_changes_nothing_that_the_public_sees(self, correct, entry):
        correct(**MOVED)
        entry.refresh_from_db()
        assert entry.published_on == date(2026, 4, 1)

    def test_keeps_what_was_said_before(self, correct, facts):
        assert PublicFacts.from_json(correct(**MOVED).before) == facts().public

    def test_is_refused_without_a_reason(self, correct):
        with pytest.raises(operations.ReasonMissing):
            correct(reason=" ", **MOVED)

    def test_is_refused_where_nothing_differs(self, correct):
        with pytest.raises(operations.NothingToCorrect):
            correct()

    def test_is_refused_while_another_waits(self, correct):
        correct(**MOVED)
        with pytest.raises(operations.CorrectionWaits):
            correct(title="Another title")


class TestReleaseCorrection:
    def release(self, office, correction, role="publisher"):
        return operations.release_correction(
            by=factories.viewer(getattr(office, role)), at=AT, correction=correction
        )

    def test_makes_the_entry_say_the_new_facts_at_the_old_address(self, office, correct, entry):
        before = entry.slug
        self.release(office, correct(**MOVED, title="Lost property"))
        entry.refresh_from_db()
        assert (entry.title, entry.published_on, entry.slug) == (
            "Lost property",
            date(2026, 4, 2),
            before,
        )

    @pytest.mark.postgres
    def test_holds_the_entry_so_that_nothing_done_meanwhile_is_overwritten(self, office, correct):
        if connection.vendor == "sqlite":
            pytest.skip("SQLite knows no locks of rows; PostgreSQL runs this.")
        correction = correct(**MOVED)
        with CaptureQueriesContext(connection) as made:
            self.release(office, correction)
        locking = [query["sql"] for query in made if query["sql"].endswith("FOR UPDATE")]
        assert 'FROM "publication_publicinspection"' in locking[0]

    def test_is_refused_twice(self, office, correct):
        correction = correct(**MOVED)
        self.release(office, correction)
        with pytest.raises(operations.CorrectionReleased):
            self.release(office, correction)

    @pytest.mark.parametrize("role", ["officer", "holder", "chief", "administrator"])
    def test_is_refused_to_everybody_but_publishers(self, office, correct, role):
        with pytest.raises(Refused):
            self.release(office, correct(**MOVED), role)

    def test_by_the_one_who_prepared_it_is_refused_by_the_database_too(self, correct):
        correction = correct(**MOVED)
        correction.released_by, correction.released_at = correction.prepared_by, AT
        with pytest.raises(IntegrityError), transaction.atomic():
            correction.save()
