"""When a case and its investigation ended, suspect by suspect."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.library.records.files_of_events import MONDAY, case_file

from answerable.records.kinds.court import CourtResult, Verdict
from answerable.records.kinds.decision import Decision, Maker, OutcomeRecorded, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.report import NotACrime
from answerable.records.kinds.submission import Submitted
from answerable.records.rules.ending import ended_on, investigated_until


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def suspect(number: int) -> SuspectIdentified:
    return SuspectIdentified(on=MONDAY, suspect=number)


def decided(on: date, made: What = What.NO_FURTHER_ACTION, *suspects: int) -> Decision:
    return Decision(on=on, maker=Maker.CPS, made=made, suspects=suspects)


class TestACase:
    def test_goes_on_while_nothing_ended_it(self):
        assert ended_on(case_file(suspect(1))) is None

    @pytest.mark.parametrize(
        "made",
        [
            What.NOT_INVESTIGATE,
            What.NO_FURTHER_ACTION,
            What.OUT_OF_COURT,
            What.NO_EVIDENCE_OFFERED,
            What.STOP_PROSECUTION,
            What.LIE_ON_FILE,
        ],
    )
    def test_ends_with_a_decision_that_ends_it(self, made):
        assert ended_on(case_file(suspect(1), decided(day(9), made))) == day(9)

    @pytest.mark.parametrize(
        "made", [What.REFER, What.FURTHER_WORK, What.PROVISIONAL_NO_FURTHER_ACTION, What.CHARGE]
    )
    def test_goes_on_after_any_other(self, made):
        assert ended_on(case_file(suspect(1), decided(day(9), made))) is None

    def test_ends_with_its_last_suspect(self):
        one, two = decided(day(9), What.NO_FURTHER_ACTION, 1), decided(day(4), What.CHARGE, 2)
        result = CourtResult(on=day(400), suspect=2, verdict=Verdict.ACQUITTED)
        assert ended_on(case_file(suspect(1), suspect(2), one, two)) is None
        assert ended_on(case_file(suspect(1), suspect(2), one, two, result)) == day(400)

    def test_goes_on_when_a_jury_could_not_agree(self):
        result = CourtResult(on=day(400), suspect=1, verdict=Verdict.JURY_DISCHARGED)
        events = (suspect(1), decided(day(9), What.CHARGE), result)
        assert ended_on(case_file(*events)) is None

    @pytest.mark.parametrize("made", [What.INVESTIGATE_AGAIN, What.PROSECUTE_AGAIN])
    def test_goes_on_when_it_is_taken_up_again(self, made):
        file = case_file(suspect(1), decided(day(9)), decided(day(40), made))
        assert ended_on(file) is None

    def test_goes_on_when_it_is_submitted_again(self):
        assert ended_on(case_file(suspect(1), decided(day(9)), Submitted(on=day(40)))) is None

    def test_ends_on_the_first_of_several_days_that_say_so(self):
        recorded = OutcomeRecorded(on=day(12), outcome="15", maker=Maker.CPS)
        assert ended_on(case_file(suspect(1), decided(day(9)), recorded)) == day(9)

    def test_ends_with_an_outcome_where_nobody_is_identified(self):
        recorded = OutcomeRecorded(on=day(12), outcome="18", maker=Maker.POLICE)
        assert ended_on(case_file(recorded)) == day(12)

    @pytest.mark.parametrize("outcome", ["1", "1A"])
    def test_goes_on_after_the_outcome_of_a_charge(self, outcome):
        recorded = OutcomeRecorded(on=day(12), outcome=outcome, maker=Maker.CPS)
        file = case_file(suspect(1), recorded)
        assert (ended_on(file), investigated_until(file)) == (None, day(12))

    def test_ends_when_it_is_no_crime(self):
        no_crime = NotACrime(on=day(5), code="N100/1", reason="x")
        assert ended_on(case_file(suspect(1), no_crime)) == day(5)

    def test_goes_on_for_a_suspect_who_became_known_afterwards(self):
        late = SuspectIdentified(on=day(20), suspect=2)
        file = case_file(suspect(1), decided(day(9), What.NO_FURTHER_ACTION, 1), late)
        assert ended_on(file) is None


class TestAnInvestigation:
    def test_ends_with_a_charge(self):
        file = case_file(suspect(1), decided(day(9), What.CHARGE))
        assert investigated_until(file) == day(9)

    def test_goes_on_after_further_work_is_asked_for(self):
        file = case_file(suspect(1), decided(day(9), What.FURTHER_WORK))
        assert investigated_until(file) is None
