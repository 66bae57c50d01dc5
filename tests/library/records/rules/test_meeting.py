"""The meeting gate: asked of each suspect, before the decision, and never healed afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.records.files_of_events import NO_LIMITS, case_file, recorded

from answerable.records.event import Side
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.meeting import MeetingExcepted, MeetingHeld, Mode
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.rules import breached_by, why_impossible
from answerable.records.rules.meeting import breaches

DECIDED = date(2026, 6, 10)
LATER = date(2026, 12, 1)


def day(number: int) -> date:
    """A day counted from that of the decision."""
    return DECIDED + timedelta(days=number)


def suspect(number: int = 1, on: date = date(2026, 3, 3)) -> SuspectIdentified:
    return SuspectIdentified(on=on, suspect=number)


def decision(
    on: date = DECIDED,
    *,
    maker: Maker = Maker.CPS,
    made: What = What.NO_FURTHER_ACTION,
    suspects: tuple[int, ...] = (),
    victims: tuple[int, ...] = (),
) -> Decision:
    return Decision(on=on, maker=maker, made=made, suspects=suspects, victims=victims)


def met(on: date = DECIDED, **facts) -> MeetingHeld:
    held = {"mode": Mode.VIRTUAL, "police_present": True, "prosecutor_present": True, **facts}
    return MeetingHeld(on=on, **held)


def excepted(on: date = DECIDED, reason: str = "The prosecutor is seriously ill", **facts):
    return MeetingExcepted(on=on, reason=reason, manager=7, **facts)


def flagged(*events) -> list[tuple[int | None, int | None]]:
    """The suspect and the decision of each breach."""
    found = breaches(case_file(*events), NO_LIMITS, LATER)
    return [(one.about.suspect, one.about.event) for one in found]


def words(*events) -> str:
    (one,) = breaches(case_file(*events), NO_LIMITS, LATER)
    return one.words


class TestADecisionOfNoFurtherActionByTheProsecutors:
    def test_without_a_meeting_is_a_breach_since_its_day_and_stays_one(self):
        (one,) = breaches(case_file(suspect(), decision()), NO_LIMITS, LATER)
        assert (one.rule.code, one.since, one.is_open) == (
            "meeting_before_decision",
            DECIDED,
            False,
        )

    @pytest.mark.parametrize(("on", "expected"), [(day(-1), []), (day(0), []), (day(1), [(1, 3)])])
    def test_may_come_on_the_day_of_the_meeting_and_not_before_it(self, on, expected):
        assert flagged(suspect(), met(on), decision()) == expected

    @pytest.mark.parametrize(("on", "expected"), [(day(-1), []), (day(0), []), (day(1), [(1, 3)])])
    def test_may_come_on_the_day_of_an_exception_and_not_before_it(self, on, expected):
        assert flagged(suspect(), excepted(on), decision()) == expected

    @pytest.mark.parametrize("reason", ["", "   "])
    def test_is_not_let_through_by_an_exception_without_a_reason(self, reason):
        assert flagged(suspect(), excepted(reason=reason), decision()) == [(1, 3)]

    @pytest.mark.parametrize("missing", [{"police_present": False}, {"prosecutor_present": False}])
    def test_asks_for_both_sides_at_the_meeting(self, missing):
        assert flagged(suspect(), met(**missing), decision()) == [(1, 3)]

    @pytest.mark.parametrize("mode", list(Mode))
    def test_is_let_through_by_what_is_a_meeting_alone(self, mode):
        let_through = flagged(suspect(), met(mode=mode), decision()) == []
        assert let_through is mode.is_a_meeting

    def test_counts_provisional_as_well(self):
        provisional = decision(made=What.PROVISIONAL_NO_FURTHER_ACTION)
        assert flagged(suspect(), provisional) == [(1, 2)]

    def test_needs_one_meeting_for_the_provisional_and_the_final_decision(self):
        provisional = decision(day(0), made=What.PROVISIONAL_NO_FURTHER_ACTION)
        assert flagged(suspect(), met(day(-3)), provisional, decision(day(30))) == []

    def test_is_asked_of_the_case_where_nobody_is_identified(self):
        assert flagged(decision()) == [(None, 1)]
        assert flagged(met(), decision()) == []


class TestOtherDecisions:
    @pytest.mark.parametrize("maker", [Maker.POLICE, Maker.COURT])
    def test_by_others_need_no_meeting(self, maker):
        assert flagged(suspect(), decision(maker=maker)) == []

    @pytest.mark.parametrize("made", [What.CHARGE, What.FURTHER_WORK, What.OUT_OF_COURT])
    def test_of_another_kind_need_no_meeting(self, made):
        assert flagged(suspect(), decision(made=made)) == []


class TestSeveralSuspects:
    def test_are_each_asked_for(self):
        assert flagged(suspect(1), suspect(2), decision()) == [(1, 3), (2, 3)]

    def test_are_each_let_through_by_a_meeting_about_them(self):
        file = (suspect(1), suspect(2), met(suspects=(2,)), decision())
        assert flagged(*file) == [(1, 4)]

    def test_are_all_let_through_by_a_meeting_that_names_none(self):
        assert flagged(suspect(1), suspect(2), met(), decision()) == []

    def test_are_not_let_through_by_a_meeting_before_they_were_known(self):
        events = (suspect(1), met(day(-9)), suspect(2, on=day(-5)), decision())
        assert flagged(*events) == [(2, 4)]

    def test_are_asked_for_once_where_a_decision_names_one_twice(self):
        assert flagged(suspect(1), decision(suspects=(1, 1))) == [(1, 2)]

    def test_who_became_known_after_the_decision_are_none_of_it(self):
        assert flagged(suspect(1), met(), decision(), suspect(2, on=day(5))) == []


class TestDecidingAfresh:
    def test_needs_a_meeting_afresh(self):
        again = decision(day(60))
        assert flagged(suspect(), met(), decision(), again) == [(1, 4)]

    def test_is_let_through_by_a_meeting_since(self):
        events = (suspect(), met(), decision(), met(day(59)), decision(day(60)))
        assert flagged(*events) == []

    def test_about_another_victim_needs_none_where_one_meeting_was_about_both(self):
        first, second = decision(victims=(1,)), decision(day(3), victims=(2,))
        assert flagged(suspect(), met(day(-1)), first, second) == []


class TestCorrections:
    def test_of_the_day_of_the_meeting_count(self):
        late = met(day(1))
        put_right = recorded(4, met(day(-1)), replaces=2)
        assert flagged(suspect(), late, decision(), put_right) == []

    def test_take_a_meeting_away_that_never_was(self):
        error = recorded(4, RecordedInError(on=day(9), reason="Of another case"), replaces=2)
        assert flagged(suspect(), met(), decision(), error) == [(1, 3)]

    def test_of_the_decision_move_the_breach_with_it(self):
        put_right = recorded(3, decision(day(4)), replaces=2)
        assert flagged(suspect(), decision(), put_right) == [(1, 3)]


class TestWords:
    def test_say_who_when_and_what_is_missing(self):
        assert words(suspect(), decision()) == (
            "The prosecutors decided on 10 June 2026 on no further action for suspect 1 without a "
            "meeting of both sides before it and without an exception by a manager."
        )

    @pytest.mark.parametrize(
        ("event", "added"),
        [
            (met(day(1)), "What was recorded for 11 June 2026 came after the decision."),
            (
                met(mode=Mode.WRITING),
                "What was held on 10 June 2026 is no meeting: by e-mail or other writing only.",
            ),
            (
                met(police_present=False),
                "The investigator was not at the meeting of 10 June 2026.",
            ),
            (
                met(prosecutor_present=False),
                "The prosecutor was not at the meeting of 10 June 2026.",
            ),
            (excepted(reason=""), "The exception of 10 June 2026 gives no reason."),
        ],
        ids=["after", "writing", "no investigator", "no prosecutor", "no reason"],
    )
    def test_say_why_what_there_was_does_not_count(self, event, added):
        assert words(suspect(), event, decision()).endswith(added)


class TestTheGate:
    def test_asks_when_the_decision_is_recorded_and_refuses_nothing(self):
        file = case_file(suspect(), reported_on=date(2026, 3, 2))
        entered = recorded(2, decision(), side=Side.CPS)
        assert why_impossible(file, entered) == []
        asked = [one.rule.code for one in breached_by(file, entered, NO_LIMITS, on=DECIDED)]
        assert "meeting_before_decision" in asked

    @given(offset=st.integers(-400, 400), named=st.sets(st.sampled_from([1, 2, 3])))
    def test_flags_exactly_those_suspects_for_whom_no_meeting_was_in_time(self, offset, named):
        events = (
            suspect(1),
            suspect(2),
            suspect(3),
            met(max(day(offset), date(2026, 3, 3)), suspects=tuple(named)),
            decision(),
        )
        covered = (named or {1, 2, 3}) if offset <= 0 else set()
        assert {one for one, _ in flagged(*events)} == {1, 2, 3} - covered
