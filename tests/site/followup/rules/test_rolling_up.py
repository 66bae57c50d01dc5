from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable_site.followup.rules import OwnView, rolled_up

ORDER = list(OwnView)
states = st.lists(st.none() | st.sampled_from(ORDER), min_size=1)


class TestRolledUp:
    def test_says_nothing_of_nothing(self):
        assert rolled_up([], ORDER).state is None

    def test_is_silent_while_a_part_is_silent(self):
        assert rolled_up([OwnView.COMPLETE, None], ORDER).state is None

    def test_is_as_far_as_the_least_far(self):
        found = rolled_up([OwnView.COMPLETE, OwnView.NOT_STARTED, OwnView.COMPLETE], ORDER)
        assert found.state is OwnView.NOT_STARTED
        assert found.counts == ((OwnView.NOT_STARTED, 1), (OwnView.COMPLETE, 2))

    @given(states)
    def test_counts_every_part(self, given):
        assert sum(count for _, count in rolled_up(given, ORDER).counts) == len(given)

    @given(states)
    def test_is_complete_only_if_every_part_is(self, given):
        complete = rolled_up(given, ORDER).state is OwnView.COMPLETE
        assert complete == all(one is OwnView.COMPLETE for one in given)
