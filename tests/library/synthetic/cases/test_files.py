"""No invented history is impossible by the rules of records, and breaches occur."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.library.synthetic.cases.inventing import KNOWN_UNTIL, part

from answerable import statute
from answerable.records.file import CaseFile
from answerable.records.kinds import from_stored, to_stored
from answerable.records.progress import states
from answerable.records.rules import breaches, why_impossible
from answerable.records.states import State
from answerable.synthetic.cases.files import case_files

CASES = 250
FILES = list(case_files(part(CASES), first=1, last=CASES))


def reasons_against(file):
    so_far = CaseFile(file.case, file.reported_on)
    for one in file.recorded:
        yield from why_impossible(so_far, one)
        so_far = so_far.with_event(one)


class TestCaseFiles:
    @pytest.mark.slow
    def test_hold_nothing_that_cannot_have_happened(self):
        assert [reason for file in FILES for reason in reasons_against(file)] == []

    def test_hold_only_facts_that_storage_takes(self):
        events = [one.event for file in FILES for one in file.recorded]
        assert [from_stored(to_stored(event)) for event in events] == events

    def test_number_events_in_the_order_of_recording(self):
        for file in FILES:
            assert [one.number for one in file.recorded] == list(range(1, len(file.recorded) + 1))
            moments = [one.recorded_at for one in file.recorded]
            assert moments == sorted(moments)

    def test_nothing_was_recorded_before_it_happened(self):
        assert all(
            one.event.on <= one.recorded_at.date() for file in FILES for one in file.recorded
        )

    def test_are_recorded_by_a_side_that_may(self):
        assert all(
            one.side in type(one.event).RECORDED_BY for file in FILES for one in file.recorded
        )

    def test_reach_the_states_of_every_phase(self):
        found = {state.phase for file in FILES for state in states(file).values()}
        assert found == {state.phase for state in State}

    @pytest.mark.slow
    def test_breach_the_rules_that_are_most_often_breached_and_keep_them_too(self):
        broken = Counter(
            code
            for file in FILES[:150]
            for code in {one.rule.code for one in breaches(file, statute.LIMITS, on=KNOWN_UNTIL)}
        )
        for rule in ("tell_victim_enhanced", "consider_advice", "answer_plan_item"):
            assert 0 < broken[rule] < 150

    def test_say_in_every_text_that_they_are_synthetic(self):
        texts = {
            text
            for events in part(CASES).events.values()
            for fact, of_fact in events.texts.items()
            if fact not in {"offence", "code", "value", "code_list", "outcome"}
            for text in of_fact
        }
        assert {text for text in texts if "SYNTHETIC" not in text} <= {"", "none"}
