from __future__ import annotations

from datetime import date

import pytest

from answerable_site.training.rules import (
    AttendanceFacts,
    CountingFacts,
    Duty,
    FinancialYear,
    Outcome,
    PersonFacts,
    Place,
    PostingFacts,
    Presence,
    Purpose,
    attendance_in,
    qualified_on,
)

COURSE, FRESH = 1, 2
COUNTINGS = [
    CountingFacts(COURSE, Purpose.QUALIFIES, date(2010, 1, 1), date(2025, 9, 30), 36, None),
    CountingFacts(FRESH, Purpose.REFRESHES, date(2010, 1, 1), None, 12, None),
]
YEAR = FinancialYear(2024)
THE_DAY = date(2025, 3, 31)


def took(on, outcome=Outcome.PASSED, version=COURSE):
    return AttendanceFacts(version, on, outcome, on)


def posted(from_on=date(2020, 1, 1), to_on=None, duty=Duty.INVESTIGATOR):
    return PostingFacts(duty, from_on, to_on)


def presence(*postings, duty=Duty.INVESTIGATOR):
    person = PersonFacts(1, postings, (took(date(2024, 6, 14)),))
    [(_, found)] = qualified_on(THE_DAY, [person], COUNTINGS, duty).people
    return found


def attendance(*attendances):
    return attendance_in(YEAR, [PersonFacts(1, (), attendances)], COUNTINGS)


class TestAFinancialYear:
    @pytest.mark.parametrize(
        ("day", "begins"),
        [
            (date(2024, 3, 31), 2023),
            (date(2024, 4, 1), 2024),
            (date(2025, 3, 31), 2024),
            (date(2025, 4, 1), 2025),
            (date(2024, 2, 29), 2023),
        ],
    )
    def test_runs_from_1_april_to_31_march(self, day, begins):
        year = FinancialYear.of(day)
        assert year == FinancialYear(begins)
        assert day in year

    def test_is_named_by_both_of_its_years(self):
        assert YEAR.label == "2024 to 2025"
        assert YEAR.last_day == THE_DAY


class TestAttendance:
    @pytest.mark.parametrize(
        ("day", "counts"),
        [
            (date(2024, 3, 31), False),
            (date(2024, 4, 1), True),
            (date(2025, 3, 31), True),
            (date(2025, 4, 1), False),
        ],
    )
    def test_goes_by_the_last_day_of_the_event(self, day, counts):
        assert attendance(took(day)).value == counts

    @pytest.mark.parametrize("outcome", Outcome)
    def test_is_of_those_who_took_part(self, outcome):
        took_part = outcome in {Outcome.ATTENDED, Outcome.PASSED, Outcome.FAILED}
        assert attendance(took(date(2024, 6, 14), outcome)).value == took_part

    def test_counts_somebody_who_sat_it_again_once(self):
        found = attendance(took(date(2024, 6, 14), Outcome.FAILED), took(date(2025, 2, 21)))
        assert found.value == 1
        assert found.attendances == 2

    def test_leaves_refreshers_out_and_says_so(self):
        found = attendance(took(date(2024, 6, 14), Outcome.ATTENDED, FRESH))
        assert found.value == 0
        assert found.counts == {Place.REFRESHER: 1}

    def test_asks_whether_the_course_counted_on_the_last_day_of_the_event(self):
        places = (took(date(2025, 9, 30)), took(date(2025, 10, 1)))
        found = attendance_in(FinancialYear(2025), [PersonFacts(1, (), places)], COUNTINGS)
        assert found.counts == {Place.PASSED: 1, Place.NOT_COUNTING: 1}

    def test_of_somebody_who_left_still_counts(self):
        person = PersonFacts(1, (posted(to_on=date(2024, 7, 1)),), (took(date(2024, 6, 14)),))
        assert attendance_in(YEAR, [person], COUNTINGS).people == (1,)


class TestQualifiedAndInPost:
    @pytest.mark.parametrize(
        ("last_day", "expected"),
        [(date(2025, 3, 30), Presence.LEFT), (THE_DAY, Presence.COUNTED)],
    )
    def test_counts_the_last_day_of_a_posting(self, last_day, expected):
        assert presence(posted(to_on=last_day)) is expected

    @pytest.mark.parametrize(
        ("first_day", "expected"),
        [(THE_DAY, Presence.COUNTED), (date(2025, 4, 1), Presence.NOT_YET)],
    )
    def test_counts_the_first_day_of_a_posting(self, first_day, expected):
        assert presence(posted(from_on=first_day)) is expected

    def test_counts_overlapping_postings_once(self):
        person = PersonFacts(1, (posted(), posted()), (took(date(2024, 6, 14)),))
        assert qualified_on(THE_DAY, [person], COUNTINGS, Duty.INVESTIGATOR).value == 1

    def test_counts_who_has_another_duty_besides(self):
        assert presence(posted(duty=Duty.SUPERVISOR), posted()) is Presence.COUNTED

    def test_leaves_out_who_has_only_another_duty(self):
        left = posted(to_on=date(2024, 12, 31))
        assert presence(left, posted(duty=Duty.SUPERVISOR)) is Presence.OTHER_DUTY

    def test_leaves_out_who_left_and_came_back_later(self):
        before, after = posted(to_on=date(2024, 5, 31)), posted(from_on=date(2025, 4, 14))
        assert presence(before, after) is Presence.BETWEEN

    def test_counts_prosecutors_where_they_are_asked_for(self):
        assert presence(posted(duty=Duty.PROSECUTOR), duty=Duty.PROSECUTOR) is Presence.COUNTED

    def test_adds_up_to_every_record(self):
        people = [
            PersonFacts(1),
            PersonFacts(2, (posted(),)),
            PersonFacts(3, (posted(),), (took(date(2024, 6, 14)),)),
        ]
        found = qualified_on(THE_DAY, people, COUNTINGS, Duty.INVESTIGATOR)
        assert found.counts.total() == 3
        assert found.value == 1
