"""Telling victims: day 0 is the decision’s own day; 1 working day with Enhanced Rights, else 5."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.library.records.events_of_decisions import (
    day,
    decision,
    due,
    flagged,
    status,
    suspect,
    told,
    victim,
    why,
)
from tests.library.records.files_of_events import case_file, recorded

from answerable.records.event import Side
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Maker, What
from answerable.records.kinds.people import Status
from answerable.records.kinds.telling import (
    AskedNotToBeTold,
    Method,
    NoticeAttempt,
    Teller,
    ToldOfStep,
    Uncontactable,
)
from answerable.records.rules import dues
from answerable.statute.limits import LIMITS

ENHANCED, OTHERS = "tell_victim_enhanced", "tell_victim"
STEP = "tell_suspect_step_enhanced"


def tried(on: date, of: int = 2) -> NoticeAttempt:
    return NoticeAttempt(
        on=on, victim=1, decision=of, method=Method.TELEPHONE, teller=Teller.INVESTIGATOR
    )


def wish(on: date, *, tell_nothing: bool) -> AskedNotToBeTold:
    return AskedNotToBeTold(on=on, victim=1, tell_nothing=tell_nothing)


class TestTheLimit:
    @pytest.mark.parametrize(
        ("decided", "last"),
        [
            (day(0), day(1)),
            (day(4), day(7)),  # a Friday: Monday
            (day(5), day(7)),  # a Saturday counts on its own date
            (day(6), day(7)),
            (date(2026, 4, 2), date(2026, 4, 7)),  # before Good Friday: after Easter Monday
        ],
    )
    def test_with_enhanced_rights_is_the_next_working_day(self, decided, last):
        assert due(victim(), decision(decided), code=ENHANCED, on=decided) == [last]

    def test_without_them_is_the_fifth(self):
        events = victim(enhanced=False), decision(day(4))
        assert due(*events, code=OTHERS, on=day(4)) == [day(11)]
        assert due(*events, code=ENHANCED, on=day(4)) == []

    def test_of_a_decision_before_the_code_was_in_force_is_none(self):
        old = date(2021, 3, 31)
        file = case_file(victim(on=old), decision(old), reported_on=old)
        assert [one for one in dues(file, LIMITS, on=old) if one.rule.code == ENHANCED] == []

    def test_runs_for_each_victim_by_their_own_rights(self):
        events = victim(1), victim(2, enhanced=False), decision(day(0))
        assert due(*events, code=ENHANCED, on=day(0)) == [day(1)]
        assert due(*events, code=OTHERS, on=day(0)) == [day(7)]

    def test_runs_only_for_whom_the_decision_names(self):
        events = victim(1), victim(2), decision(day(0), victims=(2,))
        file = case_file(*events)
        asked = [one for one in dues(file, LIMITS, on=day(0)) if one.rule.code == ENHANCED]
        assert [one.about.victim for one in asked] == [2]

    def test_of_a_victim_who_is_identified_later_runs_from_then(self):
        events = victim(1), decision(day(0)), victim(2, on=day(30))
        assert due(*events, told(day(0), 2), code=ENHANCED, on=day(30)) == [day(31)]

    @pytest.mark.parametrize("made", [What.REFER, What.FURTHER_WORK])
    def test_is_none_for_steps_between_police_and_prosecutors(self, made):
        assert due(victim(), decision(day(0), made), code=ENHANCED, on=day(0)) == []

    @pytest.mark.parametrize(
        ("made", "side"),
        [(What.NO_FURTHER_ACTION, Side.CPS), (What.CHARGE, Side.POLICE)],
    )
    def test_is_the_prosecutors_for_their_decisions_not_to_go_on(self, made, side):
        file = case_file(victim(), suspect(), decision(day(0), made, maker=Maker.CPS))
        asked = [one for one in dues(file, LIMITS, on=day(0)) if one.rule.code == ENHANCED]
        assert [one.side for one in asked] == [side]


class TestTelling:
    def test_on_the_last_day_is_in_time(self):
        assert flagged(victim(), decision(day(4)), told(day(7), 2), code=ENHANCED, on=day(90)) == []

    def test_on_the_first_late_day_is_a_breach_for_ever(self):
        events = victim(), decision(day(4)), told(day(8), 2)
        assert flagged(*events, code=ENHANCED, on=day(90)) == [(day(8), False)]

    def test_that_is_late_is_due_and_an_open_breach(self):
        events = victim(), decision(day(4))
        assert flagged(*events, code=ENHANCED, on=day(7)) == []
        assert flagged(*events, code=ENHANCED, on=day(8)) == [(day(8), True)]
        assert due(*events, code=ENHANCED, on=day(8)) == [day(7)]

    def test_again_does_not_make_the_first_late(self):
        events = victim(), decision(day(4)), told(day(5), 2), told(day(30), 2)
        assert flagged(*events, code=ENHANCED, on=day(90)) == []

    def test_that_never_happened_leaves_it_late(self):
        struck = recorded(4, RecordedInError(on=day(9), reason="Of another case."), replaces=3)
        events = victim(), decision(day(4)), told(day(5), 2), struck
        assert flagged(*events, code=ENHANCED, on=day(9)) == [(day(8), True)]

    def test_counts_for_the_decision_as_it_was_put_right(self):
        right = recorded(4, decision(day(3)), replaces=2)
        events = victim(), decision(day(4)), told(day(7), 2), right
        assert flagged(*events, code=ENHANCED, on=day(90)) == [(day(5), False)]


class TestAVictimWhoDoesNotWantToBeTold:
    def test_is_asked_for_nothing(self):
        events = victim(), wish(day(1), tell_nothing=True), decision(day(4))
        assert due(*events, code=ENHANCED, on=day(90)) == []
        assert flagged(*events, code=ENHANCED, on=day(90)) == []

    def test_and_says_so_too_late_leaves_a_breach_behind(self):
        events = victim(), decision(day(4)), wish(day(9), tell_nothing=True)
        assert due(*events, code=ENHANCED, on=day(90)) == []
        assert flagged(*events, code=ENHANCED, on=day(90)) == [(day(8), False)]

    def test_and_later_does_is_told_from_that_day(self):
        silent, again = wish(day(1), tell_nothing=True), wish(day(14), tell_nothing=False)
        events = victim(), silent, decision(day(4)), again
        assert due(*events, code=ENHANCED, on=day(14)) == [day(15)]
        assert flagged(*events, told(day(15), 3), code=ENHANCED, on=day(90)) == []


class TestGivingUp:
    def test_after_three_attempts_ends_it(self):
        attempts = tried(day(0)), tried(day(0)), tried(day(1))
        given_up = Uncontactable(on=day(1), victim=1, decision=2, reason="No answer.")
        events = victim(), decision(day(0)), *attempts, given_up
        assert due(*events, code=ENHANCED, on=day(1)) == []
        assert flagged(*events, code="try_three_times", on=day(90)) == []

    def test_after_two_is_a_breach_and_telling_stays_due(self):
        given_up = Uncontactable(on=day(1), victim=1, decision=2, reason="No answer.")
        events = victim(), decision(day(0)), tried(day(0)), tried(day(1)), given_up
        assert due(*events, code=ENHANCED, on=day(1)) == [day(1)]
        assert flagged(*events, code="try_three_times", on=day(1)) == [(day(1), True)]

    def test_too_soon_stays_a_breach_when_a_third_follows(self):
        given_up = Uncontactable(on=day(1), victim=1, decision=2, reason="No answer.")
        events = victim(), decision(day(0)), tried(day(0)), tried(day(1)), given_up, tried(day(2))
        assert flagged(*events, code="try_three_times", on=day(2)) == [(day(1), False)]


class TestAStepOfASuspect:
    @pytest.mark.parametrize("what", [one for one in Status if one is not Status.REMANDED])
    def test_is_told_to_each_victim(self, what):
        events = victim(1), victim(2), suspect(), status(what, day(4))
        assert due(*events, code=STEP, on=day(4)) == [day(7), day(7)]

    def test_of_remand_is_not(self):
        assert due(victim(), suspect(), status(Status.REMANDED, day(4)), code=STEP, on=day(4)) == []

    def test_told_late_is_a_breach(self):
        telling = ToldOfStep(
            on=day(8), victim=1, status=3, method=Method.EMAIL, teller=Teller.INVESTIGATOR
        )
        events = victim(), suspect(), status(Status.ARRESTED, day(4)), telling
        assert flagged(*events, code=STEP, on=day(90)) == [(day(8), False)]


class TestWhatCannotBe:
    def test_is_telling_before_the_decision(self):
        assert "is before “Decision”" in why([victim(), decision(day(4))], told(day(3), 2))

    def test_is_telling_earlier_on_the_day_of_the_decision(self):
        decided = decision(day(4), decided_at=datetime(2026, 3, 6, 15, 0, tzinfo=UTC))
        early = told(day(4), 2, told_at=datetime(2026, 3, 6, 14, 59, tzinfo=UTC))
        late = told(day(4), 2, told_at=datetime(2026, 3, 6, 15, 0, tzinfo=UTC))
        assert "before the decision was made" in why([victim(), decided], early)
        assert why([victim(), decided], late) == ""

    def test_is_telling_of_no_decision(self):
        assert "no such event" in why([victim()], told(day(3), 9))

    @pytest.mark.parametrize(
        ("at", "fits"),
        [
            (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), True),
            (datetime(2026, 3, 29, 22, 59, tzinfo=UTC), True),
            (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), False),  # midnight in summer time
        ],
    )
    def test_is_a_time_on_another_day_in_london(self, at, fits):
        event = told(date(2026, 3, 29), 2, told_at=at)
        assert (why([victim(), decision(day(4))], event) == "") is fits

    def test_is_a_decision_put_right_to_a_day_after_the_telling(self):
        events = victim(), decision(day(4)), told(day(5), 2)
        assert "Put that right first" in why(events, decision(day(6)), replaces=2)
        assert why(events, decision(day(5)), replaces=2) == ""

    def test_is_a_decision_in_error_of_which_a_victim_was_told(self):
        events = victim(), decision(day(4)), told(day(5), 2)
        error = RecordedInError(on=day(6), reason="Of another case.")
        assert "“Victim told of a decision”" in why(events, error, replaces=2)
