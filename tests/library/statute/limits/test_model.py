from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reference import second_limits as second

from answerable import statute
from answerable.statute import Confidence, Limit, Limits, NoLimitInForce, Unit

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def limit(count: int, unit: Unit, **facts: object) -> Limit:
    given_facts = {
        "code": "invented",
        "asks": "Do it",
        "starts": "The beginning",
        "citation": "an invented rule",
        "source": "https://example.org/rule",
        "confidence": Confidence.TO_BE_VERIFIED,
        "in_force_from": date(2021, 4, 1),
    }
    return Limit(count=count, unit=unit, **(given_facts | facts))


class TestLastDay:
    @pytest.mark.parametrize(
        ("count", "start", "last"),
        [
            (1, date(2026, 3, 5), date(2026, 3, 6)),
            (1, date(2026, 3, 6), date(2026, 3, 9)),
            (1, date(2026, 3, 7), date(2026, 3, 9)),
            (1, date(2026, 3, 8), date(2026, 3, 9)),
            (1, date(2026, 4, 2), date(2026, 4, 7)),
            (5, date(2026, 12, 23), date(2027, 1, 4)),
            (1, date(2022, 9, 16), date(2022, 9, 20)),
            (1, date(1999, 12, 30), date(2000, 1, 4)),
        ],
        ids=[
            "the next day",
            "a Friday",
            "a Saturday",
            "a Sunday",
            "before Good Friday",
            "over Christmas and New Year",
            "over a funeral",
            "over the eve of 2000",
        ],
    )
    def test_is_the_nth_working_day_after_the_start(self, count, start, last):
        assert limit(count, Unit.WORKING_DAYS).last_day(start) == last

    @given(start=DAYS, count=st.integers(1, 40))
    def test_of_working_days_is_the_first_with_that_many_of_them_after_the_start(
        self, start, count
    ):
        last = limit(count, Unit.WORKING_DAYS).last_day(start)
        after = start.fromordinal(start.toordinal() + 1)
        assert statute.is_working_day(last)
        assert statute.working_days_between(after, last) == count

    def test_of_calendar_days_does_not_move_for_a_weekend(self):
        assert limit(28, Unit.CALENDAR_DAYS).last_day(date(2026, 3, 7)) == date(2026, 4, 4)

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2025, 11, 30), date(2026, 2, 28)),
            (date(2027, 11, 29), date(2028, 2, 29)),
            (date(2026, 2, 28), date(2026, 5, 28)),
        ],
    )
    def test_of_months_is_the_same_day_or_the_last_of_a_shorter_month(self, start, last):
        assert limit(3, Unit.MONTHS).last_day(start) == last

    @pytest.mark.parametrize(("hours", "days"), [(1, 1), (24, 1), (25, 2), (48, 2)])
    def test_of_hours_is_the_day_on_which_the_last_of_them_can_pass(self, hours, days):
        assert limit(hours, Unit.HOURS).last_day(date(2026, 3, 6)) == date(2026, 3, 6 + days)


class TestGoverns:
    @pytest.mark.parametrize(
        ("start", "governs"),
        [
            (date(2021, 3, 31), False),
            (date(2021, 4, 1), True),
            (date(2026, 6, 30), True),
            (date(2026, 7, 1), False),
        ],
    )
    def test_includes_the_first_and_the_last_day(self, start, governs):
        version = limit(1, Unit.WORKING_DAYS, in_force_to=date(2026, 6, 30))
        assert version.governs(start) is governs

    def test_reaches_back_without_end_where_no_first_day_is_established(self):
        assert limit(1, Unit.HOURS, in_force_from=None).governs(date(1990, 1, 1))


