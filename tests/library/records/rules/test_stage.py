"""Since when a case is at its present stage."""

from __future__ import annotations

from datetime import date

from tests.library.records.files_of_events import MONDAY, case_file, victim

from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.people import Status, SuspectIdentified, SuspectStatus
from answerable.records.rules.stage import reached
from answerable.records.stages import Stage

ACCOUNT = AccountTaken(on=date(2026, 3, 5), victim=1, account_type=AccountType.VIDEO)
SUSPECT = SuspectIdentified(on=date(2026, 3, 9), suspect=1)
INTERVIEW = SuspectStatus(on=date(2026, 3, 9), suspect=1, status=Status.INTERVIEWED)


def ended(day: int, what: What = What.NO_FURTHER_ACTION) -> Decision:
    return Decision(on=date(2026, 4, day), maker=Maker.POLICE, made=what)


class TestReached:
    def test_is_the_report_at_first(self):
        late = victim(on=date(2026, 3, 4))
        assert reached(case_file(late)) == (Stage.BEFORE_ACCOUNT, MONDAY)

    def test_is_the_day_of_the_event_that_led_there(self):
        assert reached(case_file(victim(), ACCOUNT)) == (Stage.BEFORE_SUSPECT, ACCOUNT.on)
        file = case_file(victim(), ACCOUNT, SUSPECT, INTERVIEW, victim(2, on=date(2026, 3, 20)))
        assert reached(file) == (Stage.BEFORE_REFERRAL, INTERVIEW.on)

    def test_may_be_the_first_event_of_all(self):
        assert reached(case_file(ACCOUNT)) == (Stage.BEFORE_SUSPECT, ACCOUNT.on)

    def test_is_the_latest_time_that_it_was_reached(self):
        again = ended(7, What.INVESTIGATE_AGAIN)
        file = case_file(victim(), SUSPECT, INTERVIEW, ended(1), again)
        assert reached(file) == (Stage.BEFORE_REFERRAL, again.on)
