"""At each stage the victim is asked, and an answer of any kind ends it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, victim

from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.voice import (
    FeedbackDeclined,
    Subject,
    Through,
    VictimFeedback,
    VictimPreference,
)
from answerable.records.rules.voice import dues
from answerable.records.stages import Stage

NOW = Stage.BEFORE_ACCOUNT
SAID = {"subject": Subject.CONTACT, "words": "By text.", "through": Through.THEMSELVES}
ACCOUNT = AccountTaken(on=date(2026, 3, 9), victim=1, account_type=AccountType.VIDEO)


def due(*events):
    return [(one.about.victim, one.since) for one in dues(case_file(*events), LIMITS, MONDAY)]


class TestAsking:
    def test_is_due_for_each_victim_without_a_limit(self):
        found = list(dues(case_file(victim(), victim(2)), LIMITS, MONDAY))
        assert [(one.about.victim, one.due_on) for one in found] == [(1, None), (2, None)]

    @pytest.mark.parametrize(
        "event",
        [
            VictimPreference(on=MONDAY, victim=1, stage=NOW, **SAID),
            VictimFeedback(on=MONDAY, victim=1, stage=NOW, **SAID),
            FeedbackDeclined(on=MONDAY, victim=1, stage=NOW),
        ],
    )
    def test_is_done_by_whatever_they_answered(self, event):
        assert due(victim(), event) == []

    def test_starts_for_a_victim_found_later_on_that_day(self):
        assert due(victim(on=date(2026, 3, 20)), ACCOUNT) == [(1, date(2026, 3, 20))]

    def test_is_due_anew_at_the_next_stage(self):
        declined = FeedbackDeclined(on=MONDAY, victim=1, stage=NOW)
        assert due(victim(), declined, ACCOUNT) == [(1, ACCOUNT.on)]

    def test_is_not_due_again_at_a_stage_that_passed(self):
        declined = FeedbackDeclined(on=ACCOUNT.on, victim=1, stage=Stage.BEFORE_SUSPECT)
        assert due(victim(), ACCOUNT, declined) == []
