from __future__ import annotations

import pytest

from answerable.measures.behaviour import Rule, TooFewPoints, chart

LEVEL = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
NAMES = [f"2025-{month:02}" for month in range(1, 13)]


def rules(values):
    return [(one.rule, one.points, one.is_high) for one in chart(values).signals]


class TestLimits:
    def test_are_2_66_mean_moving_ranges_from_the_mean(self):
        found = chart(LEVEL)
        assert (found.mean, found.low, found.high) == (11, 11 - 5.32, 11 + 5.32)

    def test_need_two_points(self):
        with pytest.raises(TooFewPoints):
            chart([1.0])


class TestSignals:
    def test_are_none_where_the_figures_only_vary(self):
        assert rules(LEVEL) == []

    def test_tell_a_point_outside_the_limits(self):
        assert (Rule.OUTSIDE, (11,), True) in rules([*LEVEL[:11], 40])

    def test_tell_seven_points_on_one_side(self):
        values = [10, 14, 11, 13, 10, *[13, 14] * 3, 13]
        assert (Rule.SHIFT, tuple(range(5, 12)), True) in rules(values)

    def test_do_not_tell_six_points_on_one_side(self):
        values = [14, 10, 14, 10, 14, 10, *[13, 14] * 3, 10]
        assert Rule.SHIFT not in [one for one, _, _ in rules(values)]

    def test_tell_seven_points_that_fall(self):
        assert (Rule.TREND, tuple(range(7)), False) in rules([20, 18, 16, 14, 12, 10, 8, 9])

    def test_do_not_tell_six_points_that_fall(self):
        assert Rule.TREND not in [one for one, _, _ in rules([20, 18, 16, 14, 12, 10, 11])]

    def test_tell_two_points_near_a_limit_at_the_end(self):
        values = [10, 12] * 10 + [11, 16, 16]
        assert (Rule.NEAR_LIMIT, (21, 22), True) in rules(values)

    def test_tell_two_of_three_points_near_a_limit(self):
        values = [10, 12] * 10 + [16, 12, 16]
        assert (Rule.NEAR_LIMIT, (20, 22), True) in rules(values)


class TestSentence:
    def test_says_that_nothing_changed(self):
        assert chart(LEVEL).sentence(NAMES).startswith("Nothing shows but the variation")

    def test_names_the_points_that_are_a_signal(self):
        assert "2025-12 lies outside the limits (up)" in chart([*LEVEL[:11], 40]).sentence(NAMES)

    def test_says_that_there_are_few_points(self):
        assert "fewer than 12 points" in chart(LEVEL[:6]).sentence(NAMES)
