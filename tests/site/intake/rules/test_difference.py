"""What differs is counted by kind, and each event carries what its words need."""

from __future__ import annotations

from datetime import UTC, date, datetime

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.telling import Method, Teller, Told
from answerable_site.intake.rules import Change, Compared, compared, differing

DAY = date(2024, 3, 10)
DECIDED = Decision(on=DAY, maker=Maker.POLICE, made=What.NO_FURTHER_ACTION)
SAID = Told(
    on=DAY,
    victim=1,
    decision=1,
    method=Method.TELEPHONE,
    teller=Teller.INVESTIGATOR,
    explained=True,
    support_offered=True,
)
FILE = CaseFile(
    7,
    DAY,
    (
        Recorded(
            number=1, event=DECIDED, recorded_at=datetime(2024, 4, 1, tzinfo=UTC), side=Side.POLICE
        ),
    ),
)


class TestCounts:
    def test_put_what_is_told_and_what_is_gone_together(self):
        assert compared([("told", 1, 2, 3)], {"told": 4, "decision": 5}) == (
            Compared(kind="decision", no_longer_told=5),
            Compared(kind="told", new=1, changed=2, no_longer_told=4, unchanged=3),
        )

    def test_count_as_differing_all_that_is_not_unchanged(self):
        assert Compared(kind="told", new=1, changed=2, no_longer_told=4, unchanged=8).differing == 7

    def test_of_nothing_are_none(self):
        assert compared([], {}) == ()


class TestAnEvent:
    def test_that_was_not_told_before_is_new(self):
        assert differing(FILE, case=7, before=None, after=DECIDED).change is Change.NEW

    def test_that_is_told_otherwise_is_changed(self):
        victim = VictimIdentified(on=DAY, victim=1)
        found = differing(FILE, case=7, before=victim, after=victim)
        assert found.change is Change.CHANGED

    def test_that_is_not_told_now_is_told_no_longer(self):
        found = differing(FILE, case=7, before=DECIDED, after=None)
        assert found.change is Change.NO_LONGER_TOLD

    def test_brings_the_event_that_it_names(self):
        found = differing(FILE, case=7, before=None, after=SAID)
        assert found.named[1]["made"] == "no_further_action"

    def test_brings_nothing_where_it_names_none(self):
        assert differing(FILE, case=7, before=None, after=DECIDED).named == {}
