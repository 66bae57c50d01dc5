"""Agreement of police and prosecutors: raw, and beyond chance."""

from __future__ import annotations

from fractions import Fraction

from tests.library.records.files_of_events import MONDAY, case_file, recorded, victim

from answerable.records.codes.characteristics import Characteristic
from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.quality.agreement import agreement

DISABILITY = Characteristic.DISABILITY


def case(police: str, cps: str, characteristic: Characteristic = DISABILITY) -> CaseFile:
    def said(value: str) -> CharacteristicRecorded:
        return CharacteristicRecorded(
            on=MONDAY, victim=1, characteristic=characteristic, state=State.RECORDED, value=value
        )

    return case_file(victim(), said(police), recorded(3, said(cps), side=Side.CPS))


class TestAgreement:
    def test_is_as_reckoned_by_hand(self):
        files = [
            *([case("yes", "yes")] * 20),
            *([case("yes", "no")] * 5),
            *([case("no", "yes")] * 10),
            *([case("no", "no")] * 15),
        ]
        found = agreement(files, DISABILITY)
        assert (found.pairs, found.agreed, found.raw) == (50, 35, Fraction(7, 10))
        assert found.kappa == Fraction(2, 5)

    def test_may_be_high_while_kappa_is_nought(self):
        files = [*([case("no", "no")] * 9), case("yes", "no")]
        found = agreement(files, DISABILITY)
        assert (found.raw, found.kappa) == (Fraction(9, 10), 0)

    def test_has_no_kappa_where_there_is_one_value(self):
        found = agreement([case("no", "no")], DISABILITY)
        assert (found.raw, found.kappa) == (1, None)
        assert "one value only" in found.why_no_kappa

    def test_is_unknown_without_a_pair(self):
        found = agreement([case_file(victim())], DISABILITY)
        assert (found.raw, found.kappa) == (None, None)
        assert found.why_no_kappa

    def test_knows_chinese_in_both_lists(self):
        race = Characteristic.RACE
        assert agreement([case("O1", "A4", race), case("W1", "W1", race)], race).kappa == 1

    def test_has_no_kappa_for_age(self):
        age = Characteristic.AGE
        found = agreement([case("30", "30", age), case("30", "40", age)], age)
        assert (found.agreed, found.pairs, found.kappa) == (1, 2, None)
