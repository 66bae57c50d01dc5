"""No case, however odd, is beyond the checks, and none of them finds two things in one place."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, recorded, victim

from answerable.records import rules
from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.withdrawal import Reason
from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import CharacteristicRecorded, Source, State
from answerable.records.kinds.decision import Maker, OutcomeRecorded
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.report import CrimeRecorded, OffenceAlleged
from answerable.records.kinds.support import (
    Answer,
    SupportAcknowledged,
    SupportContact,
    SupportEnded,
    SupportOffered,
    SupportReferred,
    WhyEnded,
)
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ContactLost, ReEngaged, Withdrawal
from answerable.records.quality import findings
from answerable.records.stages import Stage

END = MONDAY + timedelta(days=90)
DAYS = some.dates(MONDAY, END)
VICTIMS = some.integers(1, 2)
EARLIER = some.integers(1, 12)
VALUES = some.sampled_from(["", "W1", "O1", "IC1", "NS", "30", "female", "yes", "¾"])
EVENTS = some.one_of(
    some.builds(CrimeRecorded, on=DAYS),
    some.builds(SuspectIdentified, on=DAYS, suspect=some.just(1)),
    some.builds(
        OffenceAlleged, on=DAYS, victim=VICTIMS, offence=some.sampled_from(["19C", "19H", "?"])
    ),
    some.builds(
        CharacteristicRecorded,
        on=DAYS,
        victim=VICTIMS,
        characteristic=some.sampled_from(Characteristic),
        state=some.sampled_from(State),
        value=VALUES,
        code_list=some.sampled_from(["", "age_years", "ethnicity_cjs_18"]),
        source=some.sampled_from(Source),
        reason=some.just("Not safe."),
    ),
    some.builds(
        SupportOffered,
        on=DAYS,
        victim=VICTIMS,
        stage=some.sampled_from(Stage),
        answer=some.sampled_from(Answer),
    ),
    some.builds(
        SupportReferred,
        on=DAYS,
        victim=VICTIMS,
        service=some.just(7),
        offer=some.none() | EARLIER,
        has_consent=some.booleans(),
    ),
    some.builds(SupportAcknowledged, on=DAYS, victim=VICTIMS, referral=EARLIER),
    some.builds(SupportContact, on=DAYS, victim=VICTIMS, referral=EARLIER),
    some.builds(
        SupportEnded,
        on=DAYS,
        victim=VICTIMS,
        referral=EARLIER,
        why=some.sampled_from(WhyEnded),
    ),
    some.builds(
        Withdrawal,
        on=DAYS,
        victim=VICTIMS,
        stage=some.sampled_from(Stage),
        reasons=some.lists(some.sampled_from(Reason), max_size=2).map(tuple),
        through=some.sampled_from(Through),
    ),
    some.builds(ReEngaged, on=DAYS, victim=VICTIMS, withdrawal=EARLIER),
    some.builds(ContactLost, on=DAYS, victim=VICTIMS, attempts=some.integers(0, 4)),
    some.builds(
        OutcomeRecorded,
        on=DAYS,
        outcome=some.sampled_from(["1", "2", "14", "15A", "16", "18"]),
        maker=some.sampled_from(Maker),
    ),
)


def recorded_as_far_as_possible(events) -> CaseFile:
    """A file of those events that can have happened, from either side by turns."""
    file = case_file(victim(), victim(2))
    for place, event in enumerate(events):
        side = (Side.POLICE, Side.CPS)[place % 2]
        one = recorded(file.next_number, event, side=side)
        if not rules.why_impossible(file, one):
            file = file.with_event(one)
    return file


class TestAnyFile:
    @settings(deadline=None, max_examples=50)
    @given(some.lists(EVENTS, max_size=10), DAYS)
    def test_is_checked_to_the_end_and_asks_nothing_twice(self, events, on: date):
        file = recorded_as_far_as_possible(events)
        found = [(one.check.code, one.about, one.words) for one in findings(file, LIMITS, on=on)]
        assert len(found) == len(set(found))
        due = [(one.rule.code, one.about) for one in rules.dues(file, LIMITS, on=on)]
        assert len(due) == len(set(due))

    @settings(deadline=None, max_examples=50)
    @given(some.lists(EVENTS, max_size=10), DAYS)
    def test_has_a_breach_that_is_open_for_each_due_that_is_late(self, events, on: date):
        file = recorded_as_far_as_possible(events)
        late = {
            (one.rule.code, one.about) for one in rules.dues(file, LIMITS, on=on) if one.is_late(on)
        }
        still_open = {
            (one.rule.code, one.about) for one in rules.breaches(file, LIMITS, on=on) if one.is_open
        }
        assert late <= still_open