class TestInForce:
    FIRST = limit(5, Unit.WORKING_DAYS)
    LATER = limit(3, Unit.WORKING_DAYS, in_force_from=date(2026, 1, 1))

    @pytest.mark.parametrize(("start", "count"), [(date(2025, 12, 31), 5), (date(2026, 1, 1), 3)])
    def test_is_the_version_that_came_into_force_last_before_the_start(self, start, count):
        versions = Limits([self.LATER, self.FIRST])
        assert versions.in_force("invented", start).count == count

    def test_is_the_one_added_last_of_two_from_the_same_day(self):
        own = limit(4, Unit.WORKING_DAYS)
        versions = Limits([self.FIRST]).with_versions([own])
        assert versions.in_force("invented", date(2026, 1, 1)) is own

    def test_is_the_former_version_again_once_a_later_one_has_ended(self):
        ended = limit(
            2, Unit.WORKING_DAYS, in_force_from=date(2026, 1, 1), in_force_to=date(2026, 1, 31)
        )
        versions = Limits([self.FIRST, ended])
        assert versions.in_force("invented", date(2026, 2, 1)) is self.FIRST

    def test_a_dated_version_goes_before_one_without_a_first_day(self):
        undated = limit(9, Unit.WORKING_DAYS, in_force_from=None)
        versions = Limits([self.FIRST, undated])
        assert versions.in_force("invented", date(2026, 1, 1)) is self.FIRST
        assert versions.in_force("invented", date(2021, 3, 31)) is undated

    @pytest.mark.parametrize(
        ("code", "start"), [("invented", date(2021, 3, 31)), ("unknown", date(2026, 1, 1))]
    )
    def test_says_so_where_none_governs(self, code, start):
        with pytest.raises(NoLimitInForce):
            Limits([self.FIRST]).in_force(code, start)

    def test_on_a_day_gives_one_version_of_each_limit_that_governs_it(self):
        other = limit(1, Unit.HOURS, code="other", in_force_from=None)
        versions = Limits([self.FIRST, self.LATER, other])
        assert versions.in_force_on(date(2021, 3, 31)) == (other,)
        assert versions.in_force_on(date(2026, 1, 1)) == (self.LATER, other)


class TestLength:
    @pytest.mark.parametrize(
        ("count", "unit", "words"),
        [
            (1, Unit.WORKING_DAYS, "1 working day"),
            (28, Unit.CALENDAR_DAYS, "28 calendar days"),
            (3, Unit.MONTHS, "3 months"),
            (24, Unit.HOURS, "24 hours"),
        ],
    )
    def test_is_said_in_words(self, count, unit, words):
        assert limit(count, unit).length == words


class TestSecondCount:
    """One limit of each length, since limits of one length differ only in their first day; every
    limit is compared by `prove case-clocks`."""

    @pytest.mark.parametrize(
        "code",
        [
            *("record_crime", "tell_victim_enhanced", "tell_victim", "ask_review_cps"),
            *("complete_review_cps", "review_disagreements", "bail_first", "charging_decision_28"),
        ],
    )
    def test_agrees_on_every_tenth_day_and_around_every_turn_of_the_year(self, code):
        wrong = [
            start
            for number, start in enumerate(second.all_days())
            if start[0] <= 2040 and (number % 10 == 0 or start[1:] in TURNS_OF_THE_YEAR)
            if first_count(code, start) != second.last_day(code, start)
        ]
        assert wrong == []

    def test_agrees_on_every_bank_holiday_of_1990_to_2040(self):
        wrong = [
            day
            for day in second.all_days()
            if (statute.bank_holiday_name(date(*day)) is not None)
            != (day in second.bank_holidays())
        ]
        assert wrong == []

    def test_knows_every_limit_and_no_other(self):
        assert set(second.LENGTHS) == set(statute.LIMITS.codes)


TURNS_OF_THE_YEAR = {*((12, number) for number in range(18, 32)), (1, 1), (1, 2), (2, 28), (2, 29)}


def first_count(code: str, start: second.Day) -> second.Day | None:
    try:
        last = statute.LIMITS.in_force(code, date(*start)).last_day(date(*start))
    except NoLimitInForce:
        return None
    return last.year, last.month, last.day
