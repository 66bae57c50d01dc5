from __future__ import annotations

from datetime import date

import pytest

from answerable.release.times import listed, quarter_of, year_of

AS_OF = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("month", "quarter"),
    [
        ("2026-01", "2025/26 Q4"),
        ("2026-03", "2025/26 Q4"),
        ("2026-04", "2026/27 Q1"),
        ("2026-12", "2026/27 Q3"),
        ("1999-12", "1999/00 Q3"),
    ],
)
def test_a_month_lies_in_a_quarter_of_a_financial_year(month, quarter):
    assert quarter_of(month) == quarter
    assert year_of(quarter) == quarter[:7]


class TestListed:
    def test_months_begin_with_their_financial_year_and_leave_none_out(self):
        found = listed("month", ["2025-02", "2024-06"], AS_OF)
        assert (found[0], found[-1], len(found)) == ("2024-04", "2026-03", 24)

    def test_go_beyond_the_as_of_day_only_where_something_was(self):
        assert listed("month", ["2026-01", "2026-05"], AS_OF)[-1] == "2026-05"
        assert listed("month", ["2026-01"], AS_OF)[-1] == "2026-03"

    def test_quarters_and_years_are_named_like_those_of_measures(self):
        assert listed("quarter", ["2024/25 Q4"], AS_OF)[:2] == ["2024/25 Q1", "2024/25 Q2"]
        assert listed("quarter", ["2024/25 Q4"], AS_OF)[-1] == "2025/26 Q4"
        assert listed("financial_year", ["2024/25"], AS_OF) == ["2024/25", "2025/26"]

    def test_are_none_where_nothing_was_found(self):
        assert listed("month", [], AS_OF) == []
