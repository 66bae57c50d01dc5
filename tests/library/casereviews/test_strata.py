from __future__ import annotations

from datetime import timedelta

import pytest
from tests.library.records.events_of_decisions import day, decision, suspect
from tests.library.records.files_of_events import MONDAY, case_file

from answerable.casereviews.strata import Stratum, stratum_of
from answerable.records.kinds.decision import Maker, OutcomeRecorded, What
from answerable.records.kinds.report import CrimeRecorded

RECORDED = CrimeRecorded(on=MONDAY)
SOON, LATE = MONDAY + timedelta(days=300), MONDAY + timedelta(days=400)


def no_further_action(outcome="", *, maker=Maker.POLICE, on=30, **facts):
    return decision(day(on), maker=maker, outcome=outcome, **facts)


FILES = {
    Stratum.POLICE_SUPPORTS: (RECORDED, suspect(), no_further_action("15")),
    Stratum.POLICE_NO_SUPPORT: (RECORDED, suspect(), no_further_action("16")),
    Stratum.CPS: (
        RECORDED,
        suspect(),
        decision(day(20), What.REFER),
        no_further_action(maker=Maker.CPS),
    ),
    Stratum.CHARGED: (
        RECORDED,
        suspect(),
        decision(day(20), What.REFER),
        decision(day(30), What.CHARGE, maker=Maker.CPS),
    ),
    Stratum.OPEN_LONG: (RECORDED, suspect()),
}


@pytest.mark.parametrize("stratum", FILES)
class TestACase:
    def test_is_in_the_stratum_of_how_it_ended(self, stratum):
        assert stratum_of(case_file(*FILES[stratum]), on=LATE) is stratum


class TestStratum:
    def test_of_an_open_case_goes_by_how_long_it_is_open(self):
        assert stratum_of(case_file(RECORDED), on=SOON) is Stratum.OPEN

    def test_is_as_at_the_day_of_the_frame(self):
        file = case_file(*FILES[Stratum.CPS])
        assert stratum_of(file, on=day(25)) is Stratum.OPEN

    def test_of_two_suspects_is_open_while_it_is_for_one(self):
        file = case_file(RECORDED, suspect(1), suspect(2), no_further_action("15", suspects=(1,)))
        assert stratum_of(file, on=SOON) is Stratum.OPEN

    def test_goes_by_the_outcome_that_was_recorded_later(self):
        later = OutcomeRecorded(on=day(40), outcome="16", maker=Maker.POLICE)
        file = case_file(RECORDED, suspect(), no_further_action("15"), later)
        assert stratum_of(file, on=SOON) is Stratum.POLICE_NO_SUPPORT
