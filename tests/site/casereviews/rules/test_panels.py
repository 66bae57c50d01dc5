from __future__ import annotations

from tests.library.records.events_of_decisions import day, decision, suspect
from tests.library.records.files_of_events import MONDAY, case_file

from answerable.records.codes.ethnicity import Observed
from answerable.records.kinds.characteristics import EthnicityObserved
from answerable.records.kinds.report import CrimeRecorded
from answerable_site.casereviews.rules import drafted_bundle


class TestTheDraftOfABundle:
    def test_tells_steps_in_days_after_the_report(self):
        file = case_file(CrimeRecorded(on=MONDAY), suspect(), decision(day(30)))
        assert drafted_bundle(file).splitlines() == [
            "Day 0: Crime recorded",
            "Day 0: Suspect",
            "Day 30: Decision",
        ]

    def test_holds_no_word_that_was_typed_and_no_characteristic(self):
        seen = EthnicityObserved(on=MONDAY, victim=1, observed=Observed.IC1)
        draft = drafted_bundle(case_file(seen, decision(day(1), rationale="In Wexmoor.")))
        assert draft == "Day 1: Decision"
