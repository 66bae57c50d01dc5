from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from answerable_site.figures.rules import CutState, left_behind, percent_of

NOW = datetime(2026, 6, 2, 9, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)


class TestPercent:
    def test_leaves_room_for_what_follows_reading(self):
        assert [percent_of(read, 1000) for read in (0, 500, 1000)] == [0, 35, 70]

    def test_of_no_case_is_that_of_all_read(self):
        assert percent_of(0, 0) == 70


class TestACutThatNoWorkerHas:
    @pytest.mark.parametrize(
        ("state", "longest"),
        [(CutState.WAITING, timedelta(days=1)), (CutState.MAKING, timedelta(hours=1))],
    )
    def test_has_been_silent_for_longer_than_its_state_allows(self, state, longest):
        silent = (longest, longest + A_MOMENT)
        told = [left_behind(state, last_sign_at=NOW - one, now=NOW) for one in silent]
        assert told == [False, True]

    @pytest.mark.parametrize("state", [CutState.MADE, CutState.REFUSED, CutState.CANCELLED])
    def test_has_not_ended(self, state):
        assert not left_behind(state, last_sign_at=NOW - timedelta(days=400), now=NOW)
