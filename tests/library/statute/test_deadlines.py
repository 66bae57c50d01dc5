from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.statute import Precision, add_months, resolve

BASE = date(2024, 1, 31)


class TestResolve:
    @pytest.mark.parametrize(
        ("deadline", "on", "precision"),
        [
            ("2027-10-12", date(2027, 10, 12), Precision.DAY),
            ("2026-02", date(2026, 2, 28), Precision.MONTH),
            ("within 20 days", date(2024, 2, 20), Precision.DAY),
            ("within 9 weeks", date(2024, 4, 3), Precision.DAY),
            ("within 1 months", date(2024, 2, 29), Precision.DAY),
            ("immediately", None, Precision.NONE),
            (None, None, Precision.NONE),
        ],
    )
    def test_gives_the_date_and_how_exact_it_is(self, deadline, on, precision):
        found = resolve(deadline, base=BASE)
        assert (found.on, found.precision) == (on, precision)

    def test_does_not_guess_the_start_of_a_relative_deadline(self):
        assert resolve("within 3 months", base=None).on is None

    def test_says_from_which_day_it_computed(self):
        assert "from 31 January 2024" in resolve("within 3 months", base=BASE).reason

    def test_refuses_another_form(self):
        with pytest.raises(ValueError, match="soon"):
            resolve("soon", base=BASE)


class TestAddMonths:
    @given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(0, 120))
    def test_lands_in_the_month_that_many_later(self, day, months):
        found = add_months(day, months)
        assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
        assert found.day == min(day.day, monthrange(found.year, found.month)[1])
