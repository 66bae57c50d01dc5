"""Who may ask for a review, under which scheme, with the reason in words."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.events_of_decisions import (
    WORDS,
    day,
    decision,
    interviewed,
    suspect,
    victim,
)
from tests.library.records.files_of_events import case_file

from answerable.records.codes.review_schemes import Area, Scheme
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Maker, What
from answerable.records.kinds.review import EntitlementOverridden, NotQualifying
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ReEngaged, Withdrawal
from answerable.records.rules.entitlement import Entitlement, by_rules, entitlement
from answerable.records.stages import Stage


def right(*events: object, of: int, who: int = 1) -> Entitlement:
    return by_rules(case_file(*events), of, who)


def withdrawn(on: date) -> Withdrawal:
    return Withdrawal(on=on, victim=1, stage=Stage.BEFORE_REFERRAL, through=Through.THEMSELVES)


PEOPLE = (victim(), suspect(), interviewed())


class TestThePoliceScheme:
    def test_is_for_decisions_after_a_suspect_was_interviewed(self):
        found = right(*PEOPLE, decision(day(9)), of=4)
        assert (found.is_entitled, found.scheme) == (True, Scheme.POLICE)
        assert "interviewed under caution" in found.why

    @pytest.mark.parametrize(
        "before",
        [
            (victim(), decision(day(9))),
            (victim(), suspect(), decision(day(9))),
            (victim(), suspect(), interviewed(on=day(10)), decision(day(9))),
            (victim(), suspect(1), suspect(2), interviewed(2), decision(day(9), suspects=(1,))),
        ],
    )
    def test_is_not_for_a_suspect_not_interviewed_by_then(self, before):
        number = next(n for n, one in enumerate(before, 1) if one.kind() == "decision")
        assert right(*before, of=number).why_not is NotQualifying.NO_SUSPECT_INTERVIEWED

    def test_is_not_where_another_suspect_was_charged(self):
        events = *PEOPLE, suspect(2), Charged(on=day(8), suspect=2), decision(day(9), suspects=(1,))
        assert right(*events, of=6).why_not is NotQualifying.CHARGED_IN_PART

    def test_is_where_another_is_charged_afterwards(self):
        events = *PEOPLE, suspect(2), decision(day(9), suspects=(1,))
        assert right(*events, Charged(on=day(10), suspect=2), of=5).is_entitled

    def test_is_not_where_another_offence_was_charged(self):
        charged = Charged(on=day(8), suspect=1, is_other_offence=True)
        found = right(*PEOPLE, charged, decision(day(9)), of=5)
        assert found.why_not is NotQualifying.OTHER_OFFENCE_CHARGED

    @pytest.mark.parametrize("code", ["2", "3", "8", "22", "3A"])
    def test_is_not_for_outcomes_out_of_court(self, code):
        found = right(*PEOPLE, decision(day(9), outcome=code), of=4)
        assert found.why_not is NotQualifying.OUT_OF_COURT

    @pytest.mark.parametrize("code", ["14", "16", "16B"])
    def test_is_not_for_outcomes_that_say_the_victim_does_not_support(self, code):
        found = right(*PEOPLE, decision(day(9), outcome=code), of=4)
        assert found.why_not is NotQualifying.VICTIM_RETRACTED

    def test_is_not_after_a_withdrawal_unless_the_victim_came_back(self):
        gone = withdrawn(day(5))
        back = ReEngaged(on=day(7), victim=1, withdrawal=4)
        assert right(*PEOPLE, gone, decision(day(9)), of=5).why_not is (
            NotQualifying.VICTIM_RETRACTED
        )
        assert right(*PEOPLE, gone, back, decision(day(9)), of=6).is_entitled

    def test_is_not_before_it_began(self):
        old = date(2015, 3, 31)
        people = victim(on=old), suspect(on=old), interviewed(on=old)
        file = case_file(*people, decision(old), reported_on=old)
        assert "before the scheme began on 1 April 2015" in by_rules(file, 4, 1).why

    def test_is_not_for_a_referral(self):
        found = right(*PEOPLE, decision(day(9), What.REFER), of=4)
        assert (found.is_entitled, found.scheme) == (False, None)

    def test_is_not_for_whom_the_decision_does_not_concern(self):
        found = right(*PEOPLE, victim(2), decision(day(9), victims=(2,)), of=5)
        assert "does not concern" in found.why


class TestTheProsecutorsScheme:
    @pytest.mark.parametrize(
        "made",
        [
            What.NO_FURTHER_ACTION,
            What.STOP_PROSECUTION,
            What.NO_EVIDENCE_OFFERED,
            What.LIE_ON_FILE,
        ],
    )
    def test_is_for_decisions_that_end_the_case_even_after_a_withdrawal(self, made):
        decided = decision(day(9), made, maker=Maker.CPS, outcome="16")
        found = right(victim(), suspect(), withdrawn(day(5)), decided, of=4)
        assert (found.is_entitled, found.scheme) == (True, Scheme.CPS)


class TestThePilot:
    @pytest.mark.parametrize(
        ("area", "on", "entitled"),
        [
            (Area.NORTH_WEST, date(2026, 1, 26), False),
            (Area.NORTH_WEST, date(2026, 1, 27), True),
            (Area.CYMRU_WALES, date(2026, 3, 31), False),
            (Area.CYMRU_WALES, date(2026, 4, 1), True),
            (Area.OTHER, date(2026, 6, 1), False),
            (None, date(2026, 6, 1), False),
        ],
    )
    def test_begins_in_each_area_on_its_own_day(self, area, on, entitled):
        start = date(2025, 12, 1)
        decided = decision(on, What.PROVISIONAL_NO_EVIDENCE, maker=Maker.CPS, area=area)
        file = case_file(victim(on=start), suspect(on=start), decided, reported_on=start)
        found = by_rules(file, 3, 1)
        assert (found.is_entitled, found.scheme) == (entitled, Scheme.PILOT)
        assert found.why.endswith(".")


class TestAPersonsJudgement:
    def test_counts_with_its_reason(self):
        judged = EntitlementOverridden(
            on=day(10), victim=1, decision=2, is_entitled=True, reason=WORDS
        )
        found = entitlement(case_file(victim(), decision(day(9)), judged), 2, 1)
        assert (found.is_entitled, found.is_overridden, found.scheme) == (True, True, Scheme.POLICE)
        assert WORDS in found.why

    def test_without_a_reason_does_not_count(self):
        judged = EntitlementOverridden(
            on=day(10), victim=1, decision=2, is_entitled=True, reason="  "
        )
        found = entitlement(case_file(victim(), decision(day(9)), judged), 2, 1)
        assert (found.is_entitled, found.is_overridden) == (False, False)
