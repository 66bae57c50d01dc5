"""Withdrawal: words and reasons are the victim’s, it ends when they come back."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, recorded, victim

from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ContactLost, ReEngaged, Withdrawal
from answerable.records.rules.withdrawal import breaches, withdrawn
from answerable.records.stages import Stage

LATER = date(2026, 3, 20)


def withdrawal(
    *reasons: Reason, words: str = "I want it to stop.", of: int = 1, on: date = MONDAY
) -> Withdrawal:
    return Withdrawal(
        on=on,
        victim=of,
        victims_words=words,
        stage=Stage.BEFORE_REFERRAL,
        reasons=reasons,
        through=Through.THEMSELVES,
    )


class TestWithdrawn:
    def test_is_nobody_who_could_not_be_reached(self):
        lost = ContactLost(on=MONDAY, victim=1, attempts=5)
        assert withdrawn(case_file(victim(), lost), 1) is None

    def test_is_each_victim_for_themselves(self):
        file = case_file(victim(), victim(2), withdrawal(of=2))
        assert [withdrawn(file, one) is not None for one in (1, 2)] == [False, True]

    def test_ends_when_they_come_back(self):
        file = case_file(victim(), withdrawal(), ReEngaged(on=LATER, victim=1, withdrawal=2))
        assert withdrawn(file, 1) is None

    def test_begins_anew_with_a_further_withdrawal(self):
        again = withdrawal(on=LATER)
        file = case_file(
            victim(), withdrawal(), ReEngaged(on=MONDAY, victim=1, withdrawal=2), again
        )
        assert withdrawn(file, 1) == again

    def test_is_the_latest_of_several(self):
        again = withdrawal(on=LATER)
        assert withdrawn(case_file(victim(), withdrawal(), again), 1) == again

    def test_ends_also_where_the_withdrawal_was_put_right_since(self):
        file = case_file(
            victim(),
            withdrawal(),
            ReEngaged(on=LATER, victim=1, withdrawal=2),
            recorded(4, withdrawal(Reason.HEALTH), replaces=2),
        )
        assert withdrawn(file, 1) is None


class TestBreaches:
    @pytest.mark.parametrize(
        ("event", "codes"),
        [
            (withdrawal(Reason.HEALTH), []),
            (withdrawal(Reason.HEALTH, words=" "), ["withdrawal_words"]),
            (withdrawal(Reason.DECLINED_TO_SAY, words=""), []),
            (withdrawal(), ["withdrawal_reason"]),
            (withdrawal(words=""), ["withdrawal_words", "withdrawal_reason"]),
        ],
    )
    def test_are_what_it_does_not_say_in_their_words(self, event, codes):
        found = list(breaches(case_file(victim(), event), LIMITS, LATER))
        assert [one.rule.code for one in found] == codes
        assert {one.about.event for one in found} <= {2}
