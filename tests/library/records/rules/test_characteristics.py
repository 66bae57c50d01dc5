"""What is known of each characteristic, what cannot be, and by when it must be recorded."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.library.records.files_of_events import (
    LIMITS,
    MONDAY,
    NO_LIMITS,
    case_file,
    recorded,
    victim,
)

from answerable.records import rules
from answerable.records.codes.characteristics import Characteristic
from answerable.records.event import Side
from answerable.records.kinds.characteristics import (
    CharacteristicRecorded,
    Source,
    State,
    WhyNotAsked,
)
from answerable.records.kinds.report import CrimeRecorded
from answerable.records.rules.characteristics import answer, breaches, dues, known

CRIME = CrimeRecorded(on=MONDAY)
RACE = Characteristic.RACE


def said(
    characteristic: Characteristic = RACE,
    value: str = "W1",
    *,
    on: date = MONDAY,
    state: State = State.RECORDED,
    of: int = 1,
    **facts: object,
) -> CharacteristicRecorded:
    return CharacteristicRecorded(
        on=on,
        victim=of,
        characteristic=characteristic,
        state=state,
        value=value if state is State.RECORDED else "",
        **facts,
    )


def not_asked(characteristic: Characteristic, *, on: date = MONDAY) -> CharacteristicRecorded:
    why = WhyNotAsked.CRISIS
    return said(characteristic, on=on, state=State.NOT_ASKED, why_not_asked=why)


def everything(*, on: date = MONDAY, but: tuple[Characteristic, ...] = ()) -> list:
    return [
        said(one, on=on, state=State.PREFER_NOT_TO_SAY) for one in Characteristic if one not in but
    ]


class TestKnown:
    def test_is_no_record_for_all_nine_at_first(self):
        assert known(case_file(victim()), 1) == dict.fromkeys(Characteristic, State.NO_RECORD)

    @given(
        some.lists(
            some.builds(
                said,
                characteristic=some.sampled_from(Characteristic),
                state=some.sampled_from(State),
                of=some.integers(1, 2),
                on=some.dates(MONDAY, MONDAY + timedelta(days=9)),
            ),
            max_size=12,
        )
    )
    def test_is_exactly_one_state_for_each_of_the_nine(self, records):
        states = known(case_file(victim(), victim(2), *records), 1)
        assert list(states) == list(Characteristic)
        for characteristic, state in states.items():
            held = {
                one.state
                for one in records
                if (one.characteristic, one.victim) == (characteristic, 1)
            }
            assert state in (held or {State.NO_RECORD})

    def test_is_of_one_victim(self):
        file = case_file(victim(), victim(2), said(of=2))
        assert known(file, 1)[RACE] is State.NO_RECORD

    def test_is_the_latest_answer_by_day_and_not_by_recording(self):
        file = case_file(victim(), said(value="A1", on=date(2026, 3, 9)), said(value="W1"))
        assert answer(file, 1, RACE).value == "A1"

    def test_keeps_an_answer_when_somebody_later_did_not_ask(self):
        file = case_file(victim(), said(), not_asked(RACE, on=date(2026, 3, 9)))
        assert known(file, 1)[RACE] is State.RECORDED

    def test_keeps_an_answer_when_an_import_holds_none(self):
        file = case_file(victim(), said(), said(on=date(2026, 3, 9), state=State.NO_RECORD))
        assert known(file, 1)[RACE] is State.RECORDED

    def test_follows_a_victim_who_now_prefers_not_to_say(self):
        later = said(on=date(2026, 3, 9), state=State.PREFER_NOT_TO_SAY)
        assert known(case_file(victim(), said(), later), 1)[RACE] is State.PREFER_NOT_TO_SAY

    def test_may_be_asked_of_one_side_alone(self):
        file = case_file(victim(), recorded(2, said(), side=Side.CPS))
        assert known(file, 1, Side.CPS)[RACE] is State.RECORDED
        assert known(file, 1, Side.POLICE)[RACE] is State.NO_RECORD


class TestImpossible:
    @pytest.mark.parametrize(
        ("event", "because"),
        [
            (said(value=""), "Enter what the victim said"),
            (said(state=State.NOT_ASKED), "Say why"),
            (said(why_not_asked=WhyNotAsked.CRISIS), "belongs to “Not asked” only"),
            (said(source=Source.OBSERVED), "Ethnicity is what the victim says"),
            (said(value="IC1"), "Ethnicity is what the victim says"),
        ],
    )
    def test_is_what_contradicts_itself(self, event, because):
        reasons = rules.why_impossible(case_file(victim()), recorded(2, event))
        assert len(reasons) == 1
        assert because in reasons[0]

    def test_is_a_value_without_an_answer(self):
        event = CharacteristicRecorded(
            on=MONDAY, victim=1, characteristic=RACE, state=State.PREFER_NOT_TO_SAY, value="W1"
        )
        (reason,) = rules.why_impossible(case_file(victim()), recorded(2, event))
        assert "has no value" in reason

    @pytest.mark.parametrize(
        "event",
        [said(), said(value="not in any list"), said(Characteristic.SEX, source=Source.OBSERVED)],
    )
    def test_is_nothing_that_can_have_been_recorded(self, event):
        assert rules.why_impossible(case_file(victim()), recorded(2, event)) == []


class TestDues:
    def test_is_nothing_before_the_crime_is_recorded(self):
        assert list(dues(case_file(victim()), LIMITS, MONDAY)) == []

    def test_is_nothing_while_no_limit_is_in_force(self):
        assert list(dues(case_file(victim(), CRIME), NO_LIMITS, MONDAY)) == []

    def test_are_age_and_sex_first_and_the_other_seven_later(self):
        first, complete = dues(case_file(victim(), CRIME), LIMITS, MONDAY)
        assert (first.words, first.due_on) == ("Ask victim 1: age, sex", date(2026, 3, 3))
        assert complete.due_on == date(2026, 3, 30)
        assert complete.words.count(",") == 6

    def test_name_only_what_is_missing(self):
        file = case_file(victim(), CRIME, *everything(but=(RACE, Characteristic.SEX)))
        assert [one.words for one in dues(file, LIMITS, MONDAY)] == [
            "Ask victim 1: sex",
            "Ask victim 1: race (self-defined ethnicity)",
        ]

    def test_end_when_a_reason_says_why_nobody_asked(self):
        file = case_file(victim(), CRIME, *(not_asked(one) for one in Characteristic))
        assert list(dues(file, LIMITS, MONDAY)) == []

    def test_start_for_a_victim_found_later_on_that_day(self):
        file = case_file(CRIME, victim(on=date(2026, 3, 9)))
        assert {one.since for one in dues(file, LIMITS, MONDAY)} == {date(2026, 3, 9)}


class TestBreaches:
    @pytest.mark.parametrize(
        ("on", "open_rules"),
        [
            (date(2026, 3, 3), []),
            (date(2026, 3, 4), ["characteristics_first"]),
            (date(2026, 3, 30), ["characteristics_first"]),
            (date(2026, 3, 31), ["characteristics_first", "characteristics_complete"]),
        ],
    )
    def test_are_open_from_the_first_late_day(self, on, open_rules):
        found = list(breaches(case_file(victim(), CRIME), LIMITS, on))
        assert [one.rule.code for one in found if one.is_open] == open_rules

    def test_are_none_when_the_last_answer_came_on_the_last_day(self):
        file = case_file(
            victim(),
            CRIME,
            *everything(but=(RACE,)),
            said(on=date(2026, 3, 30)),
        )
        assert list(breaches(file, LIMITS, date(2026, 5, 1))) == []

    def test_are_closed_when_it_came_a_day_later(self):
        file = case_file(victim(), CRIME, *everything(but=(RACE,)), said(on=date(2026, 3, 31)))
        (breach,) = breaches(file, LIMITS, date(2026, 5, 1))
        assert (breach.since, breach.is_open) == (date(2026, 3, 31), False)

    def test_are_none_when_a_victim_was_asked_again_later(self):
        again = said(on=date(2026, 4, 20))
        file = case_file(victim(), CRIME, *everything(), again)
        assert list(breaches(file, LIMITS, date(2026, 5, 1))) == []

    def test_know_a_corrected_day(self):
        late = recorded(10, said(Characteristic.AGE, "30", on=date(2026, 3, 9)))
        file = case_file(victim(), CRIME, said(Characteristic.SEX, "female"), late)
        corrected = recorded(11, said(Characteristic.AGE, "30"), replaces=10)
        codes = [
            {one.rule.code for one in breaches(each, LIMITS, date(2026, 3, 10))}
            for each in (file, file.with_event(corrected))
        ]
        assert codes == [{"characteristics_first"}, set()]
