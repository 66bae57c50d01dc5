from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories, factories_followup
from tests.factories_followup import AT, DUE, TODAY, moment

from answerable_site.followup import operations
from answerable_site.followup.models import Escalation
from answerable_site.followup.queries import ladder_of
from answerable_site.followup.rules import Rating, Target, Trigger, Whose
from answerable_site.people.access import Refused
from answerable_site.people.operations import end_role
from answerable_site.people.rules import PRODUCT, Role

DAY = timedelta(days=1)
LATE = DUE + DAY


def run(on):
    return operations.raise_escalations(by=PRODUCT, at=moment(on), on=on)


def why(raised):
    return {(one.trigger, one.position) for one in raised}


@pytest.fixture
def laddered(followed):
    """The force has named two levels, and an owner for its commitment, who tells how it goes."""
    deputy = factories.person("A Deputy", (followed.office.force, Role.CHIEF_OFFICERS_OFFICE))
    for position, person in enumerate((followed.liaison, deputy)):
        operations.name_step(
            by=followed.viewer("liaison"),
            at=AT,
            organisation=followed.office.force,
            position=position,
            title=f"Level {position + 1}",
            person=person,
        )
    factories_followup.owned(followed)
    return followed


def told(followed, on):
    operations.add_update(
        by=followed.viewer("owner", on=on),
        at=moment(on),
        on=on,
        thing=followed.commitment,
        rating=Rating.AMBER,
        words="The system is being changed",
    )


class TestRaiseEscalations:
    def test_raises_what_is_late_to_the_first_level(self, laddered):
        told(laddered, DUE)
        assert why(run(LATE)) == {(Trigger.OVERDUE, 0)}

    def test_does_it_once_however_often_it_runs(self, laddered):
        told(laddered, DUE)
        run(LATE)
        assert run(LATE) == []
        assert Escalation.objects.count() == 1

    def test_goes_a_level_higher_where_nobody_acknowledges(self, laddered):
        told(laddered, DUE)
        run(LATE)
        assert why(run(LATE + 7 * DAY)) == {(Trigger.OVERDUE, 1)}

    def test_stays_where_somebody_acknowledged(self, laddered):
        told(laddered, DUE)
        (raised,) = run(LATE)
        operations.acknowledge(
            by=laddered.viewer("liaison", on=LATE),
            at=moment(LATE),
            escalation=raised,
            words="Two more trainers start on Monday",
        )
        assert run(LATE + 20 * DAY) == []

    def test_is_not_put_off_by_another_date(self, laddered):

        told(laddered, DUE)
        operations.set_target(
            by=laddered.viewer("liaison"),
            at=AT,
            thing=laddered.commitment,
            target=Target(date(2027, 9, 30), Whose.INTERNAL, "The system came late"),
        )
        assert why(run(LATE)) == {(Trigger.OVERDUE, 0)}

    def test_rests_during_a_pause(self, laddered):
        operations.pause(
            by=laddered.viewer("liaison"),
            at=AT,
            thing=laddered.commitment,
            from_on=TODAY,
            until_on=LATE,
            reason="The election",
        )
        assert run(LATE) == []
        assert (Trigger.OVERDUE, 0) in why(run(LATE + DAY))

    def test_settles_what_no_longer_holds(self, laddered):
        (raised,) = run(TODAY + 29 * DAY)
        assert raised.trigger == Trigger.UPDATE_MISSED
        told(laddered, TODAY + 29 * DAY)
        run(TODAY + 30 * DAY)
        raised.refresh_from_db()
        assert raised.settled_at is not None

    def test_notices_an_owner_who_left(self, laddered):
        keeper = factories.person("A Keeper", (laddered.office.force, Role.ADMINISTRATOR))
        end_role(
            by=factories.viewer(keeper, on=TODAY),
            at=AT,
            assignment=laddered.owner.assignments.get(),
            last_day=TODAY,
        )
        assert (Trigger.NO_OWNER, 0) in why(run(TODAY + DAY))
        laddered.commitment.refresh_from_db()
        assert laddered.commitment.owner == laddered.owner


class TestAcknowledge:
    def test_is_refused_to_others(self, laddered):
        told(laddered, DUE)
        (raised,) = run(LATE)
        with pytest.raises(Refused):
            operations.acknowledge(
                by=laddered.viewer("cps_owner"), at=AT, escalation=raised, words="Nothing"
            )


class TestNameStep:
    def test_leaves_no_level_out(self, followed):
        with pytest.raises(Refused, match="levels below"):
            operations.name_step(
                by=followed.viewer("liaison"),
                at=AT,
                organisation=followed.office.force,
                position=1,
                title="Deputy",
                person=followed.liaison,
            )

    def test_replaces_who_was_told_before(self, laddered):
        operations.name_step(
            by=laddered.viewer("liaison"),
            at=AT,
            organisation=laddered.office.force,
            position=0,
            title="Manager",
            person=laddered.owner,
        )
        first, _ = ladder_of(laddered.office.force)
        assert first.person == laddered.owner
