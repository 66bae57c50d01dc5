"""The nine, their lists, and which of them only named roles may read."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.records.codes.characteristics import (
    LISTS,
    RESTRICTED,
    Characteristic,
    characteristic_restricted,
    list_named,
    offered,
)


class TestTheNine:
    def test_are_those_of_the_act_and_each_has_a_list(self):
        assert len(Characteristic) == 9
        assert set(LISTS) == set(Characteristic)

    @pytest.mark.parametrize("characteristic", Characteristic)
    def test_are_offered_one_list_today(self, characteristic):
        assert offered(characteristic, date(2026, 3, 2)) is LISTS[characteristic][0]

    def test_have_lists_with_names_of_their_own(self):
        codes = [one.code for lists in LISTS.values() for one in lists]
        assert len(codes) == len(set(codes))


class TestOffered:
    def test_is_the_list_that_was_in_force(self):
        race = Characteristic.RACE
        days = [date(2005, 1, 1), date(2015, 1, 1), date(2021, 3, 20), date(2021, 3, 21)]
        assert [offered(race, day).code for day in days] == [
            "ethnicity_cjs_16",
            "ethnicity_cjs_18",
            "ethnicity_cjs_18",
            "ethnicity_harmonised_19",
        ]

    def test_is_nothing_before_there_was_any(self):
        assert offered(Characteristic.RACE, date(1999, 1, 1)) is None


class TestListNamed:
    def test_is_none_for_a_list_of_another_characteristic(self):
        assert list_named(Characteristic.SEX, "ethnicity_cjs_18") is None


class TestAge:
    def test_is_in_whole_years_and_never_in_bands(self):
        codes = [one.code for one in LISTS[Characteristic.AGE][0].codes]
        assert codes == [str(years) for years in range(121)]


class TestRestricted:
    def test_are_gender_reassignment_alone_with_the_law_that_says_so(self):
        restricted = [one for one in Characteristic if characteristic_restricted(one)]
        assert restricted == [Characteristic.GENDER_REASSIGNMENT]
        assert "Gender Recognition Act 2004" in RESTRICTED[restricted[0]].citation

    def test_sex_is_a_list_apart_from_it(self):
        sex = {one.label for one in LISTS[Characteristic.SEX][0].codes}
        assert sex == {"Female", "Male"}
