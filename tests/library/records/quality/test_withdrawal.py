"""A withdrawal holds what the victim said, and contact is not given up early."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, victim

from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ContactLost, Statement, Withdrawal
from answerable.records.quality import withdrawal
from answerable.records.stages import Stage


def found(*events):
    return list(withdrawal.findings(case_file(victim(), *events), LIMITS, date(2026, 4, 1)))


def withdrew(**facts: object) -> Withdrawal:
    return Withdrawal(
        on=MONDAY, victim=1, stage=Stage.BEFORE_ACCOUNT, through=Through.OFFICER, **facts
    )


class TestAWithdrawal:
    @pytest.mark.parametrize(
        "facts",
        [
            {"victims_words": "Please stop."},
            {"reasons": (Reason.DECLINED_TO_SAY,)},
            {"statement": Statement.SIGNED},
        ],
    )
    def test_holds_something_that_the_victim_said(self, facts):
        assert found(withdrew(**facts)) == []

    def test_is_found_where_it_holds_nothing(self):
        (finding,) = found(withdrew(victims_words="  "))
        assert (finding.check.code, finding.about.event) == ("withdrawal_unsaid", 2)

    def test_names_the_lost_contact_that_it_may_stand_for(self):
        (before,) = found(ContactLost(on=MONDAY, victim=1, attempts=3), withdrew())
        (after,) = found(ContactLost(on=date(2026, 3, 3), victim=1, attempts=3), withdrew())
        assert "which is no withdrawal" in before.words
        assert "contact" not in after.words


class TestTheStage:
    ACCOUNT = AccountTaken(on=date(2026, 3, 9), victim=1, account_type=AccountType.VIDEO)

    @pytest.mark.parametrize(
        ("day", "stage", "fits"),
        [
            (8, Stage.BEFORE_ACCOUNT, True),
            (8, Stage.BEFORE_SUSPECT, False),
            (9, Stage.BEFORE_ACCOUNT, True),
            (9, Stage.BEFORE_SUSPECT, True),
            (10, Stage.BEFORE_ACCOUNT, False),
            (10, Stage.BEFORE_SUSPECT, True),
        ],
    )
    def test_is_one_that_the_case_had_reached_on_that_day(self, day, stage, fits):
        event = Withdrawal(
            on=date(2026, 3, day),
            victim=1,
            victims_words="No more.",
            stage=stage,
            through=Through.THEMSELVES,
        )
        assert (found(self.ACCOUNT, event) == []) is fits


class TestLostContact:
    @pytest.mark.parametrize(("attempts", "count"), [(0, 1), (1, 1), (2, 1), (3, 0)])
    def test_has_at_least_three_attempts(self, attempts, count):
        assert len(found(ContactLost(on=MONDAY, victim=1, attempts=attempts))) == count
