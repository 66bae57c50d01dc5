from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.synthetic.reports.dates import iso_month, month_in_words, weekday_before


class TestWeekdayBefore:
    @pytest.mark.parametrize(
        ("today", "day"),
        [
            (date(2026, 11, 23), date(2026, 11, 20)),
            (date(2026, 11, 24), date(2026, 11, 20)),
            (date(2026, 11, 25), date(2026, 11, 20)),
            (date(2026, 11, 26), date(2026, 11, 23)),
        ],
    )
    def test_moves_weekends_back_to_friday(self, today, day):
        assert weekday_before(today, days=3) == day

    @given(st.dates(date(1990, 1, 1)), st.integers(0, 900))
    def test_is_at_most_two_days_earlier(self, today, days):
        moved = today - timedelta(days=days) - weekday_before(today, days=days)
        assert timedelta() <= moved <= timedelta(days=2)


class TestMonth:
    def test_is_worded_as_reports_print_it(self):
        assert month_in_words(date(2027, 3, 1)) == "March 2027"

    def test_is_data_without_a_day(self):
        assert iso_month(date(2027, 3, 31)) == "2027-03"
