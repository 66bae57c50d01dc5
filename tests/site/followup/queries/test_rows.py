from __future__ import annotations

import pytest
from tests import factories_followup
from tests.factories_followup import AT, TODAY, FollowedUp

from answerable_site.followup import queries
from answerable_site.followup.models import (
    Closure,
    Criterion,
    Dependency,
    Escalation,
    PracticeReview,
    ProgressUpdate,
    PublicWording,
    Review,
    Risk,
)
from answerable_site.people.rules import ANONYMOUS

pytestmark = pytest.mark.django_db
OF_ONE = {
    "reviews": queries.reviews_visible_to,
    "risks": queries.risks_visible_to,
    "criteria": queries.criteria_visible_to,
    "closures": queries.closures_visible_to,
    "wordings": queries.wordings_visible_to,
    "evidence": queries.evidence_visible_to,
}
OF_BOTH = {
    "updates": queries.updates_visible_to,
    "escalations": queries.escalations_visible_to,
}
VISIBLE = OF_ONE | OF_BOTH


def full(name: str) -> FollowedUp:
    """One of each about a commitment, and about an action that serves it."""
    followed = factories_followup.followed_up(name)
    own, user = followed.commitment, followed.office.officer
    said = {"at": AT, "by": user}
    action = factories_followup.action(followed)
    needed = factories_followup.action(followed, "Write the brief")
    factories_followup.evidence(followed)
    Review.objects.create(commitment=own, due_on=TODAY, **said)
    Risk.objects.create(commitment=own, words="Nobody comes", **said)
    Criterion.objects.create(commitment=own, position=0, words="All came", **said)
    PublicWording.objects.create(commitment=own, words="We train", **said)
    Closure.objects.create(commitment=own, on=TODAY, check_due_on=TODAY, words="Done", **said)
    Dependency.objects.create(action=action, needed=needed, reason="First things", **said)
    for about in ({"commitment": own}, {"action": action}):
        ProgressUpdate.objects.create(on=TODAY, words="Begun", **about, **said)
        Escalation.objects.create(
            organisation=followed.office.force,
            trigger="overdue",
            position=0,
            title="Superintendent",
            told=followed.liaison,
            on=TODAY,
            raised_at=AT,
            **about,
        )
    return followed


@pytest.fixture
def followed() -> FollowedUp:
    full("Sallowfen")
    return full("Wexmoor")


def about(row: object) -> set[str]:
    """Of which body a row is about a commitment, or about an action that serves one."""
    if row.commitment_id:
        return {row.commitment.body.name}
    return {one.body.name for one in row.action.commitments.all()}


class TestRowsOfACommitmentOrAnAction:
    @pytest.mark.parametrize("role", ["officer", "liaison", "owner"])
    def test_are_visible_with_it_and_no_others(self, followed, role):
        viewer, own = followed.viewer(role), {followed.office.body.name}
        found = {name: [about(row) for row in visible(viewer)] for name, visible in VISIBLE.items()}
        assert found == {name: [own, own] if name in OF_BOTH else [own] for name in VISIBLE}

    @pytest.mark.parametrize("role", ["administrator", "cps_owner"])
    def test_are_visible_to_nobody_who_does_not_see_it(self, followed, role):
        viewer = followed.viewer(role)
        assert not {name for name, visible in VISIBLE.items() if visible(viewer)}

    def test_are_not_visible_to_the_public(self, followed):
        assert not {name for name, visible in VISIBLE.items() if visible(ANONYMOUS)}


class TestCriteria:
    def test_are_none_that_are_asked_for_no_longer(self, followed):
        Criterion.objects.update(
            dropped_at=AT, dropped_by=followed.office.officer, dropped_because="It was done"
        )
        assert not queries.criteria_visible_to(followed.viewer("officer"))


class TestDependencies:
    def test_are_those_of_visible_actions(self, followed):
        (found,) = queries.dependencies_visible_to(followed.viewer("officer"))
        assert followed.commitment in found.action.commitments.all()

    def test_are_visible_to_nobody_who_does_not_see_the_action(self, followed):
        assert not queries.dependencies_visible_to(followed.viewer("cps_owner"))


class TestPracticeReviews:
    def review(self, followed: FollowedUp, *commitments) -> PracticeReview:
        made = PracticeReview.objects.create(
            body=followed.office.body,
            title="A review",
            period_from_on=TODAY,
            period_to_on=TODAY,
            held_on=TODAY,
            next_due_on=TODAY,
            at=AT,
            by=followed.office.officer,
        )
        made.commitments.set(commitments)
        return made

    def test_are_those_of_bodies_that_the_viewer_follows(self):
        followed = factories_followup.followed_up()
        self.review(factories_followup.followed_up("Sallowfen"))
        own = self.review(followed)
        for role in ("officer", "holder", "chief", "owner"):
            assert list(queries.practice_reviews_visible_to(followed.viewer(role))) == [own]

    def test_are_those_that_a_visible_commitment_asked_for(self):
        followed = factories_followup.followed_up()
        partner = factories_followup.promised(
            followed.office, followed.recommendations[0], followed.cps
        )
        asked_for = self.review(followed, partner)
        self.review(followed)
        found = queries.practice_reviews_visible_to(followed.viewer("cps_owner"))
        assert list(found) == [asked_for]

    def test_are_none_for_those_who_see_neither(self):
        followed = factories_followup.followed_up()
        self.review(followed, followed.commitment)
        assert not queries.practice_reviews_visible_to(followed.viewer("cps_owner"))
        assert not queries.practice_reviews_visible_to(ANONYMOUS)
