from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.site.accessreview.rules.looking import LONG_AGO, at, look

from answerable_site.accessreview.rules.episodes import episodes

DAYS = st.lists(st.integers(0, 60), max_size=25).map(sorted)


def runs(days, *, within=7, needed=3, since=LONG_AGO):
    looks = [look(day) for day in days]
    found = episodes(
        looks, within_days=within, since=since, is_enough=lambda window: len(window) >= needed
    )
    return [[(one.at - at(0)).days for one in run] for run in found]


class TestEpisodes:
    def test_are_looks_of_which_enough_lie_within_the_window(self):
        assert runs([0, 20, 22, 27, 50]) == [[20, 22, 27]]

    def test_that_overlap_are_one(self):
        assert runs([0, 3, 6, 9, 12]) == [[0, 3, 6, 9, 12]]

    def test_that_share_a_look_are_one(self):
        assert runs([0, 7, 14], needed=2) == [[0, 7, 14]]

    def test_that_lie_apart_are_two(self):
        assert runs([0, 1, 2, 30, 31, 32]) == [[0, 1, 2], [30, 31, 32]]

    def test_that_ended_before_are_left_out(self):
        assert runs([0, 1, 2, 30, 31, 32], since=at(10)) == [[30, 31, 32]]

    def test_that_go_on_are_shown_from_their_beginning(self):
        assert runs([0, 1, 2, 4], since=at(3)) == [[0, 1, 2, 4]]

    @given(DAYS)
    def test_hold_every_look_of_every_full_window_and_no_other(self, days):
        reach = timedelta(days=7).days
        windows = [[other for other in days if day <= other <= day + reach] for day in days]
        full = sorted({day for window in windows if len(window) >= 3 for day in window})
        assert sorted({day for run in runs(days) for day in run}) == full
