"""Supervisors’ reviews: by the day set or the limit, whichever is earlier, until the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.library.records.files_of_events import MONDAY, NO_LIMITS, case_file, recorded
from tests.library.records.limits_of_prosecution import LIMITS

from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.plan import InvestigationPlanned
from answerable.records.kinds.supervision import SupervisorReviewed
from answerable.records.rules.supervision import breaches, dues


def day(number: int) -> date:
    """A day counted from that of the plan."""
    return MONDAY + timedelta(days=number)


def plan(on: date = MONDAY, review_on: date | None = None) -> InvestigationPlanned:
    return InvestigationPlanned(on=on, strategy="x", review_on=review_on)


def review(on: date, review_on: date | None = None) -> SupervisorReviewed:
    return SupervisorReviewed(on=on, words="x", review_on=review_on)


def decided(on: date, made: What = What.NO_FURTHER_ACTION) -> Decision:
    return Decision(on=on, maker=Maker.CPS, made=made)


def flagged(*events, on: date, limits=LIMITS) -> list[tuple[date, bool]]:
    found = breaches(case_file(*events).as_at(on), limits, on)
    return [(one.since, one.is_open) for one in found]


def next_due(*events, on: date, limits=LIMITS) -> list[date | None]:
    return [one.due_on for one in dues(case_file(*events).as_at(on), limits, on)]


class TestTheFirstReview:
    def test_is_not_due_before_there_is_a_plan(self):
        assert next_due(on=day(90)) == []

    def test_is_due_within_the_limit_from_the_plan(self):
        assert next_due(plan(), on=day(1)) == [day(28)]

    def test_is_due_by_the_day_that_the_plan_sets_where_that_is_earlier(self):
        assert next_due(plan(review_on=day(7)), on=day(1)) == [day(7)]

    def test_is_not_put_off_by_a_later_day_in_the_plan(self):
        assert next_due(plan(review_on=day(60)), on=day(1)) == [day(28)]

    def test_is_not_put_off_by_a_new_plan(self):
        assert next_due(plan(), plan(day(20), review_on=day(70)), on=day(21)) == [day(28)]

    def test_is_brought_forward_by_a_new_plan(self):
        assert next_due(plan(), plan(day(10), review_on=day(15)), on=day(11)) == [day(15)]

    def test_is_due_by_the_day_set_where_no_limit_is_in_force(self):
        assert next_due(plan(review_on=day(60)), on=day(1), limits=NO_LIMITS) == [day(60)]
        assert next_due(plan(), on=day(1), limits=NO_LIMITS) == []

    @pytest.mark.parametrize(("on", "expected"), [(day(28), []), (day(29), [(day(29), True)])])
    def test_is_late_the_day_after(self, on, expected):
        assert flagged(plan(), on=on) == expected

    @pytest.mark.parametrize(("held", "expected"), [(day(28), []), (day(29), [(day(29), False)])])
    def test_that_came_late_stays_a_breach(self, held, expected):
        assert flagged(plan(), review(held), on=day(30)) == expected


class TestLaterReviews:
    def test_are_due_from_the_one_before(self):
        assert next_due(plan(), review(day(10)), on=day(11)) == [day(38)]

    def test_that_were_missed_are_each_a_breach(self):
        events = (plan(), review(day(40)), review(day(90)))
        assert flagged(*events, on=day(91)) == [(day(29), False), (day(69), False)]

    def test_move_with_a_review_that_was_put_right(self):
        wrong = review(day(20))
        right = recorded(3, review(day(30)), replaces=2)
        assert flagged(plan(), wrong, right, on=day(31)) == [(day(29), False)]

    def test_count_one_held_before_there_was_a_plan(self):
        assert next_due(review(MONDAY), plan(day(5)), on=day(6)) == [day(28)]


class TestTheEnd:
    @pytest.mark.parametrize("made", [What.NO_FURTHER_ACTION, What.CHARGE])
    def test_of_an_investigation_ends_its_reviews(self, made):
        events = (SuspectIdentified(on=MONDAY, suspect=1), plan(), decided(day(20), made))
        assert next_due(*events, on=day(50)) == []
        assert flagged(*events, on=day(50)) == []

    def test_does_not_hide_a_review_that_was_never_held(self):
        assert flagged(plan(), decided(day(40)), on=day(50)) == [(day(29), False)]

    def test_asks_for_no_review_of_one_held_afterwards(self):
        events = (plan(), decided(day(20)), review(day(25)))
        assert next_due(*events, on=day(90)) == []
        assert flagged(*events, on=day(90)) == []

    def test_is_undone_when_it_is_investigated_again(self):
        again = Decision(on=day(25), maker=Maker.POLICE, made=What.INVESTIGATE_AGAIN)
        assert next_due(plan(), decided(day(20)), again, on=day(26)) == [day(28)]
