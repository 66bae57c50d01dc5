"""A case is enrolled in the pilot from a day to a day, and leaves an enrolment once."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import case_file, recorded

from answerable.records.enrolment import is_enrolled
from answerable.records.kinds.pilot import PilotEnrolled, PilotLeft
from answerable.records.rules import why_impossible

ENROLLED = PilotEnrolled(on=date(2026, 4, 1))
LEFT = PilotLeft(on=date(2026, 5, 1), enrolment=1, reason="x")


class TestEnrolment:
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2026, 3, 31), False),
            (date(2026, 4, 1), True),
            (date(2026, 4, 30), True),
            (date(2026, 5, 1), False),
        ],
    )
    def test_lasts_from_its_day_until_the_day_before_leaving(self, on, expected):
        assert is_enrolled(case_file(ENROLLED, LEFT), on) is expected

    def test_twice_at_once_is_no_impossibility(self):
        again = recorded(2, PilotEnrolled(on=date(2026, 4, 9)))
        assert why_impossible(case_file(ENROLLED), again) == []

    def test_may_follow_on_the_day_of_leaving(self):
        again = recorded(3, PilotEnrolled(on=date(2026, 5, 1)))
        assert why_impossible(case_file(ENROLLED, LEFT), again) == []

    def test_may_be_put_right(self):
        right = recorded(2, PilotEnrolled(on=date(2026, 4, 2)), replaces=1)
        assert why_impossible(case_file(ENROLLED), right) == []


class TestLeaving:
    def test_is_refused_a_second_time(self):
        again = recorded(3, PilotLeft(on=date(2026, 6, 1), enrolment=1, reason="x"))
        assert len(why_impossible(case_file(ENROLLED, LEFT), again)) == 1

    def test_is_refused_before_enrolling(self):
        early = recorded(2, PilotLeft(on=date(2026, 3, 31), enrolment=1, reason="x"))
        assert why_impossible(case_file(ENROLLED), early)
