"""A case file: what stands, what was put right, what never happened, what had happened by a day."""

from __future__ import annotations

from tests.library.records.events_of_decisions import day, decision, told, victim, why
from tests.library.records.files_of_events import case_file, recorded

from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision


def error(number: int, of: int) -> object:
    return recorded(number, RecordedInError(on=day(50), reason="Of another case."), replaces=of)


def days(file: object) -> list[object]:
    return [event.on for _, event in file.of(Decision)]


class TestRecordedInError:
    def test_takes_the_place_and_leaves_nothing(self):
        file = case_file(decision(day(1)), decision(day(2)), error(3, 1))
        assert days(file) == [day(2)]
        assert [one.number for one in file.standing] == [2]
        assert file.named(1, Decision) is None

    def test_of_what_was_put_right_leaves_nothing_of_either(self):
        right = recorded(2, decision(day(2)), replaces=1)
        assert days(case_file(decision(day(1)), right, error(3, 2))) == []

    def test_needs_something_to_be_in_error(self):
        event = RecordedInError(on=day(50), reason="Of another case.")
        assert "Say which event" in why([], event)
        assert "does not stand any more" in why([decision(day(1)), error(2, 1)], event, replaces=1)

    def test_of_what_others_rest_on_is_refused(self):
        event = RecordedInError(on=day(50), reason="Of another case.")
        events = victim(), decision(day(4)), told(day(5), 2)
        assert "Put that right first" in why(events, event, replaces=1)
        assert why(events, event, replaces=3) == ""


class TestAsAtADay:
    def test_what_was_put_right_to_a_later_day_had_not_happened(self):
        file = case_file(decision(day(1)), recorded(2, decision(day(9)), replaces=1))
        assert days(file.as_at(day(5))) == []
        assert days(file.as_at(day(9))) == [day(9)]

    def test_what_was_put_right_to_an_earlier_day_had(self):
        file = case_file(decision(day(9)), recorded(2, decision(day(1)), replaces=1))
        assert days(file.as_at(day(5))) == [day(1)]

    def test_what_was_in_error_never_happened(self):
        assert days(case_file(decision(day(1)), error(2, 1)).as_at(day(5))) == []


def test_events_of_several_kinds_come_by_day_then_by_number():
    file = case_file(decision(day(3)), victim(on=day(1)), decision(day(1)))
    assert [number for number, _ in file.of(Decision, type(victim()))] == [2, 3, 1]


def test_without_an_event_nothing_of_what_it_replaced_is_left():
    file = case_file(decision(day(1)), recorded(2, decision(day(2)), replaces=1))
    assert file.without(2).recorded == ()
