from __future__ import annotations

from datetime import date

import pytest

from answerable_site.register.rules import days_late_at_least, first_possible_day

LAST = date(2021, 9, 9)


class TestFirstPossibleDay:
    def test_of_a_month_is_its_first_day(self):
        assert first_possible_day("2021-10") == date(2021, 10, 1)

    def test_of_a_date_is_that_date(self):
        assert first_possible_day("2021-10-04") == date(2021, 10, 4)


class TestDaysLateAtLeast:
    @pytest.mark.parametrize(
        ("mention", "days"),
        [("2021-10", 22), ("2021-09-10", 1), ("2021-09-09", 0), ("2021-08", 0)],
    )
    def test_counts_from_the_last_lawful_day(self, mention, days):
        assert days_late_at_least(mention, last_lawful_day=LAST) == days
