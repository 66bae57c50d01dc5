"""What many cases show: answers that are too rare, one reason too often, no disagreement at all."""

from __future__ import annotations

from datetime import date

from tests.library.records.files_of_events import MONDAY, case_file, victim

from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.withdrawal import Reason
from answerable.records.event import Side
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.disagreement import DisagreementRaised
from answerable.records.kinds.submission import Submitted
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import Withdrawal
from answerable.records.quality.across import no_disagreement, one_reason, prefer_not_to_say
from answerable.records.stages import Stage


def with_answer(state: State, characteristic: Characteristic = Characteristic.RACE):
    return case_file(
        victim(),
        CharacteristicRecorded(on=MONDAY, victim=1, characteristic=characteristic, state=state),
    )


def with_reasons(*reasons: Reason):
    return case_file(
        victim(),
        Withdrawal(
            on=MONDAY,
            victim=1,
            stage=Stage.BEFORE_ACCOUNT,
            reasons=reasons,
            through=Through.THEMSELVES,
        ),
    )


PREFERS, SAID = with_answer(State.PREFER_NOT_TO_SAY), with_answer(State.RECORDED)
UNASKED = with_answer(State.NOT_ASKED)


class TestPreferNotToSay:
    def test_is_found_above_twice_the_force_and_shows_its_working(self):
        units = {"one": [PREFERS, PREFERS, SAID], "two": [SAID] * 4}
        (finding,) = prefer_not_to_say(units)
        assert (finding.unit, finding.count, finding.of) == ("one", 2, 3)

    def test_is_not_found_at_exactly_twice(self):
        units = {"one": [PREFERS, SAID], "two": [SAID, SAID]}
        assert list(prefer_not_to_say(units)) == []

    def test_counts_only_who_was_asked(self):
        units = {"one": [PREFERS, SAID], "two": [SAID, SAID, *[UNASKED] * 4]}
        assert list(prefer_not_to_say(units)) == []

    def test_leaves_restricted_characteristics_out(self):
        gender = Characteristic.GENDER_REASSIGNMENT
        one = [with_answer(State.PREFER_NOT_TO_SAY, gender)]
        two = [with_answer(State.RECORDED, gender)] * 9
        assert list(prefer_not_to_say({"one": one, "two": two})) == []

    def test_is_nothing_without_units_or_answers(self):
        assert list(prefer_not_to_say({})) == []
        assert list(prefer_not_to_say({"one": [], "two": [UNASKED]})) == []


class TestOneReason:
    LENGTH, HEALTH = with_reasons(Reason.LENGTH), with_reasons(Reason.HEALTH)

    def test_is_found_above_60_in_100(self):
        units = {"one": [self.LENGTH] * 2 + [self.HEALTH]}
        (finding,) = one_reason(units)
        assert (finding.count, finding.of) == (2, 3)
        assert "How long the process takes" in finding.words

    def test_is_not_found_at_exactly_60_in_100(self):
        assert list(one_reason({"one": [self.LENGTH] * 3 + [self.HEALTH] * 2})) == []

    def test_counts_several_reasons_of_one_withdrawal(self):
        both = with_reasons(Reason.LENGTH, Reason.HEALTH)
        assert len(list(one_reason({"one": [both]}))) == 2

    def test_leaves_out_withdrawals_without_a_reason(self):
        units = {"one": [self.LENGTH] * 3 + [self.HEALTH] * 2 + [with_reasons()]}
        assert list(one_reason(units)) == []


class TestNoDisagreement:
    ON = date(2027, 3, 2)

    def test_is_found_in_a_unit_that_submitted_and_never_disagreed(self):
        submitted = case_file(Submitted(on=date(2026, 3, 3)))
        (finding,) = no_disagreement({"one": [submitted], "two": [case_file()]}, on=self.ON)
        assert (finding.unit, finding.count, finding.of) == ("one", 0, 1)

    def test_looks_twelve_months_back_and_not_a_day_more(self):
        submitted = case_file(Submitted(on=date(2026, 3, 2)))
        assert list(no_disagreement({"one": [submitted]}, on=self.ON)) == []

    def test_does_not_look_beyond_the_day(self):
        submitted = case_file(Submitted(on=date(2027, 3, 3)))
        assert list(no_disagreement({"one": [submitted]}, on=self.ON)) == []

    def test_is_not_found_where_one_was_raised(self):
        file = case_file(
            Submitted(on=date(2026, 3, 3)),
            DisagreementRaised(on=date(2026, 3, 4), raised_by=Side.POLICE),
        )
        assert list(no_disagreement({"one": [file]}, on=self.ON)) == []
