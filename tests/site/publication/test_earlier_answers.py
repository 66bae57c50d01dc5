"""An answer that was published before, on other pages than the public register's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests import factories

from answerable_site.publication import operations, presenters, queries, rules
from answerable_site.publication.models import PublicInspection
from answerable_site.publication.rules import Timeliness

LAST = date(2026, 5, 26)
IN_TIME, LATE = LAST, LAST + timedelta(days=2)
SOON, LONG_AFTER = LAST - timedelta(days=5), LAST + timedelta(days=100)
DAYS = st.none() | st.dates(date(2026, 4, 1), date(2026, 12, 31))
AT = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def entry(office, facts):
    """A released entry with an earlier answer: `entry(IN_TIME, True)`."""

    def make(on: date | None, is_complete: bool | None = None, **more) -> PublicInspection:
        made = operations.prepare_entry(
            by=factories.viewer(office.officer),
            at=AT,
            facts=facts(
                earlier_answer_on=on,
                earlier_answer_address="https://office.example/answer" if on else "",
                earlier_answer_is_complete=is_complete,
                **more,
            ),
        )
        operations.release_entry(by=factories.viewer(office.publisher), at=AT, entry=made)
        return queries.released_entries().get(pk=made.pk)

    return make


def states(on: date) -> set[str]:
    """The filters under which the only entry is found."""
    return {
        state
        for state in queries.STATES
        if queries.public_inspections(queries.Wanted(state=state), on=on).exists()
    }


class TestCountedAnswer:
    @given(here=DAYS, earlier=DAYS, complete=st.sampled_from((True, False, None)))
    def test_is_the_first_that_is_whole_else_one_that_may_be(self, here, earlier, complete):
        counted = rules.counted_answer(
            here_on=here, earlier_on=earlier, earlier_is_complete=complete
        )
        if complete is False:
            assert counted == here
        elif complete is None:
            assert counted == (here or earlier)
        else:
            assert counted == min(filter(None, (here, earlier)), default=None)


class TestStanding:
    @pytest.mark.parametrize(
        ("answered", "is_complete", "look", "timeliness", "words"),
        [
            (IN_TIME, True, LONG_AFTER, "in_time", "on other pages, day 56 of 56: in time."),
            (LATE, True, LONG_AFTER, "late", "on other pages, day 58 of 56: late by 2 days."),
            (LATE, None, LONG_AFTER, "late", "day 58 of 56: late by at least 2 days."),
            (IN_TIME, None, LONG_AFTER, "not_known", "asks for is not known."),
            (IN_TIME, False, SOON, "running", "26 May 2026, not wholly yet. 5 days left."),
            (
                IN_TIME,
                False,
                LONG_AFTER,
                "overdue",
                "26 May 2026, not wholly. Overdue by 100 days.",
            ),
            (None, None, LONG_AFTER, "overdue", "Not answered. Overdue by 100 days."),
        ],
    )
    def test_is_the_same_in_words_in_data_and_in_the_filters(
        self, entry, answered, is_complete, look, timeliness, words
    ):
        made = entry(answered, is_complete)
        assert presenters.listed(made, on=look).sentence.endswith(words)
        assert presenters.public_facts(made, on=look, site="")["timeliness"] == timeliness
        assert states(look) == {timeliness}

    def test_has_nothing_to_count_without_a_clock(self, entry):
        made = entry(LATE, None, last_lawful_day=None, period_days=None, why_no_clock="None.")
        standing = presenters.public_facts(made, on=LONG_AFTER, site="")["timeliness"]
        assert standing == Timeliness.NO_CLOCK_ANSWERED
        assert states(LONG_AFTER) == {"no_clock"}

    def test_is_not_withdrawn_although_no_version_stands_here(self, entry):
        assert not presenters.listed(entry(IN_TIME, True), on=LONG_AFTER).withdrawn


class TestThePage:
    def page(self, made: PublicInspection) -> str:
        return Client().get(presenters.href(made)).content.decode()

    def test_leads_to_the_answer(self, entry):
        page = self.page(entry(IN_TIME, True))
        assert "Answered on 26 May 2026 on other pages." in page
        assert 'href="https://office.example/answer"' in page
        assert "No response yet" not in page

    def test_says_what_nobody_knows(self, entry):
        assert "Whether that answer holds everything" in self.page(entry(IN_TIME, None))

    def test_says_that_there_is_none(self, entry):
        assert "No response yet" in self.page(entry(None))


class TestTheFacts:
    def test_tell_of_the_earlier_answer(self, entry):
        told = presenters.public_facts(entry(IN_TIME, None), on=LONG_AFTER, site="")
        assert told["earlier_answer_on"] == told["answered_on"] == "2026-05-26"
        assert told["earlier_answer_is_complete"] is None

    def test_fill_as_many_cells_as_the_file_has_columns(self, entry):
        row = presenters.csv_row(entry(IN_TIME, True), on=LONG_AFTER, site="")
        assert dict(zip(presenters.CSV_HEADER, row, strict=True))["earlier_answer_is_complete"] == (
            "True"
        )


class TestACorrection:
    def test_names_a_changed_answer(self, facts):
        before = facts(earlier_answer_on=None).public
        after = facts(earlier_answer_on=IN_TIME, earlier_answer_is_complete=None).public
        (sentence,) = presenters.changes_in_words(before, after)
        assert sentence == (
            "Answer on other pages: 26 May 2026, not known whether whole, address not recorded; "
            "before: none."
        )


class TestTheReleasePage:
    def test_shows_the_publisher_what_will_be_said(self, office, facts):
        made = operations.prepare_entry(
            by=factories.viewer(office.officer),
            at=AT,
            facts=facts(earlier_answer_on=IN_TIME, earlier_answer_is_complete=True),
        )
        client = Client()
        client.force_login(office.publisher)
        page = client.get(reverse("publication:release", args=[made.pk]))
        assert "Answered on 26 May 2026 on other pages." in page.content.decode()
        assert "that the answer is overdue" not in page.content.decode()
