"""Plans: dated or reasoned, answered by the original day, looked at, taken up, closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.records.files_of_events import MONDAY, NO_LIMITS, case_file, recorded
from tests.library.records.limits_of_prosecution import LIMITS

from answerable.records.event import Side
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.plan import (
    Answer,
    InvestigationPlanned,
    ItemAnswered,
    ItemEscalated,
    ItemMoved,
    ItemReviewed,
    ItemSet,
    Plan,
)
from answerable.records.kinds.report import NotACrime
from answerable.records.rules import why_impossible
from answerable.records.rules.plan import breaches, dues

SET = date(2026, 3, 10)
TARGET = date(2026, 3, 20)
PLANNED = InvestigationPlanned(on=MONDAY, strategy="x")


def after(number: int) -> date:
    """A day counted from the original target day."""
    return TARGET + timedelta(days=number)


def item(target: date | None = TARGET, **facts) -> ItemSet:
    why = "" if target else "Depends on the laboratory"
    return ItemSet(
        **{
            "on": SET,
            "plan": Plan.ACTION,
            "asked": "x",
            "target_on": target,
            "why_no_target": why,
            **facts,
        }
    )


def answered(on: date, answer: Answer = Answer.DONE) -> ItemAnswered:
    return ItemAnswered(on=on, item=2, answer=answer)


def moved(on: date, target: date, reason: str = "The laboratory is late") -> ItemMoved:
    return ItemMoved(on=on, item=2, target_on=target, reason=reason)


def escalated(on: date) -> ItemEscalated:
    return ItemEscalated(on=on, item=2, level=1)


def ended(on: date) -> Decision:
    return Decision(on=on, maker=Maker.POLICE, made=What.NO_FURTHER_ACTION)


def flagged(*events, on: date, code: str, limits=LIMITS) -> list[tuple[date, bool]]:
    """Since when each breach of a rule is one, and whether it is open."""
    found = breaches(case_file(PLANNED, *events).as_at(on), limits, on)
    return [(one.since, one.is_open) for one in found if one.rule.code == code]


def asked(*events, on: date, limits=LIMITS) -> list[tuple[str, Side, date | None]]:
    found = dues(case_file(PLANNED, *events).as_at(on), limits, on)
    return [(one.rule.code, one.side, one.due_on) for one in found]


def refused(event) -> list[str]:
    return why_impossible(case_file(PLANNED), recorded(2, event))


class TestAnItemAtEntry:
    @pytest.mark.parametrize("why", ["", "  "])
    def test_is_not_accepted_with_neither_a_day_nor_the_reason_for_none(self, why):
        assert refused(item(None, why_no_target=why)) == [
            "Say by which day this is to be done, or why no day is set."
        ]

    def test_is_accepted_with_the_reason_for_having_no_day(self):
        assert refused(item(None)) == []

    def test_is_accepted_with_a_day_that_is_its_own(self):
        assert refused(item(SET)) == []

    def test_is_not_accepted_with_a_day_before_it_was_set(self):
        assert len(refused(item(SET - timedelta(days=1)))) == 1

    def test_is_not_moved_to_a_day_before_the_move(self):
        file = case_file(PLANNED, item())
        assert len(why_impossible(file, recorded(3, moved(after(2), after(1))))) == 1
        assert why_impossible(file, recorded(3, moved(after(2), after(2)))) == []

    def test_is_not_looked_at_before_it_was_set(self):
        assert len(refused(item(review_on=SET - timedelta(days=1)))) == 1


class TestAnItemWithoutADay:
    def test_is_a_breach_while_it_has_none(self):
        assert flagged(item(None), on=after(0), code="plan_item_dated") == [(SET, True)]

    def test_stays_one_after_it_was_given_a_day(self):
        given_one = moved(date(2026, 3, 12), TARGET)
        assert flagged(item(None), given_one, on=after(0), code="plan_item_dated") == [(SET, False)]

    def test_is_measured_by_the_first_day_that_it_is_given(self):
        events = (item(None), moved(date(2026, 3, 12), TARGET), moved(after(0), after(30)))
        assert flagged(*events, on=after(1), code="answer_plan_item") == [(after(1), True)]

    def test_is_never_late(self):
        assert flagged(item(None), on=date(2030, 1, 1), code="answer_plan_item") == []


class TestAnswering:
    @pytest.mark.parametrize(
        ("on", "expected"), [(after(-1), []), (after(0), []), (after(1), [(after(1), True)])]
    )
    def test_is_late_from_the_day_after_the_target(self, on, expected):
        assert flagged(item(), on=on, code="answer_plan_item") == expected

    @pytest.mark.parametrize(("on", "expected"), [(after(0), []), (after(1), [(after(1), False)])])
    def test_on_the_last_day_is_in_time_and_a_day_later_stays_a_breach(self, on, expected):
        events = (item(), answered(on))
        assert flagged(*events, on=date(2027, 1, 1), code="answer_plan_item") == expected

    def test_in_part_leaves_it_late(self):
        events = (item(), answered(after(-2), Answer.IN_PART))
        assert flagged(*events, on=after(1), code="answer_plan_item") == [(after(1), True)]

    @given(days=st.integers(1, 700), moves=st.integers(0, 3), late=st.integers(1, 400))
    def test_is_as_late_as_it_was_however_it_is_moved(self, days, moves, late):
        shifts = [moved(after(0), after(days + place)) for place in range(moves)]
        on = after(late)
        assert flagged(item(), *shifts, on=on, code="answer_plan_item") == [(after(1), True)]

    def test_is_due_from_its_side_by_the_original_day_also_when_moved(self):
        file = (item(side=Side.CPS), moved(after(-1), after(30)))
        assert asked(*file, on=after(0)) == [("answer_plan_item", Side.CPS, TARGET)]

    def test_says_to_which_day_it_was_moved(self):
        file = case_file(PLANNED, item(), moved(after(-1), date(2026, 4, 20)))
        (due,) = dues(file, LIMITS, after(0))
        assert due.words == "Answer item 2 of the CPS action plan (moved to 20 April 2026)"

    def test_is_asked_for_until_it_is_answered(self):
        assert asked(item(), answered(after(-1)), on=after(5)) == []


class TestEscalating:
    def test_is_not_asked_on_the_last_day_in_time(self):
        assert [code for code, _, _ in asked(item(), on=after(0))] == ["answer_plan_item"]

    def test_is_asked_of_whose_plan_it_is_from_the_first_late_day(self):
        assert ("escalate_overdue_item", Side.CPS, after(14)) in asked(item(), on=after(1))
        own = item(plan=Plan.INVESTIGATION)
        assert ("escalate_overdue_item", Side.POLICE, after(14)) in asked(own, on=after(1))

    @pytest.mark.parametrize(
        ("on", "expected"), [(after(14), []), (after(15), [(after(15), True)])]
    )
    def test_is_late_the_day_after_its_limit(self, on, expected):
        assert flagged(item(), on=on, code="escalate_overdue_item") == expected

    @pytest.mark.parametrize(
        ("on", "expected"), [(after(14), []), (after(15), [(after(15), False)])]
    )
    def test_late_stays_a_breach(self, on, expected):
        events = (item(), escalated(on))
        found = flagged(*events, on=after(99), code="escalate_overdue_item")
        assert found == expected

    def test_counts_from_the_original_day_also_when_moved(self):
        events = (item(), moved(after(0), after(90)))
        found = flagged(*events, on=after(15), code="escalate_overdue_item")
        assert found == [(after(15), True)]

    @pytest.mark.parametrize("on", [after(-3), after(0)])
    def test_is_never_asked_of_what_was_answered_in_time(self, on):
        assert asked(item(), answered(on), on=after(99)) == []
        assert flagged(item(), answered(on), on=after(99), code="escalate_overdue_item") == []

    def test_is_no_longer_asked_once_it_is_answered(self):
        assert (
            flagged(item(), answered(after(14)), on=after(99), code="escalate_overdue_item") == []
        )

    def test_is_not_asked_where_no_limit_is_in_force(self):
        assert asked(item(), on=after(40), limits=NO_LIMITS) == [
            ("answer_plan_item", Side.POLICE, TARGET)
        ]


class TestLookingAtProgress:
    def test_is_due_by_the_day_that_was_set(self):
        events = item(review_on=date(2026, 3, 15))
        assert ("review_plan_item", Side.CPS, date(2026, 3, 15)) in asked(events, on=SET)

    def test_after_the_day_stays_a_breach(self):
        look = ItemReviewed(on=date(2026, 3, 16), item=2)
        events = (item(review_on=date(2026, 3, 15)), look)
        found = flagged(*events, on=after(0), code="review_plan_item")
        assert found == [(date(2026, 3, 16), False)]

    def test_sets_the_day_of_the_next(self):
        look = ItemReviewed(on=date(2026, 3, 14), item=2, review_on=date(2026, 3, 18))
        events = (item(review_on=date(2026, 3, 15)), look)
        found = flagged(*events, on=date(2026, 3, 19), code="review_plan_item")
        assert found == [(date(2026, 3, 19), True)]

    def test_is_not_asked_once_the_item_was_answered(self):
        events = (item(review_on=date(2026, 3, 15)), answered(date(2026, 3, 15)))
        assert flagged(*events, on=after(9), code="review_plan_item") == []


class TestMoving:
    def test_without_a_reason_is_a_breach(self):
        events = (item(), moved(after(-1), after(9), reason=" "))
        assert flagged(*events, on=after(0), code="moved_with_reason") == [(after(-1), False)]

    def test_without_a_reason_is_one_each_time(self):
        moves = (moved(after(-2), after(9), reason=""), moved(after(-1), after(19), reason=""))
        found = breaches(case_file(PLANNED, item(), *moves), LIMITS, after(0))
        assert [one.about.event for one in found] == [3, 4]

    def test_with_one_is_none(self):
        events = (item(), moved(after(-1), after(9)))
        assert flagged(*events, on=after(0), code="moved_with_reason") == []


class TestTheEndOfACase:
    def test_with_an_open_item_is_a_breach_until_that_is_answered(self):
        end = after(-5)
        code = "closed_with_open_items"
        assert flagged(item(), ended(end), on=end, code=code) == [(end, True)]
        events = (item(), ended(end), answered(after(-4)))
        assert flagged(*events, on=after(0), code=code) == [(end, False)]

    def test_on_the_day_of_the_answer_is_none(self):
        events = (item(), answered(after(-5)), ended(after(-5)))
        assert flagged(*events, on=after(0), code="closed_with_open_items") == []

    def test_counts_an_item_set_on_its_day(self):
        events = (item(), ended(SET))
        assert flagged(*events, on=SET, code="closed_with_open_items") == [(SET, True)]

    def test_is_none_for_an_item_set_afterwards(self):
        events = (item(on=after(-4)), ended(after(-5)))
        assert flagged(*events, on=after(0), code="closed_with_open_items") == []

    def test_leaves_what_is_due_due(self):
        assert asked(item(), ended(after(-5)), on=after(0)) == [
            ("answer_plan_item", Side.POLICE, TARGET)
        ]


class TestAPlan:
    def test_is_due_from_the_report_on_without_a_limit(self):
        (due,) = dues(case_file(), LIMITS, MONDAY)
        assert (due.rule.code, due.side, due.since, due.due_on) == (
            "investigation_plan",
            Side.POLICE,
            MONDAY,
            None,
        )

    def test_that_is_missing_at_the_end_is_a_breach(self):
        file = case_file(ended(date(2026, 5, 1)))
        (breach,) = breaches(file, LIMITS, date(2026, 6, 1))
        assert (breach.rule.code, breach.since) == ("investigation_plan", date(2026, 5, 1))

    def test_is_not_asked_of_what_is_no_crime(self):
        no_crime = NotACrime(on=date(2026, 3, 9), code="N100/1", reason="x")
        file = case_file(no_crime)
        assert list(breaches(file, LIMITS, date(2026, 6, 1))) == []
        assert list(dues(file, LIMITS, date(2026, 6, 1))) == []
