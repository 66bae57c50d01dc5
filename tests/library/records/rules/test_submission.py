"""Submissions: decided within their limit, sent back with what they lack, put aside and found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.library.records.files_of_events import MONDAY, NO_LIMITS, case_file, recorded
from tests.library.records.limits_of_prosecution import LIMITS

from answerable.records.event import Side
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.submission import (
    AdminFinalised,
    Reopened,
    SubmissionTriaged,
    Submitted,
    Track,
)
from answerable.records.rules import why_impossible
from answerable.records.rules.submission import breaches, dues
from answerable.records.submissions import submissions

SENT = date(2026, 6, 1)
LATER = date(2027, 6, 1)


def day(number: int) -> date:
    """A day counted from the submission."""
    return SENT + timedelta(days=number)


def suspect(number: int = 1) -> SuspectIdentified:
    return SuspectIdentified(on=MONDAY, suspect=number)


def sent(on: date = SENT, *suspects: int, track: Track = Track.DAYS_28) -> Submitted:
    return Submitted(on=on, suspects=suspects, track=track)


def triaged(on: date, *, accepted: bool, full: bool = False, reason: str = "", of: int = 2):
    return SubmissionTriaged(
        on=on, submission=of, is_accepted=accepted, is_full_file=full, reason=reason
    )


def decided(
    on: date, made: What = What.CHARGE, *suspects: int, maker: Maker = Maker.CPS
) -> Decision:
    return Decision(on=on, maker=maker, made=made, suspects=suspects)


def flagged(*events, on: date = LATER, limits=LIMITS) -> list[tuple[str, date, bool]]:
    found = breaches(case_file(*events).as_at(on), limits, on)
    return [(one.rule.code, one.since, one.is_open) for one in found]


def asked(*events, on: date = LATER, limits=LIMITS) -> list[tuple[str, Side, date | None]]:
    found = dues(case_file(*events).as_at(on), limits, on)
    return [(one.rule.code, one.side, one.due_on) for one in found]


class TestADecision:
    @pytest.mark.parametrize("track", list(Track))
    def test_is_due_from_the_prosecutors_within_the_days_of_its_track(self, track):
        last = day(int(track.value))
        code = f"charging_decision_{track.value}"
        assert asked(suspect(), sent(track=track), on=SENT) == [(code, Side.CPS, last)]

    @pytest.mark.parametrize(
        ("on", "expected"), [(day(28), []), (day(29), [("charging_decision_28", day(29), True)])]
    )
    def test_is_late_the_day_after(self, on, expected):
        assert flagged(suspect(), sent(), on=on) == expected

    @pytest.mark.parametrize(
        ("on", "expected"), [(day(28), []), (day(29), [("charging_decision_28", day(29), False)])]
    )
    @pytest.mark.parametrize("made", [What.CHARGE, What.NO_FURTHER_ACTION, What.OUT_OF_COURT])
    def test_of_any_kind_ends_it_and_late_stays_a_breach(self, made, on, expected):
        assert flagged(suspect(), sent(), decided(on, made)) == expected

    @pytest.mark.parametrize("made", [What.FURTHER_WORK, What.PROVISIONAL_NO_FURTHER_ACTION])
    def test_that_is_none_yet_leaves_it_pending(self, made):
        assert len(asked(suspect(), sent(), decided(day(9), made), on=day(20))) == 1

    def test_of_the_police_is_not_that_of_the_prosecutors(self):
        own = decided(day(9), What.NO_FURTHER_ACTION, maker=Maker.POLICE)
        assert len(asked(suspect(), sent(), own, on=day(20))) == 1

    def test_is_made_when_it_is_made_for_the_last_suspect(self):
        first, last = decided(day(9), What.CHARGE, 1), decided(day(30), What.CHARGE, 2)
        file = case_file(suspect(1), suspect(2), sent(), first)
        assert submissions(file)[0].decided_on is None
        file = case_file(suspect(1), suspect(2), sent(), first, last)
        assert submissions(file)[0].decided_on == day(30)

    def test_before_a_submission_is_not_the_decision_on_it(self):
        file = case_file(suspect(), sent(), decided(day(-1)))
        assert submissions(file)[0].decided_on is None

    def test_on_the_day_of_the_submission_is(self):
        file = case_file(suspect(), sent(), decided(day(0)))
        assert submissions(file)[0].decided_on == day(0)

    def test_is_neither_due_nor_late_where_no_limit_is_in_force(self):
        assert asked(suspect(), sent(), limits=NO_LIMITS) == []
        assert flagged(suspect(), sent(), limits=NO_LIMITS) == []


class TestSendingAgain:
    def test_asks_for_one_decision(self):
        found = asked(suspect(), sent(), sent(day(10)), on=day(11))
        assert found == [("charging_decision_28", Side.CPS, day(38))]

    def test_late_leaves_the_first_a_breach(self):
        found = flagged(suspect(), sent(), sent(day(40)), on=day(41))
        assert found == [("charging_decision_28", day(29), False)]

    def test_another_suspect_leaves_the_first_pending(self):
        events = (suspect(1), suspect(2), sent(SENT, 1), sent(day(10), 2))
        assert len(asked(*events, on=day(11))) == 2


class TestATriage:
    def test_that_sends_the_file_back_ends_what_is_asked_of_the_prosecutors(self):
        back = triaged(day(3), accepted=False, reason="No statement of the nurse")
        assert asked(suspect(), sent(), back) == []
        assert flagged(suspect(), sent(), back) == []

    @pytest.mark.parametrize("reason", ["", "    ", "see mail"])
    def test_that_sends_it_back_without_what_it_lacks_is_a_breach(self, reason):
        back = triaged(day(3), accepted=False, reason=reason)
        assert flagged(suspect(), sent(), back) == [("triage_reason", day(3), False)]

    def test_that_accepts_after_all_asks_for_the_decision_again(self):
        back = triaged(day(3), accepted=False, reason="No statement of the nurse")
        after_all = triaged(day(5), accepted=True, full=True)
        assert asked(suspect(), sent(), back, after_all, on=day(6)) == [
            ("charging_decision_28", Side.CPS, day(28))
        ]

    def test_cannot_accept_as_a_full_file_what_it_does_not_accept(self):
        contradiction = recorded(3, triaged(day(3), accepted=False, full=True))
        assert len(why_impossible(case_file(suspect(), sent()), contradiction)) == 1

    def test_finds_the_first_day_of_a_full_file(self):
        events = (
            triaged(day(2), accepted=True),
            triaged(day(5), accepted=True, full=True),
            triaged(day(9), accepted=True, full=True),
        )
        assert submissions(case_file(suspect(), sent(), *events))[0].full_file_on == day(5)

    def test_is_of_the_submission_that_stands(self):
        right = recorded(4, sent(day(1)), replaces=2)
        file = case_file(suspect(), sent(), triaged(day(5), accepted=True, full=True), right)
        (found,) = submissions(file)
        assert (found.number, found.full_file_on) == (4, day(5))


class TestWhatWasPutAside:
    PUT_ASIDE = AdminFinalised(on=day(40), submission=2)

    def test_is_asked_of_the_police_and_the_decision_stays_due(self):
        found = asked(suspect(), sent(), self.PUT_ASIDE, on=day(41))
        assert found == [
            ("charging_decision_28", Side.CPS, day(28)),
            ("admin_finalised", Side.POLICE, None),
        ]

    @pytest.mark.parametrize("event", [Reopened(on=day(50), finalised=3), decided(day(50))])
    def test_is_no_longer_once_it_is_taken_up_or_decided(self, event):
        codes = [code for code, _, _ in asked(suspect(), sent(), self.PUT_ASIDE, event)]
        assert "admin_finalised" not in codes

    def test_is_not_taken_up_twice(self):
        file = case_file(suspect(), sent(), self.PUT_ASIDE, Reopened(on=day(50), finalised=3))
        again = recorded(5, Reopened(on=day(60), finalised=3))
        assert len(why_impossible(file, again)) == 1

    def test_may_have_the_day_put_right_on_which_it_was_taken_up(self):
        file = case_file(suspect(), sent(), self.PUT_ASIDE, Reopened(on=day(50), finalised=3))
        right = recorded(5, Reopened(on=day(51), finalised=3), replaces=4)
        assert why_impossible(file, right) == []
