from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.register.rules import free_position, missing_numbers, position_by_hand


class TestMissingNumbers:
    @pytest.mark.parametrize(
        ("numbers", "missing"),
        [
            (["1", "2", "3"], ()),
            (["1", "2", "7", "12"], ("3 to 6", "8 to 11")),
            (["1", "3"], ("2",)),
            (["2", "3a", "3b", "5"], ("4",)),
            (["4", "5"], ()),
            (["AFI 2", ""], ()),
            ([], ()),
        ],
    )
    def test_names_the_gaps_as_a_person_would(self, numbers, missing):
        assert missing_numbers(numbers) == missing


class TestFreePosition:
    @given(st.integers(0, 50), st.sets(st.integers(0, 60)))
    def test_is_not_taken_and_not_before_the_one_wanted(self, wanted, taken):
        found = free_position(wanted, taken)
        assert found not in taken
        assert found >= wanted


class TestPositionByHand:
    PLACED = ((2, 1000), (2, 2000), (5, 3000))

    def test_stands_behind_everything_on_its_page(self):
        assert position_by_hand(2, self.PLACED) == 2001

    def test_stands_at_the_end_without_a_page(self):
        assert position_by_hand(None, self.PLACED) == 4000

    def test_stands_first_on_a_page_before_all_others(self):
        assert position_by_hand(1, self.PLACED) == 1
