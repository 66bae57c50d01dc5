from __future__ import annotations

from datetime import date, timedelta

import pytest

from answerable_site.figures.rules import (
    LONGEST_KEPT,
    UnusablePlan,
    check_new_last_day,
    check_plan,
    erased_on,
    is_quarantine_over,
)

TODAY = date(2026, 6, 2)
MADE_ON = date(2025, 1, 15)
TOMORROW = TODAY + timedelta(days=1)


class TestAPlan:
    def test_may_be_of_today_and_until_tomorrow(self):
        check_plan(TODAY, TOMORROW, today=TODAY)

    def test_may_be_for_the_longest_time(self):
        check_plan(TODAY, TODAY + LONGEST_KEPT, today=TODAY)

    @pytest.mark.parametrize(
        ("as_of", "last_day", "field"),
        [
            (TOMORROW, TOMORROW + timedelta(days=1), "as_of"),
            (TODAY, TODAY, "last_day"),
            (TODAY, TODAY + LONGEST_KEPT + timedelta(days=1), "last_day"),
        ],
    )
    def test_is_refused_of_days_to_come_for_no_time_and_for_ever(self, as_of, last_day, field):
        with pytest.raises(UnusablePlan) as refused:
            check_plan(as_of, last_day, today=TODAY)
        assert refused.value.field == field


class TestAFurtherPlan:
    def check(self, last_day: date) -> None:
        check_new_last_day(last_day, planned=TODAY, made_on=MADE_ON, today=TODAY)

    @pytest.mark.parametrize("last_day", [TOMORROW, MADE_ON + LONGEST_KEPT])
    def test_may_be_until_tomorrow_and_for_seven_years_from_when_it_was_made(self, last_day):
        self.check(last_day)

    @pytest.mark.parametrize(
        ("last_day", "says"),
        [
            (TODAY, "already"),
            (TODAY - timedelta(days=1), "in the future"),
            (MADE_ON + LONGEST_KEPT + timedelta(days=1), "seven years from when it was made"),
        ],
    )
    def test_is_refused_for_the_same_day_a_day_that_passed_and_for_ever(self, last_day, says):
        with pytest.raises(UnusablePlan, match=says):
            self.check(last_day)


class TestTheQuarantine:
    def test_ends_on_the_day_after_so_many_whole_days(self):
        assert erased_on(date(2026, 6, 2), days=30) == date(2026, 7, 3)

    def test_is_over_from_that_day_on(self):
        days = (TODAY, TOMORROW, TOMORROW + timedelta(days=1))
        assert [is_quarantine_over(TOMORROW, on=one) for one in days] == [False, True, True]

    def test_is_not_over_before_it_began(self):
        assert not is_quarantine_over(None, on=TODAY)
