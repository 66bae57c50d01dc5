"""How else a reference may have been written, against a second opinion that compares two."""

from __future__ import annotations

from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.casework.rules import ReferenceKind, canonical_reference
from answerable_site.intake.rules import MOST_SPELLINGS, Likeness, near_spellings, spellings

CRIME, URN = ReferenceKind.CRIME, ReferenceKind.URN
REFERENCES = st.text(digits + ascii_uppercase, min_size=1, max_size=14)


def edits(one: str, other: str) -> int:
    """Characters to replace, insert or delete, or neighbours to swap, from one text to another."""
    table = {(row, 0): row for row in range(len(one) + 1)}
    table |= {(0, column): column for column in range(len(other) + 1)}
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            costs = [
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (one[row - 1] != other[column - 1]),
            ]
            if one[row - 2 : row] == other[column - 2 : column][::-1] and min(row, column) > 1:
                costs.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(costs)
    return table[len(one), len(other)]


class TestASlip:
    @pytest.mark.parametrize(
        ("written", "meant", "likeness"),
        [
            ("12A3465726", "12A3456726", Likeness.SWAPPED),
            ("12A3456826", "12A3456726", Likeness.ANOTHER),
            ("12AO456726", "12A0456726", Likeness.ANOTHER),
            ("12A345726", "12A3456726", Likeness.ONE_LOST),
            ("12A34556726", "12A3456726", Likeness.ONE_MORE),
            ("X0112324", "X01000012324", Likeness.ZEROS),
            ("X01000012324", "X0112324", Likeness.ZEROS),
            ("12A3456725", "12A3456726", Likeness.YEAR),
            ("12A345672026", "12A3456726", Likeness.YEAR),
            ("12A3456726", "12A345672026", Likeness.YEAR),
            ("A3456726", "12A3456726", Likeness.PREFIX),
            ("3456726", "W3456726", Likeness.PREFIX),
            ("12A3456726", "A3456726", Likeness.PREFIX),
        ],
    )
    def test_is_near_to_what_was_meant(self, written, meant, likeness):
        assert near_spellings(CRIME, written)[meant] is likeness

    def test_of_the_year_turns_at_the_century(self):
        assert near_spellings(CRIME, "A9900")["A9999"] is Likeness.YEAR

    @given(REFERENCES)
    def test_is_near_the_other_way_round_too(self, reference):
        for spelling in near_spellings(CRIME, reference):
            assert reference in near_spellings(CRIME, spelling)

    @given(REFERENCES)
    def test_is_one_edit_but_for_zeros_years_and_starts(self, reference):
        wider = {Likeness.ZEROS, Likeness.YEAR, Likeness.PREFIX}
        for spelling, likeness in near_spellings(CRIME, reference).items():
            assert likeness in wider or edits(reference, spelling) == 1

    @given(REFERENCES, st.data())
    def test_of_any_one_figure_is_found(self, reference, data):
        place = data.draw(st.integers(0, len(reference)))
        figure = data.draw(st.sampled_from(digits))
        lost = reference[:place] + figure + reference[place:]
        assert lost in near_spellings(CRIME, reference)


class TestNearSpellings:
    @given(REFERENCES)
    def test_never_hold_the_reference_itself(self, reference):
        assert reference not in near_spellings(CRIME, reference)

    @given(st.text(digits + ascii_uppercase, min_size=1, max_size=60))
    def test_are_never_many(self, reference):
        assert len(near_spellings(CRIME, reference)) <= MOST_SPELLINGS

    def test_are_the_surest_where_there_are_more(self, monkeypatch):
        monkeypatch.setattr(spellings, "MOST_SPELLINGS", 20)
        found = near_spellings(CRIME, "12A3456726")
        assert len(found) == 20
        assert set(found.values()) == {Likeness.ZEROS}

    @pytest.mark.parametrize("character", ["A", "0", "O", "8"])
    def test_are_not_many_of_the_longest_reference(self, character):
        assert len(near_spellings(CRIME, character * 60)) <= MOST_SPELLINGS

    @given(REFERENCES)
    def test_are_spelt_as_references_are_found(self, reference):
        for spelling in near_spellings(CRIME, reference):
            assert canonical_reference(CRIME, spelling) == spelling

    def test_of_a_urn_have_the_shape_of_one(self):
        found = near_spellings(URN, "01ZD0303224")
        assert "01ZD0303225" in found
        assert "1ZD00303224" not in found
        assert all(canonical_reference(URN, one) == one for one in found)

    def test_of_a_urn_without_its_force_are_found(self):
        assert near_spellings(URN, "ZD0303224")["01ZD0303224"] is Likeness.PREFIX

    def test_know_letters_of_other_alphabets_and_leave_them_as_they_are(self):
        assert all("É" in one for one in near_spellings(CRIME, "É12"))
