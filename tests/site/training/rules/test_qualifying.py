from __future__ import annotations

from datetime import date

import pytest

from answerable_site.training.rules import (
    AttendanceFacts,
    CountingFacts,
    Outcome,
    PersonFacts,
    Purpose,
    QualificationFacts,
    Unqualified,
    standing_on,
)

OLD, NEW, FRESH = 1, 2, 3
LONG_AGO = date(2010, 1, 1)
COUNTINGS = [
    CountingFacts(OLD, Purpose.QUALIFIES, LONG_AGO, date(2025, 12, 31), 36, 12),
    CountingFacts(NEW, Purpose.QUALIFIES, date(2024, 10, 1), None, None, 24),
    CountingFacts(FRESH, Purpose.REFRESHES, LONG_AGO, None, 12, 6),
]


def took(version, on, outcome=Outcome.PASSED, result_on=None):
    return AttendanceFacts(version, on, outcome, result_on or on)


def standing(day, *attendances, held=()):
    return standing_on(day, PersonFacts(1, (), attendances, tuple(held)), COUNTINGS)


class TestSomebodyWhoPassed:
    def test_is_qualified_on_the_day_of_the_pass_and_not_the_day_before(self):
        passed = took(OLD, date(2024, 4, 1))
        assert standing(date(2024, 4, 1), passed).is_qualified
        assert standing(date(2024, 3, 31), passed).why_not is Unqualified.NO_COURSE

    def test_is_qualified_on_the_last_day_and_not_the_day_after(self):
        passed = took(OLD, date(2022, 3, 31))
        assert standing(date(2025, 3, 31), passed).until == date(2025, 3, 31)
        assert standing(date(2025, 4, 1), passed).why_not is Unqualified.RAN_OUT

    def test_on_a_leap_day_stays_so_until_the_last_of_february(self):
        passed = took(OLD, date(2020, 2, 29))
        assert standing(date(2023, 2, 28), passed).is_qualified
        assert not standing(date(2023, 3, 1), passed).is_qualified

    def test_is_not_qualified_before_the_result_is_decided(self):
        passed = took(OLD, date(2025, 3, 28), result_on=date(2025, 4, 10))
        assert standing(date(2025, 4, 9), passed).why_not is Unqualified.NOT_PASSED
        assert standing(date(2025, 4, 10), passed).is_qualified

    def test_stays_qualified_without_an_end_where_none_is_set(self):
        found = standing(date(2099, 1, 1), took(NEW, date(2025, 1, 1)))
        assert found.is_qualified
        assert found.until is None

    def test_keeps_it_when_a_later_course_is_failed(self):
        passed, failed = took(OLD, date(2024, 1, 1)), took(NEW, date(2025, 1, 1), Outcome.FAILED)
        assert standing(date(2025, 2, 1), passed, failed).is_qualified

    def test_has_the_later_of_two_last_days(self):
        held = QualificationFacts(OLD, date(2025, 1, 1), date(2025, 2, 1))
        found = standing(date(2025, 1, 15), took(OLD, date(2024, 1, 1)), held=[held])
        assert found.until == date(2027, 1, 1)

    def test_is_qualified_since_the_first_of_passes_without_a_gap(self):
        found = standing(date(2025, 1, 1), took(OLD, date(2020, 1, 1)), took(OLD, date(2023, 1, 1)))
        assert found.from_on == date(2020, 1, 1)

    def test_is_qualified_since_the_later_pass_where_there_was_a_gap(self):
        found = standing(date(2025, 1, 1), took(OLD, date(2020, 1, 1)), took(OLD, date(2023, 1, 2)))
        assert found.from_on == date(2023, 1, 2)


class TestWhoIsNotQualified:
    @pytest.mark.parametrize("outcome", [Outcome.ATTENDED, Outcome.FAILED])
    def test_attended_is_not_qualified(self, outcome):
        found = standing(date(2025, 1, 1), took(OLD, date(2024, 6, 14), outcome))
        assert found.why_not is Unqualified.NOT_PASSED

    @pytest.mark.parametrize("outcome", [Outcome.BOOKED, Outcome.DID_NOT_ATTEND])
    def test_a_place_is_no_course(self, outcome):
        found = standing(date(2025, 1, 1), took(OLD, date(2024, 6, 14), outcome))
        assert found.why_not is Unqualified.NO_COURSE

    def test_a_course_that_never_counts_is_no_course_though_it_was_passed(self):
        found = standing(date(2025, 1, 1), took(99, date(2024, 6, 14)))
        assert found.why_not is Unqualified.NO_COURSE


