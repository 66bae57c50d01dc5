"""Breaches that bear on the record are findings under the name of their rule."""

from __future__ import annotations

from datetime import date

from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, victim

from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.advice import AdviceConsidered, AdviceRequested
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.communication import Communicated, Direction, Form
from answerable.records.kinds.report import CrimeRecorded
from answerable.records.kinds.support import Answer, SupportOffered, SupportReferred
from answerable.records.quality import breached
from answerable.records.stages import Stage

LATER = date(2026, 3, 31)
CRIME = CrimeRecorded(on=MONDAY)


def found(*events, on: date = LATER) -> list[str]:
    return [one.check.code for one in breached.findings(case_file(*events), LIMITS, on)]


def answers(on: date):
    return [
        CharacteristicRecorded(on=on, victim=1, characteristic=one, state=State.PREFER_NOT_TO_SAY)
        for one in Characteristic
    ]


class TestFindings:
    def test_are_characteristics_that_are_missing_after_their_limit(self):
        assert found(victim(), CRIME, on=date(2026, 3, 3)) == []
        assert found(victim(), CRIME) == ["characteristics_first", "characteristics_complete"]

    def test_are_none_of_characteristics_that_came_late_and_are_complete(self):
        assert found(victim(), CRIME, *answers(LATER)) == []

    def test_are_a_referral_without_consent_and_an_acceptance_without_referral(self):
        offer = SupportOffered(
            on=MONDAY, victim=1, stage=Stage.BEFORE_ACCOUNT, answer=Answer.ACCEPTED
        )
        referral = SupportReferred(on=LATER, victim=1, service=7, offer=2, has_consent=False)
        assert found(victim(), offer) == ["support_referred"]
        assert found(victim(), offer, referral) == ["support_consent"]

    def test_are_advice_that_was_not_sought_and_requested(self):
        considered = AdviceConsidered(on=MONDAY, is_sought=False, why_not="Too early.")
        assert found(considered, AdviceRequested(on=MONDAY)) == ["advice_contradiction"]

    def test_are_a_reason_of_fewer_than_ten_characters(self):
        considered = AdviceConsidered(on=MONDAY, is_sought=False, why_not="No need.")
        assert found(considered) == ["advice_not_sought_reason"]

    def test_are_a_letter_that_says_not_whom_to_ask(self):
        letter = Communicated(
            on=MONDAY, direction=Direction.POLICE_TO_CPS, form=Form.LETTER, subject="The file."
        )
        assert found(letter) == ["details_of_both_sides"]
