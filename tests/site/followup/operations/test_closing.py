"""Closing a commitment, checking that it lasted, reopening it."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories_followup
from tests.factories_followup import TODAY, moment

from answerable_site.followup import operations
from answerable_site.followup.rules import CannotClose, ClosureState, Policy, Timeliness, timeliness
from answerable_site.people.access import Refused

NO_DEMONSTRATION = Policy(demonstration_days=0)


@pytest.fixture
def followed(db):
    return factories_followup.followed_up(policy=NO_DEMONSTRATION)


def close(followed, role="officer"):
    return operations.close_commitment(
        by=followed.viewer(role),
        at=moment(TODAY),
        today=TODAY,
        commitment=followed.commitment,
        words="The audit shows it",
    )


class TestCloseCommitment:
    def test_says_everything_that_stands_in_the_way(self, followed):
        factories_followup.action(followed)
        with pytest.raises(CannotClose) as refused:
            close(followed)
        assert refused.value.gaps == (
            "The organisation does not say that it is complete.",
            "No criteria for closing were written.",
            "1 action is still open.",
            "The office has not assured it as complete.",
        )

    def test_keeps_the_day_and_plans_the_check(self, followed):
        commitment = factories_followup.closed(followed)
        assert commitment.closed_on == TODAY
        assert commitment.check_due_on == date(2026, 12, 1)

    def test_is_refused_to_the_force(self, followed):
        factories_followup.ready_to_close(followed)
        with pytest.raises(Refused):
            close(followed, "liaison")

    def test_makes_what_was_said_to_be_done_count_as_done(self, followed):
        commitment = factories_followup.ready_to_close(followed)
        assert timeliness(commitment.dates, on=TODAY) is Timeliness.SAID_IN_TIME
        close(followed)
        commitment.refresh_from_db()
        assert timeliness(commitment.dates, on=TODAY) is Timeliness.DONE_IN_TIME


class TestReopenCommitment:
    def test_keeps_the_closure_and_the_original_date(self, followed):
        commitment = factories_followup.closed(followed)
        operations.reopen_commitment(
            by=followed.viewer("officer"),
            at=moment(TODAY),
            commitment=commitment,
            reason="The next audit found half of it missing",
        )
        commitment.refresh_from_db()
        assert commitment.original_on == factories_followup.DUE
        assert [one.state for one in commitment.closures.all()] == [ClosureState.REOPENED]
        assert commitment.closed_on is None
