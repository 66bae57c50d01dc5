"""What each victim is owed at the start, without a limit."""

from __future__ import annotations

from datetime import date

from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, recorded, victim

from answerable.records import rules
from answerable.records.kinds.first_response import (
    AccountPlanned,
    AccountType,
    NeedsAssessed,
    PersonalStatement,
    SpecialistDeployed,
    StatementStep,
)
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import Withdrawal
from answerable.records.rules.first_response import dues
from answerable.records.stages import Stage


def owed(file):
    return [(one.rule.code, one.about.victim) for one in dues(file, LIMITS, MONDAY)]


class TestDues:
    def test_are_three_and_never_late(self):
        found = list(dues(case_file(victim()), LIMITS, MONDAY))
        assert [one.rule.code for one in found] == [
            "needs_assessed",
            "specialist_deployed",
            "personal_statement_offered",
        ]
        assert not [one for one in found if one.is_late(date(2030, 1, 1))]

    def test_end_for_the_victim_for_whom_it_was_done(self):
        file = case_file(
            victim(),
            victim(2),
            NeedsAssessed(on=MONDAY, victim=1),
            SpecialistDeployed(on=MONDAY, victim=1),
            PersonalStatement(on=MONDAY, victim=1, what=StatementStep.DECLINED),
        )
        assert {of for _, of in owed(file)} == {2}

    def test_ask_nobody_who_withdrew_for_a_personal_statement(self):
        gone = Withdrawal(
            on=MONDAY, victim=1, stage=Stage.BEFORE_ACCOUNT, through=Through.THEMSELVES
        )
        assert owed(case_file(victim(), gone)) == [
            ("needs_assessed", 1),
            ("specialist_deployed", 1),
        ]


class TestImpossible:
    def test_is_an_account_planned_for_a_day_before_it_was_agreed(self):
        reasons = [
            rules.why_impossible(
                case_file(victim()),
                recorded(
                    2,
                    AccountPlanned(
                        on=date(2026, 3, 9),
                        victim=1,
                        account_type=AccountType.VIDEO,
                        planned_for=date(2026, 3, day),
                    ),
                ),
            )
            for day in (8, 9)
        ]
        assert [len(one) for one in reasons] == [1, 0]
