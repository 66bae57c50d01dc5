from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories, factories_followup, factories_responses
from tests.factories_followup import AT, DUE, TODAY

from answerable_site.audit.models import AuditEntry
from answerable_site.followup import operations
from answerable_site.followup.operations import OwnerRefused, PauseRefused
from answerable_site.followup.rules import (
    DateRefused,
    OwnView,
    Policy,
    Target,
    Timeliness,
    Whose,
    timeliness,
)
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

LATER = date(2026, 12, 31)


def move(followed, on=LATER, reason="The system came late", role="liaison", thing=None):
    operations.set_target(
        by=followed.viewer(role),
        at=AT,
        thing=thing or followed.commitment,
        target=Target(on, Whose.INTERNAL, reason),
    )


def fresh(followed):
    """A further recommendation of the report."""
    return factories_responses.finding(followed.inspection, "Forces should say why.")


class TestSetTarget:
    def test_keeps_the_original_beside_the_new_date(self, followed):
        move(followed)
        commitment = followed.commitment
        commitment.refresh_from_db()
        assert (commitment.original_on, commitment.target_on) == (DUE, LATER)
        assert commitment.revisions == 1
        assert [one.on for one in commitment.targets.all()] == [DUE, LATER]

    def test_says_whose_date_it_is_now(self, followed):
        assert followed.commitment.whose_date == Whose.INSPECTORATE
        move(followed)
        followed.commitment.refresh_from_db()
        assert followed.commitment.whose_date == Whose.INTERNAL

    def test_is_refused_without_a_reason(self, followed):
        with pytest.raises(DateRefused):
            move(followed, reason=" ")

    def test_is_refused_to_somebody_of_another_office(self, followed):
        other = factories_followup.followed_up("Sallowfen")
        with pytest.raises(Refused):
            move(other, thing=followed.commitment)

    def test_leaves_one_entry_in_the_record(self, followed):
        before = AuditEntry.objects.count()
        move(followed)
        assert AuditEntry.objects.count() == before + 1

    def test_is_refused_beyond_what_the_office_allows_unless_it_decides_itself(self, db):
        followed = factories_followup.followed_up(policy=Policy(revisions_allowed=1))
        move(followed)
        with pytest.raises(DateRefused):
            move(followed, on=date(2027, 3, 31))
        move(followed, on=date(2027, 3, 31), role="officer")

    def test_gives_an_action_without_a_date_its_original(self, followed):
        action = operations.add_action(
            by=followed.viewer("liaison"),
            at=AT,
            commitment=followed.commitment,
            action=operations.NewAction("Brief every supervisor"),
        )
        move(followed, thing=action, reason="")
        action.refresh_from_db()
        assert (action.original_on, action.revisions) == (LATER, 0)


class TestRedating:
    # The office stands once; each example follows up a recommendation of its own in it.
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        moves=st.lists(st.integers(-200, 800), min_size=1, max_size=5),
        done_after=st.none() | st.integers(0, 400),
    )
    def test_never_makes_a_late_one_look_on_time(self, followed, moves, done_after):
        commitment = factories_followup.promised(
            followed.office, fresh(followed), followed.office.force
        )
        if done_after is not None:
            done_on = TODAY + timedelta(days=done_after)
            operations.state_own_view(
                by=followed.viewer("liaison", on=done_on),
                at=factories_followup.moment(done_on),
                today=done_on,
                commitment=commitment,
                view=OwnView.COMPLETE,
                on=done_on,
                words="Done",
            )
        commitment.refresh_from_db()
        looks = [DUE + timedelta(days=days) for days in (-1, 0, 1, 30, 400)]
        before = [timeliness(commitment.dates, on=on) for on in looks]
        for number, days in enumerate(moves):
            if DUE + timedelta(days=days) != commitment.target_on:
                move(followed, DUE + timedelta(days=days), f"Reason {number}", thing=commitment)
                commitment.refresh_from_db()
        assert [timeliness(commitment.dates, on=on) for on in looks] == before
        assert commitment.original_on == DUE


class TestAssignOwner:
    def test_keeps_who_owned_it_before(self, followed):
        factories_followup.owned(followed)
        operations.assign_owner(
            by=followed.viewer("liaison"),
            at=AT,
            on=TODAY,
            thing=followed.commitment,
            owner=followed.liaison,
            reason="The owner moved to another force",
        )
        owners = [one.owner for one in followed.commitment.ownerships.all()]
        assert owners == [followed.owner, followed.liaison]

    def test_asks_why_it_changes_hands(self, followed):
        factories_followup.owned(followed)
        with pytest.raises(OwnerRefused, match="Say why"):
            operations.assign_owner(
                by=followed.viewer("liaison"),
                at=AT,
                on=TODAY,
                thing=followed.commitment,
                owner=followed.liaison,
            )

    def test_is_refused_for_somebody_without_a_role_there(self, followed):
        with pytest.raises(OwnerRefused, match="no role"):
            operations.assign_owner(
                by=followed.viewer("liaison"),
                at=AT,
                on=TODAY,
                thing=followed.commitment,
                owner=followed.cps_owner,
            )

    def test_lets_an_owner_work_on_it(self, followed):
        other = factories.person("Another Owner", (followed.office.force, Role.ACTION_OWNER))
        factories_followup.owned(followed)
        move(followed, role="owner")
        with pytest.raises(Refused):
            operations.set_target(
                by=factories.viewer(other, on=TODAY),
                at=AT,
                thing=followed.commitment,
                target=Target(date(2027, 3, 31), Whose.INTERNAL, "Later still"),
            )


class TestPause:
    def test_moves_no_date(self, followed):
        operations.pause(
            by=followed.viewer("liaison"),
            at=AT,
            thing=followed.commitment,
            from_on=TODAY,
            until_on=DUE + timedelta(days=30),
            reason="The election",
        )
        followed.commitment.refresh_from_db()
        assert followed.commitment.paused_until == DUE + timedelta(days=30)
        day_after = DUE + timedelta(days=1)
        assert timeliness(followed.commitment.dates, on=day_after) is Timeliness.LATE

    @pytest.mark.parametrize(
        ("until_on", "reason", "says"),
        [(TODAY, " ", "Say why"), (TODAY - timedelta(days=1), "Election", "must not be before")],
    )
    def test_needs_a_reason_and_an_end(self, followed, until_on, reason, says):
        with pytest.raises(PauseRefused, match=says):
            operations.pause(
                by=followed.viewer("liaison"),
                at=AT,
                thing=followed.commitment,
                from_on=TODAY,
                until_on=until_on,
                reason=reason,
            )