class TestACourseThatWasSucceeded:
    def test_qualifies_until_the_day_on_which_it_stops_counting(self):
        passed = took(OLD, date(2024, 6, 14))
        assert standing(date(2025, 12, 31), passed).is_qualified
        assert standing(date(2026, 1, 1), passed).why_not is Unqualified.DOES_NOT_COUNT

    def test_does_not_qualify_by_its_successor_before_that_counts(self):
        passed = took(NEW, date(2024, 9, 30))
        assert standing(date(2024, 9, 30), passed).why_not is Unqualified.DOES_NOT_COUNT
        assert standing(date(2024, 10, 1), passed).is_qualified

    def test_is_made_good_by_a_pass_of_the_successor(self):
        both = took(OLD, date(2024, 6, 14)), took(NEW, date(2025, 5, 1))
        assert standing(date(2026, 1, 1), *both).is_qualified


class TestARefresher:
    def test_on_the_last_day_keeps_somebody_qualified(self):
        both = took(OLD, date(2021, 9, 17)), took(FRESH, date(2024, 9, 17), Outcome.ATTENDED)
        assert standing(date(2025, 9, 17), *both).is_qualified
        assert not standing(date(2025, 9, 18), *both).is_qualified

    def test_a_day_too_late_does_nothing(self):
        both = took(OLD, date(2021, 9, 17)), took(FRESH, date(2024, 9, 18), Outcome.ATTENDED)
        assert standing(date(2024, 9, 18), *both).why_not is Unqualified.RAN_OUT

    def test_after_a_refresher_keeps_somebody_qualified_too(self):
        taken = (
            took(FRESH, date(2025, 9, 1), Outcome.ATTENDED),
            took(OLD, date(2021, 9, 17)),
            took(FRESH, date(2024, 9, 17), Outcome.ATTENDED),
        )
        assert standing(date(2025, 12, 31), *taken).until == date(2026, 9, 1)

    def test_shortens_nothing(self):
        both = took(OLD, date(2024, 1, 1)), took(FRESH, date(2024, 2, 1), Outcome.PASSED)
        assert standing(date(2024, 3, 1), *both).until == date(2027, 1, 1)

    def test_alone_qualifies_nobody(self):
        found = standing(date(2025, 1, 1), took(FRESH, date(2024, 9, 1), Outcome.PASSED))
        assert found.why_not is Unqualified.NO_COURSE

    @pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.DID_NOT_ATTEND, Outcome.BOOKED])
    def test_that_was_not_taken_does_nothing(self, outcome):
        both = took(OLD, date(2021, 9, 17)), took(FRESH, date(2024, 9, 1), outcome)
        assert not standing(date(2024, 10, 1), *both).is_qualified

    def test_is_due_some_months_after_the_latest_of_passes_and_refreshers(self):
        both = took(OLD, date(2024, 1, 31)), took(FRESH, date(2024, 8, 31), Outcome.ATTENDED)
        assert standing(date(2024, 2, 1), *both).refresher_on == date(2025, 1, 31)
        assert standing(date(2024, 9, 1), *both).refresher_on == date(2025, 2, 28)


class TestACertificate:
    def test_lasts_until_the_day_that_it_names(self):
        held = [QualificationFacts(OLD, date(2022, 3, 31), date(2025, 3, 30))]
        assert standing(date(2025, 3, 30), held=held).is_qualified
        assert standing(date(2025, 3, 31), held=held).why_not is Unqualified.RAN_OUT

    def test_lasts_as_long_as_a_pass_where_it_names_no_day(self):
        held = [QualificationFacts(OLD, date(2022, 3, 31), None)]
        assert standing(date(2025, 3, 31), held=held).is_qualified

    def test_of_a_version_that_counts_no_more_qualifies_nobody(self):
        held = [QualificationFacts(OLD, date(2025, 1, 1), date(2030, 1, 1))]
        assert standing(date(2026, 1, 1), held=held).why_not is Unqualified.DOES_NOT_COUNT
