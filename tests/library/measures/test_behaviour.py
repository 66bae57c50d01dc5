from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from answerable.measures.behaviour import NotARebase, Rebase, Rule, TooFewPoints, chart
from answerable.measures.definition import Good

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

    def test_tell_two_of_three_points_near_a_limit(self):
        values = [10, 12] * 10 + [16, 12, 16]
        assert (Rule.NEAR_LIMIT, (20, 22), True) in rules(values)


REBASED = chart([*LEVEL, *(one + 30 for one in LEVEL)], [Rebase(12, "A new form.")])


def marked_by_hand(values):
    """The places that each rule marks, window after window, for those above or rising and below or
    falling."""
    mean = sum(values) / len(values)
    steps = [abs(values[place] - values[place - 1]) for place in range(1, len(values))]
    step = sum(steps) / len(steps)
    marked = {(rule, high): set() for rule in Rule for high in (True, False)}
    for high in (True, False):
        far = [one - mean if high else mean - one for one in values]
        marked[Rule.OUTSIDE, high] |= {at for at, one in enumerate(far) if one > 2.66 * step}
        for start in range(len(values) - 6):
            window = far[start : start + 7]
            if all(one > 0 for one in window):
                marked[Rule.SHIFT, high] |= set(range(start, start + 7))
            if all(window[at] < window[at + 1] for at in range(6)):
                marked[Rule.TREND, high] |= set(range(start, start + 7))
        for start in range(len(values) - 2):
            near = {at for at in range(start, start + 3) if far[at] > 2.66 * 2 / 3 * step}
            if len(near) >= 2:
                marked[Rule.NEAR_LIMIT, high] |= near
    return marked


@given(st.lists(st.integers(0, 12), min_size=2, max_size=30))
@example([*range(20), 3, *range(9, -9, -1)])
@example([5, 5, 5, 5, 9, 5, 9, 5, 5, 5, 1, 1])
def test_signals_are_those_that_every_window_shows(values):
    found = {(rule, high): set() for rule in Rule for high in (True, False)}
    for one in chart(values).signals:
        found[one.rule, one.is_high] |= set(one.points)
    assert found == marked_by_hand(values)


class TestRebase:
    def test_gives_each_part_limits_of_its_own(self):
        assert [(one.first, one.last, one.mean) for one in REBASED.parts] == [
            (0, 11, 11),
            (12, 23, 41),
        ]

    def test_looks_for_signals_within_a_part_alone(self):
        assert REBASED.signals == ()

    def test_places_a_signal_in_the_whole_row(self):
        found = chart([*LEVEL, *LEVEL[:11], 40], [Rebase(12, "A new form.")])
        assert (Rule.OUTSIDE, (23,)) in [(one.rule, one.points) for one in found.signals]

    def test_tells_its_reason(self):
        names = [*NAMES, *(f"2026-{month:02}" for month in range(1, 13))]
        assert "anew from 2026-01: A new form." in REBASED.sentence(names)

    def test_is_refused_without_a_reason(self):
        with pytest.raises(NotARebase, match="Say what changed"):
            chart(LEVEL, [Rebase(6, " ")])

    @pytest.mark.parametrize("places", [(0,), (12,), (6, 4), (-2,)])
    def test_is_refused_outside_the_row(self, places):
        with pytest.raises(NotARebase, match="one after another"):
            chart(LEVEL, [Rebase(one, "A new form.") for one in places])

    def test_needs_two_points_in_each_part(self):
        with pytest.raises(TooFewPoints):
            chart(LEVEL, [Rebase(11, "A new form.")])


def test_two_points_near_a_limit_at_the_end_are_a_signal():
    values = [10, 12] * 10 + [11, 16, 16]
    assert (Rule.NEAR_LIMIT, (21, 22), True) in rules(values)


class TestSentence:
    def test_says_that_nothing_changed(self):
        assert chart(LEVEL).sentence(NAMES).startswith("Nothing shows but the variation")

    def test_names_the_points_that_are_a_signal(self):
        assert "2025-12 lies above the upper limit." in chart([*LEVEL[:11], 40]).sentence(NAMES)

    def test_counts_the_points_of_a_run(self):
        falling = chart([20, 18, 16, 14, 12, 10, 8, 9]).sentence(NAMES)
        assert "7 points in a row, from 2025-01 to 2025-07, fall." in falling

    @pytest.mark.parametrize(
        ("good", "words"), [(Good.HIGHER, ": an improvement."), (Good.LOWER, ": a concern.")]
    )
    def test_says_what_a_signal_is_worth(self, good, words):
        assert words in chart([*LEVEL[:11], 40]).sentence(NAMES, good)

    def test_says_that_there_are_few_points(self):
        assert "fewer than 12 points" in chart(LEVEL[:6]).sentence(NAMES)
