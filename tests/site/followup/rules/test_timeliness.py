from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.followup.rules import (
    Dates,
    Timeliness,
    days_late,
    days_moved,
    in_words,
    timeliness,
)

DUE = date(2026, 9, 30)
DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def slow_timeliness(dates: Dates, on: date) -> Timeliness:
    """The same, said another way: walk through the days up to the one asked about."""
    if dates.dropped:
        return Timeliness.DROPPED
    if dates.original_on is None:
        return Timeliness.NO_DATE
    done = [day for day in [dates.done_on] if day is not None and not day > on]
    proved = [day for day in [dates.proved_on] if day is not None and not day > on]
    late = (done[0] if done else on) > dates.original_on
    if not done:
        return Timeliness.LATE if late else Timeliness.RUNNING
    if dates.needs_proof and not proved:
        return Timeliness.SAID_LATE if late else Timeliness.SAID_IN_TIME
    return Timeliness.DONE_LATE if late else Timeliness.DONE_IN_TIME


class TestTimeliness:
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (DUE - DAY, Timeliness.RUNNING),
            (DUE, Timeliness.RUNNING),
            (DUE + DAY, Timeliness.LATE),
        ],
    )
    def test_is_late_from_the_day_after_the_original_date(self, on, expected):
        assert timeliness(Dates(DUE), on=on) is expected

    @pytest.mark.parametrize(
        ("done_on", "expected"),
        [(DUE, Timeliness.DONE_IN_TIME), (DUE + DAY, Timeliness.DONE_LATE)],
    )
    def test_counts_the_original_date_itself_as_in_time(self, done_on, expected):
        assert timeliness(Dates(DUE, done_on), on=date(2027, 1, 1)) is expected

    def test_of_what_needs_proof_is_only_said_until_somebody_closed_it(self):
        said = Dates(DUE, done_on=DUE, needs_proof=True, proved_on=DUE + 30 * DAY)
        assert timeliness(said, on=DUE + 29 * DAY) is Timeliness.SAID_IN_TIME
        assert timeliness(said, on=DUE + 30 * DAY) is Timeliness.DONE_IN_TIME

    def test_of_a_past_day_knows_nothing_that_came_later(self):
        assert timeliness(Dates(DUE, done_on=DUE + 9 * DAY), on=DUE + 3 * DAY) is Timeliness.LATE

    def test_of_what_was_cancelled_is_neither_in_time_nor_late(self):
        assert not timeliness(Dates(DUE, dropped=True), on=DUE + DAY).is_late

    @given(
        st.builds(
            Dates,
            original_on=st.none() | days,
            done_on=st.none() | days,
            dropped=st.booleans(),
            needs_proof=st.booleans(),
            proved_on=st.none() | days,
        ),
        days,
    )
    def test_equals_a_second_way_of_saying_it(self, dates, on):
        assert timeliness(dates, on=on) is slow_timeliness(dates, on)


class TestDaysLate:
    def test_grow_until_it_is_done(self):
        assert days_late(Dates(DUE), on=DUE + 12 * DAY) == 12
        assert days_late(Dates(DUE, DUE + 5 * DAY), on=DUE + 12 * DAY) == 5

    @given(st.builds(Dates, original_on=st.none() | days, done_on=st.none() | days), days)
    def test_are_more_than_none_exactly_where_it_is_late(self, dates, on):
        assert (days_late(dates, on=on) > 0) == timeliness(dates, on=on).is_late


class TestInWords:
    @pytest.mark.parametrize(
        ("dates", "on", "words"),
        [
            (Dates(DUE), DUE, "Due today"),
            (Dates(DUE), DUE - DAY, "Due in 1 day"),
            (Dates(DUE), DUE + 12 * DAY, "Late by 12 days"),
            (Dates(DUE, DUE + DAY), DUE + 9 * DAY, "Done 1 day late"),
            (Dates(DUE, DUE + DAY, needs_proof=True), DUE + 9 * DAY, "Said to be done 1 day late"),
            (Dates(None), DUE, "No date"),
        ],
    )
    def test_say_how_it_stands(self, dates, on, words):
        assert in_words(dates, on=on) == words


class TestDaysMoved:
    def test_are_counted_from_the_original_date(self):
        assert days_moved(DUE, DUE + 31 * DAY) == 31
        assert days_moved(DUE, None) == 0
