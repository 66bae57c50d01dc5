from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable import statute

DAY = timedelta(days=1)
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
NATIONS = st.sampled_from(statute.Nation)

BANK_HOLIDAYS = {
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}
"""Month and day of each bank holiday of England and Wales as announced, kept here by hand."""


def announced(year: int) -> list[date]:
    return [date.fromisoformat(f"{year}-{day}") for day in BANK_HOLIDAYS[year].split()]


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + count * DAY for count in range(366 if year % 4 == 0 else 365)]


class TestBankHolidayName:
    @pytest.mark.parametrize("nation", statute.Nation)
    @pytest.mark.parametrize("year", BANK_HOLIDAYS)
    def test_names_exactly_the_days_that_were_announced(self, year, nation):
        named = [day for day in days_of(year) if statute.bank_holiday_name(day, nation=nation)]
        assert named == announced(year)

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2020, 5, 8), "Early May bank holiday"),
            (date(2022, 6, 2), "Spring bank holiday"),
            (date(2022, 6, 3), "Platinum Jubilee of Elizabeth II"),
            (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
            (date(2023, 5, 8), "Coronation of Charles III"),
            (date(2023, 1, 2), "New Year’s Day (substitute day)"),
            (date(2022, 12, 27), "Christmas Day (substitute day)"),
            (date(2021, 12, 28), "Boxing Day (substitute day)"),
            (date(2024, 8, 26), "Summer bank holiday"),
            (date(2024, 4, 1), "Easter Monday"),
        ],
    )
    def test_says_which_it_is(self, day, name):
        assert statute.bank_holiday_name(day) == name

    @pytest.mark.parametrize("day", [date(2022, 12, 25), date(2020, 12, 26), date(2020, 5, 4)])
    def test_is_none_on_a_weekend_and_where_the_holiday_was_moved(self, day):
        assert statute.bank_holiday_name(day) is None

    @pytest.mark.parametrize("day", [date(2024, 1, 2), date(2024, 11, 30), date(2024, 7, 12)])
    def test_leaves_out_the_holidays_of_scotland_and_northern_ireland(self, day):
        assert statute.bank_holiday_name(day) is None


class TestIsWorkingDay:
    @pytest.mark.parametrize("year", BANK_HOLIDAYS)
    def test_is_true_on_weekdays_that_are_no_bank_holiday_and_on_no_other_day(self, year):
        working = [day for day in days_of(year) if statute.is_working_day(day)]
        closed = set(announced(year))
        assert working == [
            day for day in days_of(year) if f"{day:%a}" not in {"Sat", "Sun"} and day not in closed
        ]

    @given(DAYS)
    def test_is_the_same_in_england_and_in_wales(self, day):
        england, wales = (statute.is_working_day(day, nation=each) for each in statute.Nation)
        assert england == wales


class TestWorkingDayOnOrBefore:
    def test_goes_back_over_a_weekend_and_substitute_days(self):
        assert statute.working_day_on_or_before(date(2021, 12, 28)) == date(2021, 12, 24)

    @given(DAYS, NATIONS)
    def test_is_the_nearest_working_day_not_later(self, day, nation):
        found = statute.working_day_on_or_before(day, nation=nation)
        assert found <= day
        assert statute.is_working_day(found, nation=nation)
        assert statute.working_days_between(found, day, nation=nation) == 1


class TestWorkingDayOnOrAfter:
    def test_goes_forward_over_good_friday_and_easter_monday(self):
        assert statute.working_day_on_or_after(date(2024, 3, 29)) == date(2024, 4, 2)

    @given(DAYS, NATIONS)
    def test_is_the_nearest_working_day_not_earlier(self, day, nation):
        found = statute.working_day_on_or_after(day, nation=nation)
        assert found >= day
        assert statute.is_working_day(found, nation=nation)
        assert statute.working_days_between(day, found, nation=nation) == 1


class TestWorkingDaysBetween:
    def test_counts_both_ends(self):
        assert statute.working_days_between(date(2024, 6, 3), date(2024, 6, 7)) == 5

    def test_leaves_out_weekends_and_bank_holidays(self):
        assert statute.working_days_between(date(2022, 12, 23), date(2023, 1, 3)) == 5

    def test_is_nought_where_the_last_day_is_before_the_first(self):
        assert statute.working_days_between(date(2024, 6, 7), date(2024, 6, 3)) == 0

    @given(DAYS, st.integers(0, 60), st.integers(0, 60))
    def test_adds_up_over_any_day_between(self, first, until, after):
        middle, last = first + until * DAY, first + (until + after) * DAY
        parts = statute.working_days_between(first, middle) + statute.working_days_between(
            middle + DAY, last
        )
        assert statute.working_days_between(first, last) == parts
