from __future__ import annotations

from answerable.records.kinds.decision import Decision
from answerable.records.kinds.people import SuspectStatus, VictimIdentified
from answerable.records.kinds.support import SupportOffered, SupportReferred
from answerable.records.kinds.telling import Told
from answerable_site.casework.rules import recorded_first


class TestRecordedFirst:
    def test_names_the_victim_and_the_decision_that_they_were_told_of(self):
        assert recorded_first(Told) == [VictimIdentified, Decision]

    def test_leaves_out_what_need_not_be_named(self):
        assert SupportOffered not in recorded_first(SupportReferred)

    def test_does_not_ask_for_a_victim_before_the_first(self):
        assert recorded_first(VictimIdentified) == []

    def test_names_the_suspect(self):
        assert [one.__name__ for one in recorded_first(SuspectStatus)] == ["SuspectIdentified"]
