from __future__ import annotations

from datetime import date, timedelta

import pytest

from answerable_site.accessreview.rules.thresholds import DEFAULT
from answerable_site.accessreview.rules.usual import usual_before

TODAY = date(2026, 3, 2)


def past(*counts: int, until: date = TODAY) -> dict[date, int]:
    """One count a day, the last on the day before."""
    return {until - timedelta(days=place + 1): count for place, count in enumerate(counts)}


def usual(counts, peers=()):
    return usual_before(TODAY, 1, peers, counts, DEFAULT)


class TestTheUsual:
    def test_is_a_persons_own_past_from_fifteen_days_on(self):
        found = usual({1: past(*[4] * 15), 2: past(*[90] * 40)}, peers=[2])
        assert (found.median, found.days, found.is_own) == (4, 15, True)

    def test_is_that_of_peers_while_the_own_past_is_short(self):
        counts = {1: past(*[4] * 14), **{peer: past(*[9] * 10) for peer in (2, 3, 4)}}
        found = usual(counts, peers=[2, 3, 4])
        assert (found.median, found.days, found.is_own) == (9, 30, False)

    @pytest.mark.parametrize(
        ("peers", "days"), [([2, 3], 40), ([2, 3, 4], 9)], ids=["two peers", "27 days"]
    )
    def test_is_unknown_while_peers_are_few_or_new(self, peers, days):
        assert usual({peer: past(*[9] * days) for peer in peers}, peers=peers) is None

    def test_forgets_what_lies_more_than_eight_weeks_back(self):
        old = past(*[4] * 40, until=TODAY - timedelta(days=57))
        assert usual({1: old}) is None

    def test_leaves_the_day_itself_out(self):
        counts = past(*[4] * 15) | {TODAY: 500}
        assert usual({1: counts}).days == 15

    def test_is_not_moved_by_one_great_day(self):
        quiet, with_one = usual({1: past(*[4] * 20)}), usual({1: past(*[4] * 19, 300)})
        assert (quiet.median, quiet.spread) == (with_one.median, with_one.spread)

    def test_scatters_by_the_median_absolute_deviation(self):
        assert usual({1: past(*[0, 10, 20] * 7)}).spread == pytest.approx(14.826)

    @pytest.mark.parametrize(("count", "spread"), [(0, 1), (16, 4)])
    def test_scatters_at_least_as_chance_does(self, count, spread):
        assert usual({1: past(*[count] * 20)}).spread == spread
