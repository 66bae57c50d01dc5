from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.followup.rules import InACircle, check_no_circle


class TestCheckNoCircle:
    def test_refuses_what_would_wait_for_itself_through_others(self):
        with pytest.raises(InACircle):
            check_no_circle([(1, 2), (2, 3)], action=3, needed=1)

    def test_allows_two_ways_to_the_same(self):
        check_no_circle([(1, 2), (1, 3), (2, 4)], action=3, needed=4)

    @given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25))
    def test_leaves_an_order_in_which_everything_can_be_done(self, wanted):
        kept: list[tuple[int, int]] = []
        for action, needed in wanted:
            try:
                check_no_circle(kept, action=action, needed=needed)
            except InACircle:
                continue
            kept.append((action, needed))
        open_actions = set(range(7))
        while open_actions:
            free = {
                one
                for one in open_actions
                if not any(a == one and b in open_actions for a, b in kept)
            }
            assert free
            open_actions -= free
