from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.measures.funnel import Funnel, NoFunnel, exact, funnel


def by_fractions(denominator, share, below):
    """The interpolated limit, with whole fractions and one count after another."""
    share, below, until = Fraction(share), Fraction(below), Fraction(0)
    for count in range(denominator + 1):
        before = until
        until += comb(denominator, count) * share**count * (1 - share) ** (denominator - count)
        if until > below:
            return max(Fraction(0), (count - (until - below) / (until - before)) / denominator)
    return Fraction(1)


def alike(many, *, among=400, of=1000):
    """Units of one size and share."""
    return {f"unit {number}": (among, of) for number in range(many)}


class TestLimits:
    @given(
        st.integers(1, 120),
        st.sampled_from([0.01, 0.125, 0.5, 0.75, 0.97]),
        st.sampled_from([0.001, 0.025, 0.975, 0.999]),
    )
    def test_are_those_of_exact_fractions(self, denominator, share, below):
        expected = float(by_fractions(denominator, share, below))
        assert exact(denominator, share, below) == pytest.approx(expected, abs=1e-9)

    def test_come_near_the_normal_ones_of_a_large_unit(self):
        assert exact(100_000, 0.4, 0.975) == pytest.approx(
            0.4 + 1.96 * (0.4 * 0.6 / 100_000) ** 0.5, abs=2e-5
        )

    def test_are_never_passed_by_all_of_little(self):
        limits = funnel({"one": (5, 5), "two": (495, 500)}).limits(5)
        assert limits.high_95 == limits.high_998 == 1

    def test_are_the_share_itself_where_all_or_none_did(self):
        limits = funnel({"one": (0, 20), "two": (0, 30)}).limits(20)
        assert (limits.low_998, limits.high_998) == (0, 0)

    @given(st.integers(1, 60), st.data(), st.sampled_from([0.01, 0.125, 0.5, 0.75, 0.97]))
    def test_are_beyond_what_chance_gives_less_often_than_they_say(self, many, data, share):
        count = data.draw(st.integers(0, many))
        limits = Funnel((), share, 1.0).limits(many)
        chances = [
            comb(many, one) * Fraction(share) ** one * (1 - Fraction(share)) ** (many - one)
            for one in range(many + 1)
        ]
        is_low, is_high = sum(chances[: count + 1]) < 0.025, sum(chances[count:]) < 0.025
        assert (count / many < limits.low_95) == is_low
        assert (count / many > limits.high_95) == is_high


class TestFunnel:
    def test_has_no_unit_that_was_asked_nothing(self):
        found = funnel({"one": (1, 2), "two": (1, 3), "three": (0, 0)})
        assert [unit.name for unit in found.units] == ["two", "one"]

    def test_needs_two_units(self):
        with pytest.raises(NoFunnel):
            funnel({"one": (1, 2), "two": (0, 0)})

    def test_finds_the_unit_that_differs(self):
        found = funnel(alike(12) | {"other": (520, 1000)})
        assert [(unit.name, high, far) for unit, high, far in found.outside()] == [
            ("other", True, True)
        ]

    def test_does_not_widen_limits_for_one_unit_that_differs(self):
        assert not funnel(alike(12) | {"other": (520, 1000)}).is_overdispersed

    def test_widens_limits_where_all_units_differ(self):
        apart = {f"unit {number}": (100 + 60 * number, 1000) for number in range(12)}
        found = funnel(apart)
        assert found.is_overdispersed
        assert list(found.outside()) == []

    def test_does_not_widen_them_for_few_units(self):
        apart = {f"unit {number}": (100 + 60 * number, 1000) for number in range(5)}
        assert not funnel(apart).is_overdispersed


class TestSentence:
    def test_names_units_by_how_far_out_they_lie(self):
        told = funnel(alike(12) | {"far": (520, 1000), "near": (366, 1000)}).sentence()
        assert "998 of 1,000: far (52.0%, high)." in told
        assert "95 of 100: near (36.6%, low)." in told

    def test_says_that_no_unit_differs(self):
        assert "No unit differs" in funnel(alike(3)).sentence()

    def test_says_that_limits_are_wider(self):
        apart = {f"unit {number}": (100 + 60 * number, 1000) for number in range(12)}
        assert "limits are wider" in funnel(apart).sentence()
