from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.measures.rare import TooFewEvents, gaps

HOURS = [286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214]
HOURS += [2831, 96]
"""Times between failures of a valve: Montgomery, D. C., Introduction to Statistical Quality
Control, the example of charts for times between events."""
PUBLISHED_MEAN = 5.386
"""The mean of their powers of 0.2777, as printed there."""


def events(lengths):
    """The days of events with such gaps between them."""
    return [0, *accumulate(lengths)]


def names(found):
    return [f"day {place}" for place in range(len(found.days) + 1)]


def by_hand(lengths):
    """Mean and limits in days, one step after another."""
    powers = [length ** (1 / 3.6) for length in lengths]
    mean = sum(powers) / len(powers)
    moves = [abs(powers[place] - powers[place - 1]) for place in range(1, len(powers))]
    width = 2.66 * sum(moves) / len(moves)
    return tuple(max(0, one) ** 3.6 for one in (mean, mean - width, mean + width))


class TestLimits:
    def test_have_the_published_mean(self):
        assert gaps(events(HOURS)).mean ** 0.2777 == pytest.approx(PUBLISHED_MEAN, abs=5e-3)

    def test_show_no_signal_in_the_published_example(self):
        assert gaps(events(HOURS)).signals == ()

    @given(st.lists(st.integers(0, 400), min_size=2, max_size=30))
    def test_are_those_worked_out_by_hand(self, lengths):
        found = gaps(events(lengths))
        assert (found.mean, found.low, found.high) == pytest.approx(by_hand(lengths))

    def test_need_three_events(self):
        with pytest.raises(TooFewEvents):
            gaps([1, 9])

    def test_need_days_in_order(self):
        with pytest.raises(ValueError, match="in order"):
            gaps([9, 1, 12])


class TestSentence:
    def test_tells_a_gap_that_is_longer_than_the_limits(self):
        found = gaps(events([20, 24] * 7 + [400]))
        assert "The gap from day 14 to day 15 is longer" in found.sentence(names(found))

    def test_tells_events_that_came_more_often(self):
        found = gaps(events([60, 70] * 6 + [3, 2, 4, 3, 2, 4, 3, 2]))
        assert "events came more often: 8 gaps in a row" in found.sentence(names(found))

    def test_tells_two_events_on_one_day(self):
        found = gaps(events([20, 24] * 7 + [0]))
        told = found.sentence([*names(found)[:-1], names(found)[-2]])
        assert "Two events on day 14 are closer than the limits." in told

    def test_tells_a_long_time_without_an_event(self):
        days = events([20, 24] * 7)
        found = gaps(days, watched_until=days[-1] + 300)
        assert "None happened in the 300 days since day 14" in found.sentence(names(found))

    def test_tells_that_nothing_shows(self):
        found = gaps(events([20, 24] * 7))
        assert found.sentence(names(found)).startswith("Nothing shows")

    def test_tells_that_few_events_say_little(self):
        found = gaps(events([20, 24]))
        assert "fewer than 13 events" in found.sentence(names(found))
