"""What is recorded of a victim fits the offence, and itself."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, victim

from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.report import OffenceAlleged
from answerable.records.quality import consistent


def said(characteristic: Characteristic, value: str) -> CharacteristicRecorded:
    return CharacteristicRecorded(
        on=MONDAY, victim=1, characteristic=characteristic, state=State.RECORDED, value=value
    )


def offence(code: str, *, against: int = 1) -> OffenceAlleged:
    return OffenceAlleged(on=MONDAY, offence=code, victim=against)


def found(*events) -> list[str]:
    file = case_file(*events)
    return [one.check.code for one in consistent.findings(file, LIMITS, date(2026, 3, 2))]


class TestAge:
    @pytest.mark.parametrize(
        ("code", "age", "fits"),
        [
            *(("19C", 16, True), ("19C", 15, False), ("19F", 15, False)),
            *(("19D", 15, True), ("19D", 16, False), ("19G", 16, False)),
            *(("19E", 12, True), ("19E", 13, False), ("19H", 13, False)),
            *(("19J", 5, True), ("SX03001", 5, True), ("19C", None, True)),
        ],
    )
    def test_at_the_offence_fits_the_class(self, code, age, fits):
        assert (found(victim(age=age), offence(code)) == []) is fits

    def test_is_the_one_that_was_said_last(self):
        events = (victim(age=12), victim(age=30, on=date(2026, 3, 9)), offence("19C"))
        assert found(*events) == []

    def test_is_of_the_victim_of_that_offence(self):
        assert found(victim(age=30), victim(2, age=12), offence("19E", against=2)) == []

    @pytest.mark.parametrize(("asked", "codes"), [("29", ["ages_fit"]), ("30", []), ("31", [])])
    def test_when_asked_is_not_below_that_at_the_offence(self, asked, codes):
        assert found(victim(age=30), said(Characteristic.AGE, asked)) == codes


class TestSex:
    @pytest.mark.parametrize(
        ("code", "sex", "fits"),
        [
            ("19C", "female", True),
            ("19C", "male", False),
            ("19H", "female", False),
            ("19K", "male", True),
        ],
    )
    def test_fits_the_class(self, code, sex, fits):
        events = (victim(), offence(code), said(Characteristic.SEX, sex))
        assert (found(*events) == []) is fits


class TestPregnancy:
    @pytest.mark.parametrize(
        ("value", "sex", "age", "fits"),
        [
            ("pregnant", "female", 30, True),
            ("pregnant", "male", 30, False),
            ("neither", "male", 30, True),
            ("pregnant", "female", 9, False),
            ("pregnant", "female", 10, True),
            ("maternity", "female", 56, False),
            ("maternity", "female", 55, True),
        ],
    )
    def test_fits_sex_and_age_or_is_looked_at_again(self, value, sex, age, fits):
        events = (
            victim(age=age),
            said(Characteristic.PREGNANCY, value),
            said(Characteristic.SEX, sex),
        )
        assert (found(*events) == []) is fits

    def test_is_not_judged_while_neither_is_known(self):
        assert found(victim(), said(Characteristic.PREGNANCY, "pregnant")) == []


class TestMarriage:
    @pytest.mark.parametrize(
        ("value", "age", "fits"),
        [("married", 16, True), ("married", 15, False), ("never", 15, True)],
    )
    def test_fits_the_age_or_is_looked_at_again(self, value, age, fits):
        assert (found(victim(age=age), said(Characteristic.MARRIAGE, value)) == []) is fits
