"""Decisions: whom they concern, their reasons, who charges, which outcome is known last."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.library.records.events_of_decisions import (
    day,
    decision,
    flagged,
    suspect,
    victim,
    why,
)
from tests.library.records.files_of_events import case_file

from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Maker, OutcomeRecorded, What
from answerable.records.rules.decision import (
    KnownOutcome,
    concerned_suspects,
    concerned_victims,
    last_known_outcome,
)

REASONS, CHARGE = "give_reasons_for_decision", "decide_charge_by_prosecutors"


class TestWhomItConcerns:
    def test_is_whom_it_names(self):
        file = case_file(victim(1), victim(2), suspect(1), suspect(2))
        named = decision(day(0), victims=(2,), suspects=(1,))
        assert (concerned_victims(file, named), concerned_suspects(file, named)) == ((2,), (1,))

    def test_is_everybody_where_it_names_nobody(self):
        file = case_file(victim(2), victim(1), suspect(1))
        everybody = decision(day(0))
        assert concerned_victims(file, everybody) == (1, 2)
        assert concerned_suspects(file, everybody) == (1,)


class TestWhatCannotBe:
    @pytest.mark.parametrize("outcome", ["0", "23", "A", "1AAA", " 1", "-1", "01"])
    def test_is_an_outcome_that_is_none(self, outcome):
        assert why([], decision(day(0), outcome=outcome)) != ""
        event = OutcomeRecorded(on=day(0), outcome=outcome, maker=Maker.POLICE)
        assert why([], event) != ""

    def test_is_an_outcome_recorded_empty(self):
        assert why([], OutcomeRecorded(on=day(0), outcome="", maker=Maker.POLICE)) != ""
        assert why([], decision(day(0), outcome="")) == ""

    def test_says_of_0_that_it_is_not_an_outcome(self):
        assert "0 means that no outcome is assigned" in why([], decision(day(0), outcome="0"))

    def test_is_a_charge_of_nobody(self):
        assert "before a suspect is identified" in why([], decision(day(0), What.CHARGE))
        assert why([suspect()], decision(day(0), What.CHARGE)) == ""

    def test_is_a_time_on_another_day_in_london(self):
        at = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # 1 July in summer time
        assert why([], decision(date(2026, 7, 1), decided_at=at)) == ""
        assert "on another day" in why([], decision(date(2026, 6, 30), decided_at=at))

    def test_is_a_victim_or_suspect_that_the_case_does_not_have(self):
        assert "no victim 2" in why([victim()], decision(day(0), victims=(1, 2)))
        assert "no suspect 1" in why([victim()], decision(day(0), suspects=(1,)))


class TestReasons:
    @pytest.mark.parametrize(
        ("made", "asked"),
        [(What.REFER, True), (What.NO_FURTHER_ACTION, True), (What.FURTHER_WORK, False)],
    )
    def test_are_asked_of_a_referral_and_of_an_end(self, made, asked):
        events = (decision(day(3), made, rationale="  "),)
        assert (flagged(*events, code=REASONS, on=day(3)) != []) is asked


class TestCharging:
    def test_is_for_the_prosecutors_to_decide(self):
        by_police = suspect(), decision(day(3), What.CHARGE)
        assert flagged(*by_police, code=CHARGE, on=day(3)) == [(day(3), False)]

    @pytest.mark.parametrize(("decided", "breaches"), [(3, []), (5, [(day(4), False)])])
    def test_follows_the_decision(self, decided, breaches):
        decision_to = decision(day(decided), What.CHARGE, maker=Maker.CPS)
        events = suspect(), decision_to, Charged(on=day(4), suspect=1)
        assert flagged(*events, code=CHARGE, on=day(9)) == breaches

    def test_of_another_than_was_decided_is_a_breach(self):
        decided = decision(day(3), What.CHARGE, maker=Maker.CPS, suspects=(2,))
        events = suspect(1), suspect(2), decided, Charged(on=day(4), suspect=1)
        assert flagged(*events, code=CHARGE, on=day(9)) == [(day(4), False)]


class TestTheLastKnownOutcome:
    def test_is_none_at_first_and_never_0(self):
        assert last_known_outcome(case_file(decision(day(0)))) is None

    def test_is_the_latest_by_its_day_and_says_who_decided(self):
        recorded = OutcomeRecorded(on=day(9), outcome="15A", maker=Maker.CPS)
        file = case_file(recorded, decision(day(3), outcome="16"))
        assert last_known_outcome(file) == KnownOutcome("15A", Maker.CPS, day(9))

    def test_of_a_suspect_is_theirs_or_everybodys(self):
        file = case_file(
            suspect(1),
            suspect(2),
            decision(day(3), outcome="15"),
            OutcomeRecorded(on=day(9), outcome="1", maker=Maker.CPS, suspect=2),
        )
        of = [last_known_outcome(file, number) for number in (1, 2)]
        assert [one and one.outcome for one in of] == ["15", "1"]
