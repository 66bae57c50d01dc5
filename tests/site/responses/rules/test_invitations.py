from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from answerable.statute import SECTION_55, clock_for
from answerable_site.responses.rules import invitations

CLOCK = clock_for(date(2021, 7, 16), SECTION_55)
LAST = date(2021, 9, 9)


class TestProposedDate:
    def test_leaves_three_weeks_before_the_last_lawful_day(self):
        assert invitations.proposed_date(CLOCK, on=date(2021, 7, 20)) == date(2021, 8, 19)

    @given(on=st.dates(min_value=date(2021, 7, 16), max_value=date(2022, 7, 16)))
    def test_is_never_in_the_past(self, on):
        assert invitations.proposed_date(CLOCK, on=on) >= on

    def test_is_none_without_a_clock(self):
        assert invitations.proposed_date(None, on=LAST) is None


class TestWarning:
    def test_is_none_where_time_is_left(self):
        assert invitations.warning(date(2021, 8, 19), CLOCK) is None

    def test_is_none_without_a_clock(self):
        assert invitations.warning(LAST, None) is None

    def test_says_how_little_time_is_left(self):
        assert invitations.warning(LAST - timedelta(days=2), CLOCK) == (
            "This date leaves 2 days until the last lawful day, 9 September 2021, to answer, sign "
            "and publish."
        )

    def test_says_that_the_last_lawful_day_leaves_none(self):
        assert invitations.warning(LAST, CLOCK).startswith("This date is the last lawful day")

    def test_says_that_the_response_would_be_late(self):
        assert invitations.warning(LAST + timedelta(days=1), CLOCK).startswith(
            "This date is 1 day after the last lawful day, 9 September 2021."
        )


class TestNoneReceived:
    def test_can_be_said_only_after_the_date(self):
        assert not invitations.none_received(LAST, on=LAST)
        assert invitations.none_received(LAST, on=LAST + timedelta(days=1))
