from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.home import operations
from answerable_site.home.models import Digest
from answerable_site.people.rules import PRODUCT

AT = datetime(2026, 5, 12, 8, tzinfo=UTC)
ON = date(2026, 5, 12)


@pytest.fixture
def person(db):
    return factories.office().officer


def claim(person, at: datetime = AT) -> Digest | None:
    return operations.claim_digest(by=PRODUCT, at=at, person_id=person.pk, on=ON, items=2)


class TestClaimDigest:
    def test_gives_the_digest_to_the_first_who_asks(self, person):
        assert claim(person).attempts == 1
        assert claim(person) is None
        assert Digest.objects.count() == 1

    def test_gives_everybody_their_own(self, person):
        other = factories.office("Thornley").officer
        assert claim(person)
        assert claim(other)

    def test_gives_it_again_when_a_run_was_broken_off(self, person):
        claim(person)
        assert claim(person, AT + timedelta(minutes=29)) is None
        assert claim(person, AT + timedelta(minutes=30)).attempts == 2

    def test_gives_it_three_times_at_most(self, person):
        given = [claim(person, AT + timedelta(hours=hour)) for hour in range(6)]
        assert [digest.attempts for digest in given if digest] == [1, 2, 3]

    def test_leaves_an_entry_only_where_it_gives(self, person):
        claim(person)
        claim(person)
        assert AuditEntry.objects.filter(act="home.claim_digest").count() == 1


class TestNoteDigestSent:
    def test_ends_it(self, person):
        operations.note_digest_sent(by=PRODUCT, at=AT, digest=claim(person))
        assert Digest.objects.get().sent_at == AT
        assert claim(person, AT + timedelta(hours=1)) is None


class TestNoteDigestFailed:
    def test_lets_it_rest_for_ten_minutes(self, person):
        operations.note_digest_failed(by=PRODUCT, at=AT, digest=claim(person), because="No answer.")
        assert Digest.objects.get().failure == "No answer."
        assert claim(person, AT + timedelta(minutes=9)) is None
        assert claim(person, AT + timedelta(minutes=10)).failure == ""

    def test_says_nothing_of_an_attempt_that_came_after(self, person):
        first = claim(person)
        claim(person, AT + timedelta(minutes=30))
        operations.note_digest_failed(by=PRODUCT, at=AT, digest=first, because="No answer.")
        assert Digest.objects.get().failure == ""

    def test_does_not_undo_what_was_sent(self, person):
        digest = claim(person)
        operations.note_digest_sent(by=PRODUCT, at=AT, digest=digest)
        operations.note_digest_failed(by=PRODUCT, at=AT, digest=digest, because="No answer.")
        assert Digest.objects.get().failure == ""


@pytest.mark.slow
class TestAnyInterleaving(TestCase):
    """Runs that begin, send and note in any order: each step is one transaction of the product."""

    def run_once(self, person, sent: list[int], *, fails: bool, at: datetime) -> Iterator[None]:
        digest = claim(person, at)
        yield
        if digest is None:
            return
        if fails:
            operations.note_digest_failed(by=PRODUCT, at=at, digest=digest, because="No answer.")
            return
        sent.append(digest.attempts)
        yield
        operations.note_digest_sent(by=PRODUCT, at=at, digest=digest)

    @settings(max_examples=80, deadline=None)
    @given(
        turns=st.lists(st.integers(0, 3), min_size=4, max_size=16),
        fails=st.lists(st.booleans(), min_size=4, max_size=4),
        minutes=st.lists(st.integers(0, 29), min_size=4, max_size=4),
    )
    def test_sends_at_most_one(self, turns, fails, minutes):
        person, sent = factories.office().officer, []
        runs = [
            self.run_once(person, sent, fails=fails[run], at=AT + timedelta(minutes=minutes[run]))
            for run in range(4)
        ]
        for run in turns:
            next(runs[run], None)
        for run in runs:
            # Whoever is not done yet finishes now.
            list(run)
        assert len(sent) <= 1
        assert Digest.objects.get().attempts <= 3
        if not any(fails):
            assert len(sent) == 1
