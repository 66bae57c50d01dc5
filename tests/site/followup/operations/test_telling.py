from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories, factories_followup
from tests.factories_followup import AT, TODAY

from answerable_site.followup import operations
from answerable_site.followup.operations import DayRefused, NothingSaid, SaidAlready
from answerable_site.followup.rules import ActionState, InACircle, Rating
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role


def tell(followed, thing=None, role="liaison", words="Half are briefed", **about):
    return operations.add_update(
        by=followed.viewer(role),
        at=AT,
        on=TODAY,
        thing=thing or followed.commitment,
        rating=Rating.GREEN,
        words=words,
        **about,
    )


class TestAddUpdate:
    def test_puts_off_the_next_one(self, followed):
        tell(followed)
        followed.commitment.refresh_from_db()
        assert followed.commitment.update_due_on == TODAY + timedelta(days=28)

    def test_changes_the_state_of_an_action_with_its_day(self, followed):
        action = factories_followup.action(followed)
        day = TODAY - timedelta(days=3)
        tell(followed, action, "owner", state=ActionState.DONE, done_on=day)
        action.refresh_from_db()
        assert (action.state, action.done_on) == (ActionState.DONE, day)

    def test_forgets_the_day_of_an_action_that_is_open_again(self, followed):
        action = factories_followup.action(followed)
        tell(followed, action, "owner", state=ActionState.DONE)
        tell(followed, action, "owner", state=ActionState.IN_PROGRESS)
        action.refresh_from_db()
        assert action.done_on is None

    def test_leaves_the_state_as_it_is_where_none_is_chosen(self, followed):
        action = factories_followup.action(followed)
        update = tell(followed, action, "owner")
        assert update.state == ActionState.NOT_STARTED

    def test_is_refused_for_a_day_ahead(self, followed):
        action = factories_followup.action(followed)
        with pytest.raises(DayRefused):
            tell(
                followed,
                action,
                "owner",
                state=ActionState.DONE,
                done_on=TODAY + timedelta(days=1),
            )

    def test_is_refused_without_words(self, followed):
        with pytest.raises(NothingSaid):
            tell(followed, words=" ")

    def test_is_refused_to_an_owner_of_something_else(self, followed):
        with pytest.raises(Refused):
            tell(followed, role="owner")


class TestAgreeUpdate:
    def test_is_for_somebody_else_of_the_organisation(self, followed):
        update = tell(followed)
        with pytest.raises(Refused):
            operations.agree_update(by=followed.viewer("liaison"), at=AT, update=update)
        operations.agree_update(by=followed.viewer("chief"), at=AT, update=update)
        with pytest.raises(SaidAlready):
            operations.agree_update(by=followed.viewer("chief"), at=AT, update=update)


class TestApproveWording:
    def test_is_for_somebody_else_of_the_office(self, followed):
        wording = operations.propose_wording(
            by=followed.viewer("officer"),
            at=AT,
            commitment=followed.commitment,
            words="Every supervisor was briefed.",
        )
        for role in ("officer", "liaison"):
            with pytest.raises(Refused):
                operations.approve_wording(by=followed.viewer(role), at=AT, wording=wording)
        operations.approve_wording(by=followed.viewer("holder"), at=AT, wording=wording)
        wording.refresh_from_db()
        assert wording.approved_by == followed.office.holder


class TestAddDependency:
    def test_is_refused_in_a_circle(self, followed):
        first, second = (factories_followup.action(followed, name) for name in ("One", "Two"))
        about = {"by": followed.viewer("liaison"), "at": AT, "reason": "First things first"}
        operations.add_dependency(action=first, needed=second, **about)
        with pytest.raises(InACircle):
            operations.add_dependency(action=second, needed=first, **about)


class TestLinkAction:
    def test_lets_one_action_serve_several_commitments(self, followed):
        action = factories_followup.action(followed)
        other = factories_followup.promised(
            followed.office, followed.recommendations[2], followed.office.force
        )
        operations.link_action(
            by=followed.viewer("liaison"),
            at=AT,
            action=action,
            commitments=[followed.commitment, other],
        )
        assert set(action.commitments.all()) == {followed.commitment, other}

    def test_is_refused_for_a_commitment_of_another_organisation(self, followed):
        action = factories_followup.action(followed)
        partner = factories_followup.promised(
            followed.office, followed.recommendations[0], followed.cps
        )
        with pytest.raises(operations.ServesNothing):
            operations.link_action(
                by=followed.viewer("officer"), at=AT, action=action, commitments=[partner]
            )


class TestBeginCommitments:
    def test_take_the_date_of_the_recommendation_as_the_inspectorates(self, followed):
        recommendation = followed.recommendations[2]
        recommendation.due_on = date(2027, 1, 31)
        recommendation.save()
        begun = factories_followup.promised(
            followed.office, recommendation, followed.office.force, due_on=None
        )
        assert begun.targets.get().on == date(2027, 1, 31)
        assert begun.whose_date == "inspectorate"

    def test_are_refused_twice(self, followed):
        with pytest.raises(operations.FollowedAlready):
            factories_followup.promised(
                followed.office, followed.recommendations[0], followed.office.force
            )

    def test_are_refused_for_the_force_of_another_body(self, followed):
        other = factories.office("Sallowfen")
        with pytest.raises(operations.NotBound):
            factories_followup.promised(followed.office, followed.recommendations[0], other.force)

    def test_are_refused_to_the_force(self, followed):
        viewer = factories.person("A Liaison", (followed.office.force, Role.FORCE_LIAISON))
        with pytest.raises(Refused):
            operations.begin_commitments(
                by=factories.viewer(viewer, on=TODAY),
                at=AT,
                on=TODAY,
                body=followed.office.body,
                promises=[],
            )
