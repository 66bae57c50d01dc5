from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from answerable_site.training.rules import (
    AttendanceFacts,
    CountingFacts,
    Duty,
    Outcome,
    PersonFacts,
    PostingFacts,
    Purpose,
    lacks_result,
    per_hundred_cases,
    worklists_on,
)

TODAY = date(2026, 5, 12)
COUNTINGS = [CountingFacts(1, Purpose.QUALIFIES, date(2010, 1, 1), None, 36, 12)]


def person(*, passed_on=None, duty=Duty.INVESTIGATOR, record=1):
    taken = (AttendanceFacts(1, passed_on, Outcome.PASSED, passed_on),) if passed_on else ()
    return PersonFacts(record, (PostingFacts(duty, date(2020, 1, 1), None),), taken)


def worklists(*people, within=90):
    return worklists_on(TODAY, people, COUNTINGS, Duty.INVESTIGATOR, within=within)


class TestExpiring:
    @pytest.mark.parametrize(
        ("last_day", "waits"),
        [
            (TODAY, True),
            (TODAY + timedelta(days=90), True),
            (TODAY + timedelta(days=91), False),
        ],
    )
    def test_holds_what_ends_within_the_days(self, last_day, waits):
        found = worklists(person(passed_on=last_day.replace(year=last_day.year - 3)))
        assert bool(found.expiring) == waits

    def test_holds_nobody_whose_qualification_has_run_out(self):
        found = worklists(person(passed_on=date(2023, 5, 11)))
        assert found.expiring == ()
        assert found.unqualified == (1,)

    def test_has_the_earliest_day_first(self):
        later, sooner = (
            person(passed_on=date(2023, 7, 1)),
            person(passed_on=date(2023, 6, 1), record=2),
        )
        assert [one.record for one in worklists(later, sooner).expiring] == [2, 1]


class TestRefreshers:
    def test_are_due_within_the_days_or_overdue(self):
        overdue, soon = (
            person(passed_on=date(2024, 5, 12)),
            person(passed_on=date(2025, 8, 10), record=2),
        )
        far = person(passed_on=date(2025, 8, 11), record=3)
        found = worklists(overdue, soon, far)
        assert [(one.record, one.by_on) for one in found.refreshers] == [
            (1, date(2025, 5, 12)),
            (2, date(2026, 8, 10)),
        ]


class TestUnqualified:
    def test_holds_those_in_post_alone(self):
        found = worklists(person(), person(duty=Duty.SUPERVISOR, record=2))
        assert found.unqualified == (1,)


class TestAPlaceWithoutAResult:
    def test_waits_from_the_day_after_the_event_on(self):
        assert not lacks_result(Outcome.BOOKED, TODAY, TODAY)
        assert lacks_result(Outcome.BOOKED, TODAY, TODAY + timedelta(days=1))

    def test_waits_no_longer_once_one_is_recorded(self):
        assert not lacks_result(Outcome.DID_NOT_ATTEND, date(2026, 1, 1), TODAY)


class TestCapacity:
    @pytest.mark.parametrize(
        ("qualified", "cases", "expected"),
        [(17, 340, "5.0"), (1, 3, "33.3"), (1, 800, "0.1"), (1, 2000, "0.1"), (0, 5, "0.0")],
    )
    def test_is_for_each_hundred_open_cases(self, qualified, cases, expected):
        assert per_hundred_cases(qualified, cases) == Decimal(expected)

    def test_is_none_without_a_case(self):
        assert per_hundred_cases(3, 0) is None
