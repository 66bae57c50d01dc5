from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reference import second_clock

from answerable import statute

IN_FORCE = date(2017, 5, 2)


def clock(published: date) -> statute.Clock:
    found = statute.clock_for(published, statute.SECTION_55)
    assert found is not None
    return found


def numbers(day: date) -> second_clock.Day:
    """A date as the second clock writes it."""
    return day.year, day.month, day.day


class TestLastLawfulDay:
    @pytest.mark.parametrize(
        ("published", "last"),
        [
            (date(2021, 7, 16), date(2021, 9, 9)),
            (date(2022, 11, 2), date(2022, 12, 27)),
            (date(2024, 2, 29), date(2024, 4, 24)),
            (date(2024, 12, 24), date(2025, 2, 17)),
            (date(2017, 5, 2), date(2017, 6, 26)),
        ],
    )
    def test_is_the_fifty_sixth_day_counting_the_day_of_publication(self, published, last):
        assert clock(published).last_lawful_day == last

    def test_agrees_with_the_second_clock_for_every_report_of_1990_to_2040(self):
        wrong = []
        for day in second_clock.every_day((1990, 1, 1), (2040, 12, 31)):
            for basis in statute.BASES.values():
                found = statute.clock_for(date(*day), basis)
                last = numbers(found.last_lawful_day) if found else None
                if last != second_clock.last_lawful_day(basis.code, day):
                    wrong.append((day, basis.code, last))
        assert wrong == []

    @given(
        published=st.dates(date(1990, 1, 1), date(2040, 12, 31)),
        answered=st.dates(date(1990, 1, 1), date(2041, 12, 31)),
        basis=st.sampled_from(list(statute.BASES.values())),
    )
    def test_agrees_with_the_second_clock_on_any_day_of_the_answer(
        self, published, answered, basis
    ):
        found = statute.clock_for(published, basis)
        last = second_clock.last_lawful_day(basis.code, numbers(published))
        assert (found is None) == (last is None)
        if found and last:
            day_number = second_clock.julian_day_number
            answered_number = day_number(numbers(answered))
            assert found.in_time(answered) == (numbers(answered) <= last)
            assert found.days_left(answered) == day_number(last) - answered_number
            assert (
                found.days_taken(answered) == answered_number - day_number(numbers(published)) + 1
            )

    @given(st.dates(IN_FORCE, date(2040, 12, 31)))
    def test_is_day_56_and_the_next_day_is_late(self, published):
        found = clock(published)
        assert found.days_taken(found.last_lawful_day) == 56
        assert found.in_time(found.last_lawful_day)
        assert not found.in_time(found.first_late_day)


class TestClockFor:
    def test_gives_none_for_a_report_published_the_day_before_the_period_came_into_force(self):
        assert statute.clock_for(date(2017, 5, 1), statute.SECTION_55) is None

    @pytest.mark.parametrize("code", sorted(set(statute.BASES) - {"police_act_1996_s55"}))
    def test_gives_none_for_a_basis_that_sets_no_days(self, code):
        assert statute.clock_for(date(2024, 1, 1), statute.basis(code)) is None


class TestWhyNoClock:
    def test_names_the_day_from_which_there_is_one(self):
        sentence = statute.why_no_clock(date(2016, 7, 16), statute.SECTION_55)
        assert "from Tuesday 2 May 2017" in sentence

    def test_says_that_a_basis_sets_none(self):
        sentence = statute.why_no_clock(date(2024, 1, 1), statute.basis("police_super_complaint"))
        assert sentence.endswith("sets no number of days.")


class TestDaysLeft:
    def test_is_nought_on_the_last_lawful_day(self):
        assert clock(date(2021, 7, 16)).days_left(date(2021, 9, 9)) == 0

    def test_is_negative_once_late(self):
        assert clock(date(2021, 7, 16)).days_left(date(2021, 10, 1)) == -22


class TestWorking:
    def test_names_the_rule_day_one_and_the_last_day(self):
        working = " ".join(clock(date(2021, 7, 16)).working)
        assert "section 55(5A) of the Police Act 1996" in working
        assert "Day 1 is Friday 16 July 2021" in working
        assert "Thursday 9 September 2021" in working


class TestCivilDate:
    def test_is_the_next_day_late_in_the_evening_of_summer_time_in_utc(self):
        assert statute.civil_date(datetime(2021, 9, 9, 23, 30, tzinfo=UTC)) == date(2021, 9, 10)

    def test_is_the_same_day_in_winter(self):
        assert statute.civil_date(datetime(2021, 12, 9, 23, 30, tzinfo=UTC)) == date(2021, 12, 9)

    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            (datetime(2024, 3, 30, 23, 30, tzinfo=UTC), date(2024, 3, 30)),
            (datetime(2024, 3, 31, 22, 59, tzinfo=UTC), date(2024, 3, 31)),
            (datetime(2024, 3, 31, 23, 0, tzinfo=UTC), date(2024, 4, 1)),
            (datetime(2024, 10, 26, 23, 0, tzinfo=UTC), date(2024, 10, 27)),
            (datetime(2024, 10, 27, 23, 59, tzinfo=UTC), date(2024, 10, 27)),
            (datetime(1993, 10, 24, 23, 30, tzinfo=UTC), date(1993, 10, 24)),
            (datetime(1993, 10, 23, 23, 30, tzinfo=UTC), date(1993, 10, 24)),
        ],
    )
    def test_follows_the_clock_changes(self, moment, day):
        assert statute.civil_date(moment) == day

    def test_agrees_with_the_second_clock_at_the_last_minute_of_every_day_in_utc(self):
        wrong = [
            day
            for day in second_clock.every_day((1990, 1, 1), (2040, 12, 31))
            if numbers(statute.civil_date(datetime(*day, 23, 59, tzinfo=UTC)))
            != second_clock.london_day((*day, 23, 59))
        ]
        assert wrong == []

    @given(
        moment=st.datetimes(datetime(1990, 1, 1, 12), datetime(2040, 12, 31, 12)),  # noqa: DTZ001
        hours_east=st.integers(-11, 14),
    )
    def test_agrees_with_the_second_clock_wherever_the_moment_was_noted(self, moment, hours_east):
        given_there = moment.replace(tzinfo=UTC).astimezone(timezone(timedelta(hours=hours_east)))
        assert numbers(statute.civil_date(given_there)) == second_clock.london_day(
            (*numbers(moment.date()), moment.hour, moment.minute)
        )

    def test_refuses_a_moment_without_a_zone(self):
        with pytest.raises(ValueError, match="time zone"):
            statute.civil_date(datetime(2021, 9, 9))  # noqa: DTZ001


class TestProposeBasis:
    @pytest.mark.parametrize(
        ("title", "code"),
        [
            ("An inspection of Wexmoor Constabulary", "police_act_1996_s55"),
            ("Response to a police super-complaint on stalking", "police_super_complaint"),
            ("Wexmoor Fire and Rescue Service: cause of concern", "fire_cause_of_concern"),
            (
                "Report by His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
                "police_act_1996_s55",
            ),
        ],
    )
    def test_follows_the_title(self, title, code):
        assert statute.propose_basis(title).code == code


class TestBases:
    @pytest.mark.parametrize("basis", statute.BASES.values(), ids=lambda basis: basis.code)
    def test_each_have_a_citation_and_a_source_unless_there_is_no_duty(self, basis):
        assert basis.citation
        assert basis.source.startswith("https://") or basis is statute.NO_BASIS
