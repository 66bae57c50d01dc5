from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.measures.interval import Z_95, wilson


class TestWilson:
    @pytest.mark.parametrize(
        ("numerator", "denominator", "low", "high"),
        [(8, 10, 0.4902, 0.9433), (0, 20, 0, 0.1611), (20, 20, 0.8389, 1)],
    )
    def test_is_what_tables_print(self, numerator, denominator, low, high):
        assert wilson(numerator, denominator) == pytest.approx((low, high), abs=1e-4)

    def test_of_nobody_is_none(self):
        assert wilson(0, 0) is None

    @given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
    def test_holds_the_shares_from_which_this_one_is_not_far(self, drawn):
        numerator, denominator = drawn
        share = numerator / denominator
        low, high = wilson(numerator, denominator)
        assert 0 <= low <= share <= high <= 1
        for end in {low, high} - {0.0, 1.0}:
            far = (share - end) ** 2 * denominator / (end * (1 - end))
            assert far == pytest.approx(Z_95**2, rel=1e-6)
