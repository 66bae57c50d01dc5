"""Characteristics are valid, the victim’s own, and the same wherever they are recorded."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, recorded, victim

from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.ethnicity import Observed
from answerable.records.event import Recorded, Side
from answerable.records.kinds.characteristics import (
    CharacteristicRecorded,
    EthnicityObserved,
    Source,
    State,
)
from answerable.records.quality import findings

RACE = Characteristic.RACE
LISTS = {
    RACE: "ethnicity_harmonised_19",
    Characteristic.SEX: "sex_harmonised",
    Characteristic.AGE: "age_years",
    Characteristic.GENDER_REASSIGNMENT: "gender_reassignment_2010",
}


def said(
    value: str,
    characteristic: Characteristic = RACE,
    *,
    on: date = MONDAY,
    in_list: str | None = None,
    source: Source = Source.SELF,
) -> CharacteristicRecorded:
    return CharacteristicRecorded(
        on=on,
        victim=1,
        characteristic=characteristic,
        state=State.RECORDED,
        value=value,
        code_list=LISTS[characteristic] if in_list is None else in_list,
        source=source,
    )


def by_cps(number: int, event: CharacteristicRecorded) -> Recorded:
    return recorded(number, event, side=Side.CPS)


def found(*events):
    file = case_file(victim(), *events)
    return [one.check.code for one in findings(file, LIMITS, on=MONDAY) if _is_here(one)]


def _is_here(one):
    return one.check.code.startswith(("characteristic_", "ethnicity_"))


class TestValid:
    @pytest.mark.parametrize(
        ("event", "codes"),
        [
            (said("W5"), []),
            (said("W4"), ["characteristic_valid"]),
            (said("O1"), ["characteristic_valid"]),
            (said("NS"), ["characteristic_valid"]),
            (said("W1", in_list=""), ["characteristic_valid"]),
            (said("W1", in_list="sex_harmonised"), ["characteristic_valid"]),
            (said("W5", in_list="ethnicity_cjs_18"), ["characteristic_valid"]),
            (said("O1", in_list="ethnicity_cjs_16"), ["characteristic_valid"]),
            (said("30", Characteristic.AGE), []),
            (said("25 to 34", Characteristic.AGE), ["characteristic_valid"]),
            (said("female", Characteristic.SEX), []),
            (said("Female / Transgender Female", Characteristic.SEX), ["characteristic_valid"]),
        ],
    )
    def test_is_a_value_of_a_list_that_was_in_force(self, event, codes):
        assert found(event) == codes

    def test_says_what_is_wrong_with_not_stated(self):
        file = case_file(victim(), said("NS"))
        (finding,) = [one for one in findings(file, LIMITS, on=MONDAY) if _is_here(one)]
        assert "does not say whether the victim was asked" in finding.words

    def test_counts_by_the_day_of_asking(self):
        old = said("O1", in_list="ethnicity_cjs_16", on=date(2011, 3, 26))
        file = case_file(victim(on=old.on), old, reported_on=old.on)
        assert [one for one in findings(file, LIMITS, on=MONDAY) if _is_here(one)] == []


class TestSourced:
    @pytest.mark.parametrize(
        ("source", "codes"),
        [
            (Source.SELF, []),
            (Source.PROXY, []),
            (Source.OBSERVED, ["characteristic_sourced"]),
            (Source.IMPORTED, ["characteristic_sourced"]),
        ],
    )
    def test_is_their_own_answer_or_of_whom_may_speak_for_them(self, source, codes):
        assert found(said("female", Characteristic.SEX, source=source)) == codes

    def test_is_right_again_once_they_were_asked(self):
        imported = said("W1", source=Source.IMPORTED)
        later = case_file(victim(), imported, said("W2", on=date(2026, 3, 3)))
        assert not [one for one in findings(later, LIMITS, on=date(2026, 3, 3)) if _is_here(one)]


class TestObservedOnly:
    SEEN = EthnicityObserved(on=MONDAY, victim=1, observed=Observed.IC1)

    def test_is_found_while_nobody_asked(self):
        assert found(self.SEEN) == ["ethnicity_observed_only"]

    @pytest.mark.parametrize("state", [State.PREFER_NOT_TO_SAY, State.NOT_KNOWN])
    def test_ends_with_any_answer(self, state):
        asked = CharacteristicRecorded(on=MONDAY, victim=1, characteristic=RACE, state=state)
        assert found(self.SEEN, asked) == []

    def test_does_not_end_where_somebody_decided_not_to_ask(self):
        unasked = CharacteristicRecorded(
            on=MONDAY, victim=1, characteristic=RACE, state=State.NOT_ASKED, reason="In hospital."
        )
        assert found(self.SEEN, unasked) == ["ethnicity_observed_only"]


class TestOneValueADay:
    def test_is_found_where_one_side_holds_two(self):
        assert found(said("W1"), said("A1")) == ["characteristic_one_value_a_day"]

    def test_is_not_found_where_the_value_changed_on_another_day(self):
        file = case_file(victim(), said("W1"), said("A1", on=date(2026, 3, 3)))
        assert not [one for one in findings(file, LIMITS, on=date(2026, 3, 3)) if _is_here(one)]

    def test_is_not_found_where_one_was_put_right(self):
        assert found(said("W1"), recorded(3, said("A1"), replaces=2)) == []


class TestTheSameOnBothSides:
    def test_is_found_where_they_differ(self):
        assert found(said("W1"), by_cps(3, said("A1"))) == ["characteristic_same_on_both_sides"]

    def test_compares_lists_by_what_their_codes_mean(self):
        day = date(2011, 3, 26)
        old = by_cps(3, said("O1", in_list="ethnicity_cjs_16", on=day))
        new = said("A4", on=date(2026, 3, 2))
        file = case_file(victim(on=day), new, old, reported_on=day)
        assert not [one for one in findings(file, LIMITS, on=MONDAY) if _is_here(one)]

    @pytest.mark.parametrize(
        ("police", "cps_on", "cps", "codes"),
        [
            ("30", date(2026, 3, 2), "30", []),
            ("30", date(2027, 3, 1), "31", []),
            ("30", date(2027, 3, 2), "32", ["characteristic_same_on_both_sides"]),
            ("30", date(2027, 3, 3), "30", ["characteristic_same_on_both_sides"]),
            ("30", date(2026, 3, 3), "29", ["characteristic_same_on_both_sides"]),
        ],
    )
    def test_lets_people_grow_older(self, police, cps_on, cps, codes):
        age = Characteristic.AGE
        file = case_file(victim(), said(police, age), by_cps(3, said(cps, age, on=cps_on)))
        assert [
            one.check.code for one in findings(file, LIMITS, on=cps_on) if _is_here(one)
        ] == codes

    def test_is_restricted_and_says_no_value_of_gender_reassignment(self):
        gender = Characteristic.GENDER_REASSIGNMENT
        file = case_file(victim(), said("no", gender), by_cps(3, said("yes", gender)))
        (finding,) = [one for one in findings(file, LIMITS, on=MONDAY) if _is_here(one)]
        assert finding.is_restricted
        assert finding.words == "Gender reassignment: police and prosecutors hold different values."

    def test_is_nothing_while_one_side_holds_none(self):
        assert found(by_cps(2, said("W1"))) == []
