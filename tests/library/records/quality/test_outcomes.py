"""Outcome codes are held against suspects, withdrawals, charges and the offence."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, victim

from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Decision, Maker, OutcomeRecorded, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.report import CrimeRecorded, OffenceAlleged
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ContactLost, ReEngaged, Withdrawal
from answerable.records.quality import outcomes
from answerable.records.stages import Stage

TUESDAY, WEDNESDAY = date(2026, 3, 3), date(2026, 3, 4)
VICTIM = victim()
SUSPECT = SuspectIdentified(on=MONDAY, suspect=1)
RAPE = OffenceAlleged(on=MONDAY, offence="19C", victim=1)


def outcome(code: str, *, on: date = WEDNESDAY, suspect: int | None = None) -> OutcomeRecorded:
    return OutcomeRecorded(on=on, outcome=code, maker=Maker.POLICE, suspect=suspect)


def withdrawal(*, of: int = 1, on: date = TUESDAY) -> Withdrawal:
    return Withdrawal(
        on=on,
        victim=of,
        victims_words="No more.",
        stage=Stage.BEFORE_REFERRAL,
        reasons=(Reason.LENGTH,),
        through=Through.THEMSELVES,
    )


def found(*events) -> list[str]:
    file = case_file(*events)
    return [one.check.code for one in outcomes.findings(file, LIMITS, date(2026, 4, 1))]


class TestSuspects:
    @pytest.mark.parametrize(
        ("code", "with_suspect", "without"),
        [
            ("15", [], ["outcome_needs_suspect"]),
            ("15A", [], ["outcome_needs_suspect"]),
            ("18", ["outcome_without_suspect"], []),
            ("20", [], []),
        ],
    )
    def test_are_identified_or_not_as_the_code_says(self, code, with_suspect, without):
        assert found(VICTIM, SUSPECT, outcome(code)) == with_suspect
        assert found(VICTIM, outcome(code)) == without

    def test_count_as_they_were_on_the_day_of_the_outcome(self):
        later = SuspectIdentified(on=WEDNESDAY, suspect=1)
        assert found(VICTIM, later, outcome("18", on=TUESDAY)) == []


class TestTheOffence:
    @pytest.mark.parametrize("code", ["6", "7", "8", "17", "19", "22"])
    def test_of_rape_is_not_closed_so(self, code):
        assert found(VICTIM, RAPE, outcome(code)) == ["outcome_not_for_rape"]
        assert found(VICTIM, outcome(code)) == []

    @pytest.mark.parametrize("code", ["2", "3A"])
    def test_of_rape_has_no_caution_without_the_prosecutors(self, code):
        def agreed(maker: Maker, on: date = TUESDAY) -> Decision:
            return Decision(on=on, maker=maker, made=What.OUT_OF_COURT)

        case = (VICTIM, SUSPECT, RAPE)
        assert found(*case, outcome(code)) == ["caution_needs_prosecutors"]
        assert found(*case, agreed(Maker.POLICE), outcome(code)) == ["caution_needs_prosecutors"]
        assert found(*case, agreed(Maker.CPS), outcome(code)) == []
        assert found(*case, agreed(Maker.CPS, date(2026, 3, 5)), outcome(code)) == [
            "caution_needs_prosecutors"
        ]

    def test_of_rape_has_a_caution_only_for_the_suspect_whom_the_prosecutors_named(self):
        agreed = Decision(on=TUESDAY, maker=Maker.CPS, made=What.OUT_OF_COURT, suspects=(1,))
        case = (VICTIM, SUSPECT, SuspectIdentified(on=MONDAY, suspect=2), RAPE, agreed)
        assert found(*case, outcome("3", suspect=1)) == []
        assert found(*case, outcome("3", suspect=2)) == ["caution_needs_prosecutors"]


class TestSupport:
    @pytest.mark.parametrize(
        ("events", "codes"),
        [
            ((withdrawal(), outcome("16")), []),
            ((outcome("16"),), ["outcome_without_withdrawal"]),
            ((withdrawal(on=date(2026, 3, 5)), outcome("16")), ["outcome_without_withdrawal"]),
            (
                (withdrawal(), ReEngaged(on=WEDNESDAY, victim=1, withdrawal=3), outcome("16")),
                ["outcome_without_withdrawal"],
            ),
            (
                (ContactLost(on=TUESDAY, victim=1, attempts=5), outcome("16")),
                ["no_contact_as_withdrawal"],
            ),
            ((ContactLost(on=TUESDAY, victim=1, attempts=5), withdrawal(), outcome("16")), []),
            ((withdrawal(), outcome("15")), ["outcome_against_withdrawal"]),
            ((outcome("15"),), []),
            ((withdrawal(), ReEngaged(on=WEDNESDAY, victim=1, withdrawal=3), outcome("15")), []),
        ],
    )
    def test_is_what_the_withdrawals_say(self, events, codes):
        assert found(VICTIM, SUSPECT, *events) == codes

    def test_of_two_victims_may_differ_without_a_finding(self):
        case = (VICTIM, SUSPECT, victim(2), withdrawal(of=2))
        assert found(*case, outcome("15")) == []
        assert found(*case, outcome("16")) == []

    def test_is_that_of_the_victims_whom_a_decision_names(self):
        decision = Decision(
            on=WEDNESDAY,
            maker=Maker.POLICE,
            made=What.NO_FURTHER_ACTION,
            victims=(1,),
            outcome="16",
        )
        case = (VICTIM, SUSPECT, victim(2), withdrawal(of=2))
        lost = ContactLost(on=TUESDAY, victim=2, attempts=5)
        assert found(*case, decision) == ["outcome_without_withdrawal"]
        assert found(*case, lost, decision) == ["outcome_without_withdrawal"]


class TestDays:
    def test_a_charge_has_its_day(self):
        charged = Charged(on=WEDNESDAY, suspect=1)
        case = (VICTIM, SUSPECT, SuspectIdentified(on=MONDAY, suspect=2))
        assert found(*case, outcome("1")) == ["charge_without_day"]
        assert found(*case, charged, outcome("1A")) == []
        assert found(*case, charged, outcome("1", suspect=2)) == ["charge_without_day"]

    @pytest.mark.parametrize(
        ("on", "codes"), [(MONDAY, ["outcome_before_recording"]), (TUESDAY, [])]
    )
    def test_an_outcome_is_not_before_the_recording(self, on, codes):
        assert found(VICTIM, CrimeRecorded(on=TUESDAY), outcome("20", on=on)) == codes

    def test_a_case_without_an_outcome_has_none_of_these(self):
        assert found(VICTIM, SUSPECT, RAPE, withdrawal()) == []
