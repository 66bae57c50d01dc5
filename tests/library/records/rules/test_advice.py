"""Early advice: considered in every case, sought or not for a reason, asked for and answered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.library.records.files_of_events import MONDAY, NO_LIMITS, case_file, recorded
from tests.library.records.limits_of_prosecution import LIMITS

from answerable.records.event import Side
from answerable.records.kinds.advice import (
    AdviceAnswered,
    AdviceConsidered,
    AdviceEscalated,
    AdviceGiven,
    AdviceRequested,
    Rank,
)
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.report import NotACrime
from answerable.records.kinds.submission import Submitted
from answerable.records.rules.advice import breaches, dues

REASON = "The suspect admits it and the victim’s account is complete"


def day(number: int) -> date:
    """A day counted from the report."""
    return MONDAY + timedelta(days=number)


LATER = day(300)


def considered(on: date, *, sought: bool = True, why_not: str = REASON) -> AdviceConsidered:
    return AdviceConsidered(on=on, is_sought=sought, why_not="" if sought else why_not)


def requested(on: date) -> AdviceRequested:
    return AdviceRequested(on=on)


def refused(on: date, *, reason: str = REASON, told: bool | None = True) -> AdviceAnswered:
    return AdviceAnswered(on=on, request=1, is_accepted=False, reason=reason, police_told=told)


def accepted(on: date) -> AdviceAnswered:
    return AdviceAnswered(on=on, request=1, is_accepted=True)


def ended(on: date) -> Decision:
    return Decision(on=on, maker=Maker.POLICE, made=What.NO_FURTHER_ACTION)


def flagged(*events, on: date = LATER, code: str, limits=LIMITS) -> list[tuple[date, bool]]:
    found = breaches(case_file(*events).as_at(on), limits, on)
    return [(one.since, one.is_open) for one in found if one.rule.code == code]


def asked(*events, on: date = LATER, limits=LIMITS) -> list[tuple[str, Side]]:
    found = dues(case_file(*events).as_at(on), limits, on)
    return [(one.rule.code, one.side) for one in found]


class TestConsidering:
    def test_is_due_within_28_calendar_days_of_the_report(self):
        (due,) = dues(case_file(), LIMITS, day(0))
        assert (due.rule.code, due.side, due.due_on) == ("consider_advice", Side.POLICE, day(28))

    @pytest.mark.parametrize(("on", "expected"), [(day(28), []), (day(29), [(day(29), True)])])
    def test_is_late_from_the_29th(self, on, expected):
        assert flagged(on=on, code="consider_advice") == expected

    @pytest.mark.parametrize(("on", "expected"), [(day(28), []), (day(29), [(day(29), False)])])
    @pytest.mark.parametrize("sought", [True, False])
    def test_late_stays_a_breach_whatever_was_decided(self, on, expected, sought):
        assert flagged(considered(on, sought=sought), code="consider_advice") == expected

    def test_is_done_by_who_requested_it(self):
        assert flagged(requested(day(20)), code="consider_advice") == []

    def test_a_second_time_heals_no_late_first(self):
        events = (considered(day(40)), considered(day(41), sought=False))
        assert flagged(*events, code="consider_advice") == [(day(29), False)]

    def test_moves_with_the_day_that_was_put_right(self):
        right = recorded(2, considered(day(35)), replaces=1)
        assert flagged(considered(day(5)), right, code="consider_advice") == [(day(29), False)]

    def test_is_not_asked_where_no_limit_is_in_force(self):
        assert flagged(code="consider_advice", limits=NO_LIMITS) == []
        assert asked(limits=NO_LIMITS) == []


class TestACaseThatEnded:
    def test_early_without_considering_it_is_a_breach(self):
        assert flagged(ended(day(9)), on=day(9), code="consider_advice") == [(day(9), False)]

    @pytest.mark.parametrize(("on", "since"), [(day(28), day(28)), (day(90), day(29))])
    def test_on_the_last_day_or_late_without_considering_it_is_one_breach(self, on, since):
        assert flagged(ended(on), code="consider_advice") == [(since, False)]

    def test_is_none_where_it_was_considered_on_its_last_day(self):
        assert flagged(considered(day(9)), ended(day(9)), code="consider_advice") == []

    def test_is_none_where_there_was_no_crime(self):
        no_crime = NotACrime(on=day(3), code="N100/1", reason="x")
        assert flagged(no_crime, code="consider_advice") == []

    def test_asks_for_nothing_more(self):
        assert asked(considered(day(5)), ended(day(9))) == []


class TestNotSeeking:
    @pytest.mark.parametrize("why_not", ["", "   ", "not apt", "  n/a      "])
    def test_without_a_reason_is_a_breach(self, why_not):
        event = considered(day(5), sought=False, why_not=why_not)
        assert flagged(event, code="advice_not_sought_reason") == [(day(5), False)]

    def test_with_a_reason_of_ten_characters_is_none(self):
        event = considered(day(5), sought=False, why_not="no suspect")
        assert flagged(event, code="advice_not_sought_reason") == []

    @pytest.mark.parametrize("on", [day(5), day(20)])
    def test_contradicts_a_request_from_its_day_on(self, on):
        events = (considered(day(5), sought=False), requested(on))
        assert flagged(*events, code="advice_contradiction") == [(on, False)]

    def test_does_not_contradict_a_request_before_it(self):
        events = (requested(day(4)), considered(day(5), sought=False))
        assert flagged(*events, code="advice_contradiction") == []

    def test_does_not_contradict_a_request_after_it_was_considered_again(self):
        events = (considered(day(5), sought=False), considered(day(20)), requested(day(20)))
        assert flagged(*events, code="advice_contradiction") == []


class TestSeeking:
    def test_asks_for_the_request_without_a_limit(self):
        assert asked(considered(day(5))) == [("request_advice", Side.POLICE)]

    def test_asks_for_none_once_it_was_requested(self):
        assert asked(considered(day(5)), requested(day(6)), on=day(6)) == [
            ("answer_advice_request", Side.CPS)
        ]

    def test_contradicts_a_submission_without_a_request(self):
        events = (considered(day(5)), Submitted(on=day(90)))
        assert flagged(*events, code="advice_contradiction") == [(day(90), False)]
        assert asked(*events) == []

    def test_after_the_submission_contradicts_nothing(self):
        events = (Submitted(on=day(90)), considered(day(91)))
        assert flagged(*events, code="advice_contradiction") == []

    def test_and_then_not_seeking_does_not_contradict_the_submission(self):
        events = (considered(day(5)), considered(day(50), sought=False), Submitted(on=day(90)))
        assert flagged(*events, code="advice_contradiction") == []


class TestARequest:
    def test_is_answered_once_it_is_accepted_refused_or_advice_is_given(self):
        given = AdviceGiven(on=day(9), request=1, parameters="x", strategy="x")
        for answer in (accepted(day(8)), refused(day(8)), given):
            assert asked(requested(day(6)), answer) == []

    def test_that_was_put_right_stays_answered(self):
        right = recorded(3, requested(day(7)), replaces=1)
        assert asked(requested(day(6)), accepted(day(8)), right) == []


class TestARefusal:
    def test_with_its_reason_told_to_the_police_is_no_breach(self):
        assert flagged(requested(day(6)), refused(day(8)), code="advice_refusal") == []

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"reason": "no"}, "without a reason."),
            ({"told": False}, "without telling the police."),
            ({"told": None}, "without telling the police."),
            (
                {"reason": "", "told": False},
                "without a reason and without telling the police.",
            ),
        ],
    )
    def test_that_lacks_something_is_a_breach_that_says_what(self, facts, words):
        file = case_file(requested(day(6)), refused(day(8), **facts))
        (one,) = breaches(file, LIMITS, day(20))
        assert one.rule.code == "advice_refusal"
        assert one.words.endswith(words)

    @pytest.mark.parametrize("rank", list(Rank))
    def test_is_taken_up_by_an_inspector_or_above(self, rank):
        up = AdviceEscalated(on=day(9), request=1, rank=rank)
        found = flagged(requested(day(6)), refused(day(8)), up, code="advice_escalation_rank")
        assert found == ([(day(9), False)] if rank is Rank.BELOW_INSPECTOR else [])


class TestAConsultation:
    @pytest.mark.parametrize(
        ("parameters", "strategy", "expected"),
        [("x", "x", []), ("", "x", [(day(9), False)]), ("x", " ", [(day(9), False)])],
    )
    def test_sets_parameters_and_strategy(self, parameters, strategy, expected):
        given = AdviceGiven(on=day(9), request=1, parameters=parameters, strategy=strategy)
        assert flagged(requested(day(6)), given, code="advice_parameters") == expected
