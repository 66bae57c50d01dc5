from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.publication import rules
from answerable_site.publication.rules import Standing, Timeliness

LAST = date(2021, 9, 9)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 1, 1))


class TestStanding:
    @pytest.mark.parametrize(
        ("answered_on", "on", "expected"),
        [
            (None, LAST - timedelta(days=3), Standing(Timeliness.RUNNING, 3)),
            (None, LAST, Standing(Timeliness.RUNNING, 0)),
            (None, LAST + timedelta(days=1), Standing(Timeliness.OVERDUE, 1)),
            (LAST, date(2026, 1, 1), Standing(Timeliness.IN_TIME, None)),
            (LAST + timedelta(days=1), date(2026, 1, 1), Standing(Timeliness.LATE, 1)),
        ],
    )
    def test_follows_from_three_dates(self, answered_on, on, expected):
        found = rules.standing(last_lawful_day=LAST, answered_on=answered_on, on=on)
        assert found == expected

    @given(answered_on=st.none() | DAYS, on=DAYS)
    def test_is_never_late_without_a_clock(self, answered_on, on):
        found = rules.standing(last_lawful_day=None, answered_on=answered_on, on=on)
        assert found.days is None

    @given(answered_on=DAYS, on=DAYS, later=DAYS)
    def test_of_an_answer_does_not_change_with_the_day_one_looks(self, answered_on, on, later):
        assert rules.standing(
            last_lawful_day=LAST, answered_on=answered_on, on=on
        ) == rules.standing(last_lawful_day=LAST, answered_on=answered_on, on=later)


class TestDaysTaken:
    def test_counts_the_day_of_publication_as_the_first(self):
        published = date(2021, 7, 16)
        assert rules.days_taken(published_on=published, answered_on=published) == 1
        assert rules.days_taken(published_on=published, answered_on=LAST) == 56


class TestFreeSlug:
    def test_is_the_wanted_one_or_the_next_that_is_free(self):
        taken = {"lost", "lost-2"}
        assert rules.free_slug("found", is_taken=taken.__contains__) == "found"
        assert rules.free_slug("lost", is_taken=taken.__contains__) == "lost-3"
