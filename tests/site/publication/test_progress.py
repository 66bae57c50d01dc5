from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from tests import factories

from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.publication import operations, queries
from answerable_site.publication.models import PublicResponse
from answerable_site.publication.rules import (
    ProgressFacts,
    PublicCommitment,
    PublicMove,
    PublicRecommendation,
    PublicView,
    ReasonMissing,
)

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)
TODAY = AT.date()
DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
words = st.text(max_size=20)
views = st.builds(PublicView, words, st.none() | days)
commitments = st.builds(
    PublicCommitment,
    organisation=words,
    limb=words,
    summary=words,
    words=words,
    original_on=st.none() | days,
    whose=words,
    target_on=st.none() | days,
    timeliness=words,
    is_late=st.booleans(),
    days_late=st.integers(0, 999),
    done_on=st.none() | days,
    closed_on=st.none() | days,
    own_view=views,
    assurance=views,
    inspectorate=views,
    moves=st.lists(st.builds(PublicMove, days, days, days, words), max_size=3).map(tuple),
)
LATE = PublicCommitment(
    organisation="Wexmoor Constabulary",
    limb="",
    summary="Label every bag",
    words="Half of the bags bear a label.",
    original_on=date(2026, 3, 31),
    whose="The inspectorate’s date",
    target_on=date(2026, 9, 30),
    timeliness="Late by 48 days",
    is_late=True,
    days_late=48,
    done_on=None,
    closed_on=None,
    own_view=PublicView("On track", date(2026, 5, 1)),
    moves=(
        PublicMove(date(2026, 3, 31), date(2026, 9, 30), date(2026, 3, 30), "Labels came late"),
    ),
)


def told(as_of: date = TODAY, text: str = "Forces should label every bag.") -> ProgressFacts:
    return ProgressFacts(
        as_of,
        (
            PublicRecommendation("1", "Recommendation", text, (LATE,)),
            PublicRecommendation("2", "Recommendation", "Forces should keep a list."),
        ),
    )


@pytest.fixture
def entry(office, facts):
    prepared = operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())
    return operations.release_entry(by=factories.viewer(office.publisher), at=AT, entry=prepared)


@pytest.fixture
def prepare(office, entry):
    def do(at=AT, role="officer", **about):
        return operations.prepare_progress(
            by=factories.viewer(getattr(office, role)),
            at=at,
            entry=entry,
            facts=told(at.date(), **about),
        )

    return do


@pytest.fixture
def release(office):
    def do(snapshot, at=AT, role="publisher"):
        return operations.release_progress(
            by=factories.viewer(getattr(office, role)), at=at, snapshot=snapshot
        )

    return do


@pytest.fixture
def withdraw(office):
    def do(snapshot, at=AT, reason="It named somebody."):
        return operations.withdraw_progress(
            by=factories.viewer(office.publisher), at=at, snapshot=snapshot, reason=reason
        )

    return do


class TestProgressFacts:
    @given(
        st.builds(
            ProgressFacts,
            days,
            st.lists(
                st.builds(
                    PublicRecommendation,
                    words,
                    words,
                    words,
                    st.lists(commitments, max_size=2).map(tuple),
                ),
                max_size=2,
            ).map(tuple),
        )
    )
    def test_are_the_same_after_they_were_kept(self, facts):
        kept = json.loads(json.dumps(facts.as_json()))
        assert ProgressFacts.from_json(kept) == facts

    def test_count_what_is_late_and_what_moved(self):
        facts = told()
        assert (facts.late, facts.moved, facts.closed) == (1, 1, 0)

    def test_have_another_hash_once_anything_differs(self):
        assert told().content_hash() != told(text="Forces should list bags.").content_hash()


class TestReleaseProgress:
    def test_is_refused_to_whoever_prepared_it(self, office, prepare):
        both = factories.person(
            "Does Both", (office.body, Role.RESPONSE_OFFICER), (office.body, Role.PUBLISHER)
        )
        snapshot = operations.prepare_progress(
            by=factories.viewer(both), at=AT, entry=prepare().entry, facts=told()
        )
        with pytest.raises(Refused):
            operations.release_progress(by=factories.viewer(both), at=AT, snapshot=snapshot)

    def test_is_refused_by_the_database_too(self, office, prepare):
        snapshot = prepare()
        snapshot.released_at, snapshot.released_on = AT, AT.date()
        snapshot.released_by = office.officer
        with pytest.raises(IntegrityError), transaction.atomic():
            snapshot.save()

    def test_is_refused_for_one_that_a_later_took_the_place_of(self, prepare, release):
        first, second = prepare(), prepare()
        with pytest.raises(operations.ProgressOutdated):
            release(first)
        release(second)
        with pytest.raises(operations.ProgressReleased):
            release(second)

    def test_is_refused_to_an_officer(self, prepare, release):
        with pytest.raises(Refused):
            release(prepare(), role="officer")


class TestPrepareProgress:
    def test_is_refused_to_a_publisher(self, prepare):
        with pytest.raises(Refused):
            prepare(role="publisher")

    def test_is_refused_for_a_day_to_come(self, office, entry):
        with pytest.raises(operations.ProgressAhead):
            operations.prepare_progress(
                by=factories.viewer(office.officer),
                at=AT,
                entry=entry,
                facts=told(AT.date() + DAY),
            )


