"""When a case and its investigation ended, suspect by suspect."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.library.records.files_of_events import MONDAY, case_file

from answerable.records.kinds.court import Charged, CourtResult, Verdict
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.report import NotACrime
from answerable.records.kinds.submission import Submitted
from answerable.records.rules.ending import ended_on, investigated_until


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def suspect(number: int, on: date = MONDAY) -> SuspectIdentified:
    return SuspectIdentified(on=on, suspect=number)


def decided(on: date, made: What = What.NO_FURTHER_ACTION, *suspects: int) -> Decision:
    return Decision(on=on, maker=Maker.CPS, made=made, suspects=suspects)


def charged(number: int, on: date) -> Charged:
    return Charged(on=on, suspect=number)


class TestACase:
    def test_goes_on_while_nothing_ended_it(self):
        assert ended_on(case_file(suspect(1))) is None

    @pytest.mark.parametrize(
        "made", [What.NOT_INVESTIGATE, What.NO_FURTHER_ACTION, What.OUT_OF_COURT]
    )
    def test_ends_before_charge_with_a_decision(self, made):
        assert ended_on(case_file(suspect(1), decided(day(9), made))) == day(9)

    @pytest.mark.parametrize(
        "made", [What.STOP_PROSECUTION, What.NO_EVIDENCE_OFFERED, What.LIE_ON_FILE]
    )
    def test_ends_after_charge_with_a_decision(self, made):
        file = case_file(suspect(1), charged(1, day(9)), decided(day(90), made))
        assert ended_on(file) == day(90)

    @pytest.mark.parametrize(
        "made", [What.REFER, What.FURTHER_WORK, What.PROVISIONAL_NO_FURTHER_ACTION, What.CHARGE]
    )
    def test_goes_on_after_any_other(self, made):
        assert ended_on(case_file(suspect(1), decided(day(9), made))) is None

    def test_ends_with_its_last_suspect(self):
        events = (suspect(1), suspect(2), decided(day(9), What.NO_FURTHER_ACTION, 1))
        in_court = (*events, charged(2, day(5)))
        result = CourtResult(on=day(400), suspect=2, verdict=Verdict.ACQUITTED)
        assert ended_on(case_file(*in_court)) is None
        assert ended_on(case_file(*in_court, result)) == day(400)

    @pytest.mark.parametrize(
        "event", [decided(day(40), What.INVESTIGATE_AGAIN), Submitted(on=day(40))]
    )
    def test_goes_on_when_it_is_taken_up_again(self, event):
        assert ended_on(case_file(suspect(1), decided(day(9)), event)) is None

    def test_that_ended_again_ended_on_the_later_day(self):
        again = decided(day(40), What.INVESTIGATE_AGAIN)
        file = case_file(suspect(1), decided(day(9)), again, decided(day(90)))
        assert ended_on(file) == day(90)

    def test_ended_on_the_first_of_several_days_that_say_so(self):
        file = case_file(suspect(1), decided(day(9)), decided(day(12)))
        assert ended_on(file) == day(9)

    def test_ends_where_nobody_is_identified(self):
        assert ended_on(case_file(decided(day(12)))) == day(12)

    def test_ends_when_it_is_no_crime(self):
        no_crime = NotACrime(on=day(5), code="N100/1", reason="x")
        assert ended_on(case_file(suspect(1), no_crime)) == day(5)

    def test_goes_on_for_a_suspect_who_became_known_afterwards(self):
        file = case_file(
            suspect(1), decided(day(9), What.NO_FURTHER_ACTION, 1), suspect(2, day(20))
        )
        assert ended_on(file) is None


class TestAnInvestigation:
    @pytest.mark.parametrize("event", [decided(day(9), What.CHARGE), charged(1, day(9))])
    def test_ends_with_a_charge(self, event):
        assert investigated_until(case_file(suspect(1), event)) == day(9)

    def test_ended_when_the_charge_was_decided_and_not_when_it_was_put(self):
        events = (suspect(1), decided(day(9), What.CHARGE), charged(1, day(12)))
        assert investigated_until(case_file(*events)) == day(9)

    def test_ends_with_the_case(self):
        assert investigated_until(case_file(suspect(1), decided(day(9)))) == day(9)

    def test_goes_on_after_further_work_is_asked_for(self):
        file = case_file(suspect(1), decided(day(9), What.FURTHER_WORK))
        assert investigated_until(file) is None
