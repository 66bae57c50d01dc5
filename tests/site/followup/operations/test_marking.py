"""What is closed stays as it is, and whoever acts is asked about what stands now."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_followup
from tests.factories_followup import AT, DUE, TODAY

from answerable_site.followup import operations
from answerable_site.followup.models import Commitment
from answerable_site.followup.rules import (
    CLOSED,
    ActionState,
    AssuranceKind,
    Policy,
    Rating,
    RiskRating,
    Target,
    Whose,
)
from answerable_site.people.access import Refused

LATER = Target(DUE + timedelta(days=30), Whose.INTERNAL, "The supplier withdrew")


@pytest.fixture
def followed(db):
    """One commitment that is closed, with an action that is done."""
    followed = factories_followup.followed_up(policy=Policy(demonstration_days=0))
    done = factories_followup.action(followed)
    update(followed, done, ActionState.DONE)
    factories_followup.closed(followed)
    return followed


def act(followed, role="officer"):
    return {"by": followed.viewer(role), "at": AT}


def update(followed, thing, state=None):
    operations.add_update(
        **act(followed, "liaison"),
        on=TODAY,
        thing=thing,
        rating=Rating.GREEN,
        words="All are briefed",
        state=state,
    )


def assure(followed):
    operations.give_assurance(
        **act(followed),
        today=TODAY,
        commitment=followed.commitment,
        level=followed.levels[AssuranceKind.PARTIAL],
        words="Seen in the audit",
    )


def pause(followed):
    operations.pause(
        **act(followed), thing=followed.commitment, from_on=TODAY, until_on=DUE, reason="A trial"
    )


def add_risk(followed):
    operations.add_risk(
        **act(followed),
        commitment=followed.commitment,
        words="No trainer",
        rating=RiskRating.LOW,
        mitigation="",
    )


def fail_criterion(followed):
    operations.judge_criterion(
        **act(followed),
        criterion=followed.commitment.criteria.get(),
        is_met=False,
        words="Ten of forty",
    )


ACTS = {
    "an update": lambda one: update(one, one.commitment),
    "an update of its action": lambda one: update(
        one, one.commitment.actions.get(), ActionState.IN_PROGRESS
    ),
    "an assurance": assure,
    "a date": lambda one: operations.set_target(**act(one), thing=one.commitment, target=LATER),
    "a date of its action": lambda one: operations.set_target(
        **act(one), thing=one.commitment.actions.get(), target=LATER
    ),
    "an action": lambda one: factories_followup.action(one, "Brief the rest"),
    "a review": lambda one: operations.plan_review(
        **act(one), commitment=one.commitment, due_on=DUE
    ),
    "a pause": pause,
    "a risk": add_risk,
    "a criterion": lambda one: operations.write_criterion(
        **act(one), commitment=one.commitment, words="All records hold the reason"
    ),
    "a test of a criterion": fail_criterion,
    "a criterion less": lambda one: operations.drop_criterion(
        **act(one), criterion=one.commitment.criteria.get(), reason="Asked for twice"
    ),
}


class TestAClosedCommitment:
    @pytest.mark.parametrize("name", ACTS)
    def test_takes_none_of_these(self, followed, name):
        with pytest.raises(Refused, match=CLOSED):
            ACTS[name](followed)

    def test_takes_no_action_from_another_and_loses_none(self, followed):
        other = factories_followup.promised(
            followed.office, followed.recommendations[1], followed.office.force
        )
        with pytest.raises(Refused, match=CLOSED):
            operations.link_action(
                **act(followed), action=followed.commitment.actions.get(), commitments=[other]
            )

    def test_lets_an_action_go_on_that_serves_an_open_one_too(self, followed):
        shared = followed.commitment.actions.get()
        other = factories_followup.promised(
            followed.office, followed.recommendations[1], followed.office.force
        )
        operations.link_action(
            **act(followed), action=shared, commitments=[followed.commitment, other]
        )
        update(followed, shared, ActionState.IN_PROGRESS)
        shared.refresh_from_db()
        assert shared.state == ActionState.IN_PROGRESS

    def test_takes_evidence_for_its_check(self, followed):
        assert factories_followup.evidence(followed).commitment == followed.commitment


class TestWhoActs:
    def test_is_asked_of_the_owner_as_it_is_now(self, db):
        followed = factories_followup.followed_up()
        read_before = factories_followup.owned(followed)
        Commitment.objects.update(owner=None)
        with pytest.raises(Refused):
            operations.set_target(**act(followed, "owner"), thing=read_before, target=LATER)