class TestProgressAsAt:
    def test_is_what_the_public_could_read_on_the_day(self, entry, prepare, release):
        first = release(prepare())
        second = release(prepare(AT + 10 * DAY), AT + 10 * DAY)
        address = (entry.body_slug, entry.slug)
        found = {
            number: queries.progress_as_at(*address, AT.date() + number * DAY)
            for number in (-1, 0, 9, 10)
        }
        assert found == {-1: None, 0: first, 9: first, 10: second}

    def test_of_the_day_on_which_one_was_withdrawn_is_the_one_before(
        self, entry, prepare, release, withdraw
    ):
        first = release(prepare())
        second = release(prepare(AT + 10 * DAY), AT + 10 * DAY)
        withdraw(second, AT + 12 * DAY)
        address = (entry.body_slug, entry.slug)
        assert queries.progress_as_at(*address, AT.date() + 11 * DAY) == second
        assert queries.progress_as_at(*address, AT.date() + 12 * DAY) == first


class TestWithdrawProgress:
    def test_needs_a_reason(self, prepare, release, withdraw):
        with pytest.raises(ReasonMissing):
            withdraw(release(prepare()), reason=" ")

    def test_is_refused_for_what_is_not_public(self, prepare, withdraw):
        with pytest.raises(operations.ProgressNotPublic):
            withdraw(prepare())


class TestPages:
    @pytest.fixture
    def address(self, entry):
        return f"/public/{entry.body_slug}/{entry.slug}/progress"

    def test_say_nothing_before_the_release(self, client, prepare, address):
        prepare()
        assert client.get(f"{address}/").status_code == 404

    def test_show_the_original_date_beside_the_present_one(self, client, prepare, release, address):
        release(prepare())
        page = client.get(f"{address}/").content.decode()
        for told_in_page in (
            "31 March 2026",
            "30 September 2026",
            "Late by 48 days",
            "Labels came late",
            "Nobody follows this up yet",
        ):
            assert told_in_page in page

    @time_machine.travel(AT + 20 * DAY, tick=False)
    def test_can_be_asked_as_at_a_past_day(self, client, prepare, release, address):
        release(prepare(text="Forces should label every bag."))
        release(prepare(AT + 10 * DAY, text="Forces should label each bag."), AT + 10 * DAY)
        now = client.get(f"{address}/").content.decode()
        before = client.get(f"{address}/", {"as_at": "2026-05-20"}).content.decode()
        assert "label each bag" in now
        assert "label every bag" in before

    def test_are_the_bytes_that_the_hash_is_of(self, client, prepare, release, address):
        snapshot = release(prepare())
        content = client.get(f"{address}.json").content
        assert hashlib.sha256(content).hexdigest() == snapshot.content_hash

    def test_can_be_had_for_a_spreadsheet(self, client, prepare, release, address):
        release(prepare())
        rows = list(csv.DictReader(StringIO(client.get(f"{address}.csv").content.decode())))
        assert [row["Days late"] for row in rows] == ["48", ""]
        assert rows[0]["Original date"] == "2026-03-31"

    def test_tell_of_all_inspections_of_a_body(self, client, entry, prepare, release):
        release(prepare())
        page = client.get(f"/public/{entry.body_slug}/progress/").content.decode()
        assert "1 missed the original date" in page

    def test_list_what_is_late_or_moved_with_the_reason(self, client, prepare, release):
        release(prepare())
        assert "Labels came late" in client.get("/public/late/").content.decode()

    def test_say_why_the_latest_was_withdrawn(self, client, prepare, release, withdraw, address):
        release(prepare())
        withdraw(release(prepare()), reason="It named somebody.")
        assert "It named somebody." in client.get(f"{address}/").content.decode()

    def test_lead_a_publisher_to_taking_it_back(self, client, office, prepare, release):
        snapshot = release(prepare())
        client.force_login(office.publisher)
        text = client.get("/public/entries/waiting/").content.decode()
        assert f'/progress/{snapshot.pk}/withdraw/"' in text

    def test_stand_in_the_feed(self, client, prepare, release):
        release(prepare())
        feed = client.get("/public/feed.atom").content.decode()
        assert "Progress published: Lost property in custody suites" in feed


class TestTheRegisterAsAt:
    @time_machine.travel(datetime(2026, 7, 1, tzinfo=UTC), tick=False)
    def test_shows_as_overdue_what_was_overdue_on_the_day(self, client, office, entry):
        PublicResponse.objects.create(
            inspection=entry,
            version=1,
            document={},
            content_hash="0" * 64,
            html="",
            signed_by=office.holder,
            signed_on=date(2026, 6, 9),
            published_at=datetime(2026, 6, 10, tzinfo=UTC),
            published_on=date(2026, 6, 10),
            published_by=office.publisher,
        )

        def listed(**asked):
            return entry.title in client.get("/public/", asked).content.decode()

        june = {"as_at_day": "5", "as_at_month": "6", "as_at_year": "2026"}
        assert not listed(state="overdue")
        assert listed(state="overdue", **june)
        assert not listed(state="late", **june)
        assert listed(state="late")

    @time_machine.travel(datetime(2026, 7, 1, tzinfo=UTC), tick=False)
    def test_says_what_it_said_before_a_correction(self, office, entry, facts):
        correction = operations.prepare_correction(
            by=factories.viewer(office.officer),
            at=AT + 10 * DAY,
            entry=entry,
            facts=replace(facts().public, title="Lost property in custody"),
            reason="The cover says otherwise.",
        )
        operations.release_correction(
            by=factories.viewer(office.publisher), at=AT + 10 * DAY, correction=correction
        )
        titles = [
            [one.title for one in queries.entries_as_at(AT.date() + number * DAY)]
            for number in (-1, 9, 10)
        ]
        assert titles == [[], ["Lost property in custody suites"], ["Lost property in custody"]]
