from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from bench.histories.actor import Actor
from bench.histories.judging import Tally
from bench.histories.stories import live

from answerable.records.file import CaseFile
from answerable.records.kinds.advice import AdviceAnswered
from answerable.records.kinds.support import SupportContact, SupportOffered
from answerable.records.rules import RULES, Due
from answerable_site.casework.rules import SETTLED_BY, facts_about

OF_CHARACTERISTICS = {"characteristics_first", "characteristics_complete"}
REPORTED = date(2026, 3, 2)


class Settling(Actor):
    """Notes the rule that asked for each thing and the kinds of event with which it was done."""

    def __init__(self, seed: int, road: str) -> None:
        super().__init__(REPORTED + timedelta(days=seed), Random(seed), Tally())
        self.road = road
        self.done: dict[str, set[str]] = {}

    def _answers(self, due: Due) -> None:
        before = len(self.file.recorded)
        super()._answers(due)
        kinds = {one.event.kind() for one in self.file.recorded[before:]}
        self.done.setdefault(due.rule.code, set()).update(kinds)


class TestWhatSettles:
    def test_is_known_for_rules_that_exist(self):
        assert SETTLED_BY.keys() <= {rule.code for rule in RULES}

    @pytest.mark.parametrize("road", ["police", "cps", "court"])
    def test_is_what_a_careful_person_records(self, road):
        actor = Settling(7, road)
        live(actor)
        asked = {code: kinds for code, kinds in actor.done.items() if kinds}
        told = {code: SETTLED_BY[code].kind() for code in asked.keys() - OF_CHARACTERISTICS}
        # A victim may decline to say how it went, which settles it too.
        asked["victim_asked_at_stage"] = {"victim_feedback", "feedback_declined"}
        assert {code: kind for code, kind in told.items() if kind not in asked[code]} == {}


class TestFactsAbout:
    def test_name_the_victim(self):
        file = CaseFile(1, REPORTED)
        assert facts_about(SupportOffered, file, victim=2, event=None) == {"victim": 2}

    def test_leave_a_victim_out_of_whom_is_not_asked(self):
        file = CaseFile(1, REPORTED)
        assert facts_about(AdviceAnswered, file, victim=2, event=None) == {}

    def test_name_no_event_of_another_kind(self):
        file = CaseFile(1, REPORTED)
        assert facts_about(SupportContact, file, victim=1, event=5) == {"victim": 1}
