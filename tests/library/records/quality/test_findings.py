"""All checks together: each named once and cited, and what they find as at a day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, victim

from answerable.records.kinds.decision import Maker, OutcomeRecorded
from answerable.records.kinds.withdrawal import ContactLost
from answerable.records.quality import CHECKS, across, findings

EVERY_CHECK = (*CHECKS, *across.CHECKS)


class TestTheChecks:
    def test_have_a_code_of_their_own_each(self):
        assert len({one.code for one in EVERY_CHECK}) == len(EVERY_CHECK)

    @pytest.mark.parametrize("check", EVERY_CHECK, ids=lambda one: one.code)
    def test_say_what_they_ask_and_where_it_comes_from(self, check):
        assert check.asks
        assert check.citation


class TestFindings:
    FILE = case_file(
        victim(),
        OutcomeRecorded(on=date(2026, 3, 9), outcome="16", maker=Maker.POLICE),
        ContactLost(on=date(2026, 3, 3), victim=1, attempts=1),
    )

    def test_come_earliest_first(self):
        found = findings(self.FILE, LIMITS, on=date(2026, 3, 9))
        assert [one.check.code for one in found] == [
            "contact_lost_few_attempts",
            "no_contact_as_withdrawal",
            "outcome_needs_suspect",
        ]

    def test_know_only_what_had_happened_by_the_day(self):
        found = findings(self.FILE, LIMITS, on=date(2026, 3, 8))
        assert [one.check.code for one in found] == ["contact_lost_few_attempts"]

    def test_are_none_in_a_case_of_which_nothing_is_asked_yet(self):
        assert findings(case_file(victim()), LIMITS, on=MONDAY) == []
