"""What names an earlier event names one that can be it, also after it was put right."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import MONDAY, case_file, recorded, victim

from answerable.records import rules
from answerable.records.kinds.support import SupportContact, SupportReferred

TUESDAY = date(2026, 3, 3)
WEDNESDAY = date(2026, 3, 4)


def referral(on: date = TUESDAY, *, of: int = 1) -> SupportReferred:
    return SupportReferred(on=on, victim=of, service=7, has_consent=True)


def contact(on: date = TUESDAY, *, of: int = 1, after: int = 3) -> SupportContact:
    return SupportContact(on=on, victim=of, referral=after)


FILE = case_file(victim(), victim(2), referral())


class TestNaming:
    @pytest.mark.parametrize(
        ("event", "because"),
        [
            (contact(after=9), "no such event"),
            (contact(after=1), "no such event"),
            (contact(MONDAY), "is before “Referral to support”"),
            (contact(of=2), "not of the same person"),
        ],
    )
    def test_is_refused_where_it_cannot_be(self, event, because):
        (reason,) = rules.why_impossible(FILE, recorded(4, event))
        assert because in reason

    def test_may_be_on_the_same_day(self):
        assert rules.why_impossible(FILE, recorded(4, contact())) == []

    def test_may_name_nothing_where_that_is_asked_for_at_will(self):
        assert rules.why_impossible(FILE, recorded(4, referral())) == []

    def test_may_name_what_was_put_right_since(self):
        file = FILE.with_event(recorded(4, referral(WEDNESDAY), replaces=3))
        reasons = [
            rules.why_impossible(file, recorded(5, contact(day))) for day in (TUESDAY, WEDNESDAY)
        ]
        assert [len(one) for one in reasons] == [1, 0]


class TestPuttingRight:
    def test_is_refused_where_what_follows_would_be_before_it(self):
        file = FILE.with_event(recorded(4, contact()))
        correction = recorded(5, referral(WEDNESDAY), replaces=3)
        (reason,) = rules.why_impossible(file, correction)
        assert "“Contact with support” of 3 March 2026 could not" in reason

    def test_is_refused_where_what_follows_is_of_another_person(self):
        file = FILE.with_event(recorded(4, contact()))
        (reason,) = rules.why_impossible(file, recorded(5, referral(of=2), replaces=3))
        assert "“Contact with support” of 3 March 2026 could not" in reason

    def test_is_possible_on_another_day_that_fits(self):
        file = FILE.with_event(recorded(4, contact()))
        assert rules.why_impossible(file, recorded(5, referral(MONDAY), replaces=3)) == []
