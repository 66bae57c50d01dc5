"""Cases have other numbers in cuts than in the site: each its own, the same for the same key."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.figures.rules import MOST, Numbers

NUMBERS, OTHERS = Numbers(b"a key"), Numbers(b"another key")
CASES = st.integers(0, MOST)
PINNED = [260350833, 271238477, 628710630, 1229835195]
"""Of the first three cases and the last, as cuts that are kept have them."""


class TestNumbers:
    def test_are_each_of_one_case_alone(self):
        assert len({NUMBERS.of(case) for case in range(20_000)}) == 20_000

    @given(one=CASES, other=CASES)
    def test_differ_wherever_cases_do(self, one, other):
        assert (NUMBERS.of(one) == NUMBERS.of(other)) == (one == other)

    @given(case=CASES)
    def test_fit_into_a_cut(self, case):
        assert 0 <= NUMBERS.of(case) <= MOST

    def test_are_the_same_for_the_same_key_for_ever(self):
        assert [Numbers(b"a key").of(case) for case in (0, 1, 2, MOST)] == PINNED

    def test_are_others_for_another_key(self):
        assert sum(NUMBERS.of(case) == OTHERS.of(case) for case in range(1000)) <= 1

    def test_say_nothing_of_the_order_in_which_cases_were_added(self):
        numbers = [NUMBERS.of(case) for case in range(1, 2001)]
        rising = sum(one < other for one, other in pairwise(numbers))
        assert 900 < rising < 1100

    def test_lie_so_far_apart_that_a_case_left_out_leaves_no_gap(self):
        without = sorted(NUMBERS.of(case) for case in range(1, 1001) if case != 500)
        gaps = [later - earlier for earlier, later in pairwise(without)]
        assert min(gaps) > 1

    @pytest.mark.parametrize("case", [-1, MOST + 1])
    def test_refuse_what_a_cut_cannot_hold(self, case):
        with pytest.raises(ValueError, match="no number"):
            NUMBERS.of(case)
