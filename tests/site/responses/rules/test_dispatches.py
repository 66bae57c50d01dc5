from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.responses.rules import dispatches
from answerable_site.responses.rules.dispatches import Attempt, Standing
from answerable_site.responses.rules.words import DispatchState, Purpose

AT = datetime(2026, 5, 12, 10, tzinfo=UTC)
ATTEMPTS = st.lists(
    st.builds(
        Attempt,
        version=st.integers(1, 3),
        state=st.sampled_from(DispatchState),
        recorded_at=st.just(AT),
        taken_up=st.booleans(),
    ),
    max_size=6,
)


def waiting(minutes: float, *, taken_up: bool) -> Attempt:
    return Attempt(1, DispatchState.WAITING, AT - timedelta(minutes=minutes), taken_up=taken_up)


class TestStateOf:
    @pytest.mark.parametrize("taken_up", [True, False])
    def test_is_on_its_way_for_a_quarter_of_an_hour(self, taken_up):
        attempt = waiting(15, taken_up=taken_up)
        assert dispatches.state_of(attempt, at=AT) is Standing.ON_ITS_WAY

    def test_is_not_known_once_the_product_began_and_never_said_more(self):
        attempt = waiting(15.01, taken_up=True)
        assert dispatches.state_of(attempt, at=AT) is Standing.NOT_KNOWN

    def test_failed_where_nobody_ever_began(self):
        attempt = waiting(15.01, taken_up=False)
        assert dispatches.state_of(attempt, at=AT) is Standing.FAILED


class TestTooLateToTakeUp:
    def test_ends_well_before_people_are_told_to_act(self):
        """Else a late worker could send what somebody sent again meanwhile."""
        recorded_at = AT - dispatches.NOT_KNOWN_AFTER
        assert dispatches.too_late_to_take_up(recorded_at=recorded_at, at=AT)

    def test_allows_ten_minutes(self):
        assert not dispatches.too_late_to_take_up(recorded_at=AT - timedelta(minutes=10), at=AT)


class TestStanding:
    def test_is_not_sent_without_an_attempt(self):
        assert dispatches.standing([], version=1, at=AT) is Standing.NOT_SENT

    def test_wants_each_version_sent_anew(self):
        first = Attempt(1, DispatchState.SENT, AT)
        assert dispatches.standing([first], version=1, at=AT) is Standing.SENT
        assert dispatches.standing([first], version=2, at=AT) is Standing.EARLIER_VERSION

    def test_counts_the_last_attempt_while_none_succeeded(self):
        attempts = [Attempt(1, DispatchState.FAILED, AT), Attempt(1, DispatchState.WAITING, AT)]
        assert dispatches.standing(attempts, version=1, at=AT) is Standing.ON_ITS_WAY

    @given(ATTEMPTS, ATTEMPTS, st.integers(1, 3))
    def test_once_sent_stays_sent(self, before, after, version):
        attempts = [*before, Attempt(version, DispatchState.SENT, AT), *after]
        assert dispatches.standing(attempts, version=version, at=AT) is Standing.SENT

    @given(ATTEMPTS, st.integers(1, 3))
    def test_never_claims_what_was_not_sent(self, attempts, version):
        own = [a for a in attempts if a.version == version and a.state is DispatchState.SENT]
        if not own:
            assert dispatches.standing(attempts, version=version, at=AT) is not Standing.SENT


SHOWN = {
    "purpose": Purpose.PANEL_TOLD,
    "recipient": "The panel",
    "address": "panel@example.org",
    "letter_hash": "a" * 64,
    "attachments": (("letter.pdf", "b" * 64),),
}


class TestDigest:
    @pytest.mark.parametrize(
        "other",
        [
            {"purpose": Purpose.PLACE_TOLD},
            {"recipient": "Another"},
            {"address": "other@example.org"},
            {"letter_hash": "c" * 64},
            {"attachments": (("letter.pdf", "c" * 64),)},
            {"attachments": ()},
        ],
    )
    def test_differs_with_anything_that_was_shown(self, other):
        assert dispatches.digest(**SHOWN) != dispatches.digest(**SHOWN | other)
