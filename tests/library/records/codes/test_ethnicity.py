"""Self-defined ethnicity by version, and what officers saw apart from it."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.records.codes.ethnicity import (
    CJS_16,
    CJS_18,
    HARMONISED_19,
    NO_VALUES,
    SELF_DEFINED,
    Group,
    Observed,
    comparable,
    group,
)


class TestTheLists:
    @pytest.mark.parametrize(
        ("version", "groups"), [(CJS_16, 16), (CJS_18, 18), (HARMONISED_19, 19)]
    )
    def test_have_as_many_groups_as_their_name_says(self, version, groups):
        assert len({one.code for one in version.codes}) == groups

    def test_have_chinese_in_one_place_each(self):
        places = [
            [one.code for one in version.codes if one.label == "Chinese"]
            for version in (CJS_16, CJS_18, HARMONISED_19)
        ]
        assert places == [["O1"], ["A4"], ["A4"]]

    def test_have_roma_since_the_latest(self):
        assert [one.label("W5") for one in (CJS_16, CJS_18, HARMONISED_19)] == [None, None, "Roma"]

    @pytest.mark.parametrize("version", SELF_DEFINED, ids=lambda one: one.code)
    def test_hold_neither_what_an_officer_saw_nor_what_is_no_value(self, version):
        assert {one.code for one in version.codes}.isdisjoint({*Observed, *NO_VALUES})

    @pytest.mark.parametrize("version", SELF_DEFINED, ids=lambda one: one.code)
    def test_say_where_they_are_from(self, version):
        assert version.citation
        assert version.source


class TestInForce:
    @pytest.mark.parametrize(
        ("day", "governs"),
        [
            (date(2001, 4, 28), False),
            (date(2001, 4, 29), True),
            (date(2011, 3, 26), True),
            (date(2011, 3, 27), False),
        ],
    )
    def test_the_old_list_ended_the_day_before_the_next(self, day, governs):
        assert CJS_16.governs(day) is governs


class TestGroup:
    @pytest.mark.parametrize(
        ("code", "expected"),
        [
            ("W5", Group.WHITE),
            ("M9", Group.MIXED),
            ("A1", Group.ASIAN),
            ("A4", Group.ASIAN),
            ("B2", Group.BLACK),
            ("O2", Group.OTHER),
        ],
    )
    def test_follows_from_the_self_defined_code(self, code, expected):
        assert group(code) is expected

    def test_is_the_same_for_chinese_from_an_old_list(self):
        assert group("O1") is group("A4")

    @pytest.mark.parametrize("code", ["IC1", "NS", "UN", "", "9", "W4"])
    def test_is_not_known_from_anything_else(self, code):
        assert group(code) is Group.NOT_KNOWN


class TestComparable:
    def test_knows_every_code_of_every_list_in_the_newest(self):
        newest = {one.code for one in HARMONISED_19.codes}
        codes = {one.code for version in SELF_DEFINED for one in version.codes}
        assert {comparable(code) for code in codes} == newest
