"""The state of a case for each suspect and its stage follow from its events."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.events_of_decisions import day, decision, interviewed, suspect, victim
from tests.library.records.files_of_events import case_file, recorded

from answerable.records.kinds.court import (
    Charged,
    CourtResult,
    HearingHeld,
    HearingKind,
    Sentenced,
    SentenceKind,
    Verdict,
)
from answerable.records.kinds.decision import Maker, What
from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.report import CrimeRecorded, NotACrime
from answerable.records.kinds.submission import SubmissionTriaged, Submitted
from answerable.records.progress import current_stage, state_of, states
from answerable.records.stages import Stage
from answerable.records.states import State


def account(on: date, what: AccountType = AccountType.VIDEO) -> AccountTaken:
    return AccountTaken(on=on, victim=1, account_type=what)


def by_cps(on: date, made: What, **facts: object) -> object:
    return decision(on, made, maker=Maker.CPS, **facts)


def held(on: date, hearing: HearingKind) -> HearingHeld:
    return HearingHeld(on=on, hearing=hearing)


def result(on: date, verdict: Verdict) -> CourtResult:
    return CourtResult(on=on, suspect=1, verdict=verdict)


JOURNEY = (
    (victim(), State.REPORTED, Stage.BEFORE_ACCOUNT),
    (CrimeRecorded(on=day(1)), State.RECORDED, Stage.BEFORE_ACCOUNT),
    (account(day(2), AccountType.NOTES), State.UNDER_INVESTIGATION, Stage.BEFORE_ACCOUNT),
    (account(day(3)), State.UNDER_INVESTIGATION, Stage.BEFORE_SUSPECT),
    (suspect(on=day(4)), State.UNDER_INVESTIGATION, Stage.BEFORE_SUSPECT),
    (interviewed(on=day(5)), State.UNDER_INVESTIGATION, Stage.BEFORE_REFERRAL),
    (decision(day(6), What.REFER), State.REFERRED, Stage.BEFORE_REFERRAL),
    (Submitted(on=day(7)), State.WITH_CPS, Stage.WITH_CPS),
    (by_cps(day(8), What.FURTHER_WORK), State.FURTHER_WORK, Stage.BEFORE_REFERRAL),
    (Submitted(on=day(9)), State.WITH_CPS, Stage.WITH_CPS),
    (by_cps(day(10), What.CHARGE), State.TO_BE_CHARGED, Stage.WITH_CPS),
    (Charged(on=day(11), suspect=1), State.CHARGED, Stage.CHARGED),
    (held(day(12), HearingKind.FIRST), State.CHARGED, Stage.CHARGED),
    (held(day(13), HearingKind.PLEA), State.AWAITING_TRIAL, Stage.BEFORE_TRIAL),
    (held(day(14), HearingKind.TRIAL), State.AT_TRIAL, Stage.AT_TRIAL),
    (result(day(15), Verdict.JURY_DISCHARGED), State.AWAITING_TRIAL, Stage.BEFORE_TRIAL),
    (held(day(16), HearingKind.TRIAL), State.AT_TRIAL, Stage.AT_TRIAL),
    (result(day(17), Verdict.CONVICTED), State.CONVICTED, Stage.AT_TRIAL),
    (
        Sentenced(on=day(18), suspect=1, sentence=SentenceKind.LIFE),
        State.SENTENCED,
        Stage.ENDED,
    ),
)


@pytest.mark.parametrize("steps", range(1, len(JOURNEY) + 1))
def test_a_case_goes_from_report_to_sentence(steps):
    file = case_file(*(event for event, _, _ in JOURNEY[:steps]))
    _, state, stage = JOURNEY[steps - 1]
    assert list(states(file).values()) == [state]
    assert current_stage(file) is stage


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (decision(day(9)), State.ENDED_BY_POLICE),
        (by_cps(day(9), What.NO_FURTHER_ACTION), State.ENDED_BY_CPS),
        (decision(day(9), What.OUT_OF_COURT), State.OUT_OF_COURT),
        (NotACrime(on=day(9), code="C2", reason="Found elsewhere."), State.NOT_A_CRIME),
    ],
)
def test_it_ends_before_a_charge_and_may_be_taken_up_again(event, state):
    ended = case_file(suspect(), event)
    again = case_file(suspect(), event, decision(day(20), What.INVESTIGATE_AGAIN))
    assert (state_of(ended, 1), current_stage(ended)) == (state, Stage.ENDED)
    assert state_of(again, 1) is State.UNDER_INVESTIGATION


def test_each_suspect_has_a_state_and_the_stage_is_that_of_the_furthest():
    file = case_file(
        suspect(1), suspect(2), decision(day(3), suspects=(1,)), Submitted(on=day(4), suspects=(2,))
    )
    assert states(file) == {1: State.ENDED_BY_POLICE, 2: State.WITH_CPS}
    assert current_stage(file) is Stage.WITH_CPS


def test_a_triage_concerns_the_suspects_of_its_submission():
    sent = Submitted(on=day(4), suspects=(2,)), Submitted(on=day(4), suspects=(1,))
    back = SubmissionTriaged(on=day(5), submission=3, is_accepted=False, reason="No statement.")
    file = case_file(suspect(1), suspect(2), *sent, back)
    assert states(file) == {1: State.WITH_CPS, 2: State.FURTHER_WORK}


def test_without_a_suspect_the_case_itself_has_a_state():
    assert states(case_file(CrimeRecorded(on=day(1)))) == {None: State.RECORDED}


def test_what_was_recorded_late_counts_by_its_day():
    file = case_file(suspect(), Submitted(on=day(9)), decision(day(3), What.REFER))
    assert state_of(file, 1) is State.WITH_CPS


def test_what_was_recorded_out_of_order_on_one_day_leads_on():
    charged = suspect(), Charged(on=day(1), suspect=1)
    sentence = Sentenced(on=day(9), suspect=1, sentence=SentenceKind.LIFE)
    file = case_file(*charged, sentence, result(day(9), Verdict.CONVICTED))
    assert state_of(file, 1) is State.SENTENCED


def test_what_ended_on_a_day_is_not_turned_back_by_what_began_on_it():
    file = case_file(account(day(0)), suspect(on=day(5)), decision(day(5)))
    assert state_of(file, 1) is State.ENDED_BY_POLICE


def test_conviction_on_one_count_outweighs_acquittal_on_another():
    charged = suspect(), Charged(on=day(1), suspect=1)
    verdicts = result(day(9), Verdict.CONVICTED), result(day(9), Verdict.ACQUITTED)
    assert state_of(case_file(*charged, *verdicts), 1) is State.CONVICTED
    assert state_of(case_file(*charged, *reversed(verdicts)), 1) is State.CONVICTED


def test_what_was_put_right_counts_as_it_was_put_right():
    right = recorded(3, decision(day(9), What.OUT_OF_COURT), replaces=2)
    assert state_of(case_file(suspect(), decision(day(9)), right), 1) is State.OUT_OF_COURT
