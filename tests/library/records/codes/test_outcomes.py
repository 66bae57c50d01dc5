"""Outcomes: 1 to 22 with local letters, never 0; a grouping covers each."""

from __future__ import annotations

import pytest

from answerable.records.codes.outcomes import GROUPINGS, OUTCOMES, Group, base, meaning


@pytest.mark.parametrize(
    ("code", "number"), [("1", 1), ("1A", 1), ("22", 22), ("15CP", 15), ("2A", 2)]
)
def test_a_local_letter_leaves_the_home_office_code(code, number):
    assert base(code) == number


@pytest.mark.parametrize("code", ["0", "", "00", "23", "99", "A", "1a", "1ABC", " 1", "1 ", "١"])
def test_what_is_none_has_no_base(code):
    assert base(code) is None


def test_the_meaning_names_the_local_letter():
    assert meaning("1A") == "Charged or summonsed (local code A)"
    assert meaning("0") == ""


@pytest.mark.parametrize("grouping", GROUPINGS.values(), ids=lambda one: one.version)
def test_a_grouping_covers_each_outcome_and_is_cited(grouping):
    assert grouping.of.keys() == OUTCOMES.keys()
    assert grouping.citation
    assert grouping.group("16B") is Group.VICTIM


def test_0_is_in_no_group():
    with pytest.raises(ValueError, match="is not an outcome"):
        GROUPINGS["2022-five-forces"].group("0")
