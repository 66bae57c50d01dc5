"""What is proposed for a meeting, and what a person makes of it."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories_scrutiny
from tests.factories_followup import promised
from tests.factories_scrutiny import FROZEN_ON, ON, moment

from answerable_site.audit.models import AuditEntry
from answerable_site.followup import operations as followup
from answerable_site.followup.rules import Rating
from answerable_site.people.access import Refused
from answerable_site.scrutiny import operations, queries
from answerable_site.scrutiny.models import AgendaItem
from answerable_site.scrutiny.rules import ItemState, Openness, OutOfOrder

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return factories_scrutiny.scrutinised()


def propose(about, role="officer"):
    return operations.propose_items(
        by=about.viewer(role), at=moment(FROZEN_ON), today=FROZEN_ON, meeting=about.meeting
    )


def accept(about, items):
    operations.accept_items(
        by=about.viewer("officer"), at=moment(FROZEN_ON), meeting=about.meeting, items=items
    )


def leave_out(about, item, reason="Heard last month"):
    operations.leave_out(by=about.viewer("officer"), at=moment(ON), item=item, reason=reason)


class TestProposeItems:
    def test_says_why_each_is_proposed(self, about):
        (item,) = propose(about)
        assert item.commitment == about.followed.commitment
        assert item.why.startswith("Late by 13 days, counted from the original date")
        assert item.state == ItemState.PROPOSED

    def test_proposes_nothing_twice(self, about):
        propose(about)
        propose(about)
        assert AgendaItem.objects.count() == 1

    def test_leaves_out_what_only_lacks_an_owner_until_it_goes_up(self):
        early = factories_scrutiny.scrutinised(on=date(2026, 9, 28))
        followup.add_update(
            by=early.followed.viewer("liaison"),
            at=moment(date(2026, 9, 20)),
            on=date(2026, 9, 20),
            thing=early.followed.commitment,
            rating=Rating.GREEN,
            words="Forms are printed",
        )
        day = date(2026, 9, 21)
        at = {"by": early.viewer("officer", day), "at": moment(day)}
        assert operations.propose_items(**at, today=day, meeting=early.meeting) == []
        followup.name_step(
            **at,
            organisation=early.followed.office.body,
            position=0,
            title="Chief executive",
            person=early.clerk,
        )
        followup.raise_escalations(**at, on=day)
        (item,) = operations.propose_items(**at, today=day, meeting=early.meeting)
        assert item.why == "Escalated: Chief executive. Nobody owns it."

    def test_does_not_ask_again_about_what_was_left_out(self, about):
        leave_out(about, *propose(about))
        assert propose(about) == []

    def test_is_refused_to_the_force(self, about):
        with pytest.raises(Refused):
            propose(about, "liaison")

    def test_is_public_by_itself_only_where_the_whole_meeting_is(self):
        partly = factories_scrutiny.scrutinised(openness=Openness.PARTLY_PUBLIC)
        assert [one.is_public for one in propose(partly)] == [False]


class TestLeaveOut:
    def test_keeps_the_reason_and_who_decided(self, about):
        (item,) = propose(about)
        leave_out(about, item)
        item.refresh_from_db()
        assert (item.state, item.left_out_because) == (ItemState.LEFT_OUT, "Heard last month")
        assert item.decided_by == about.followed.office.officer

    def test_needs_a_reason(self, about):
        with pytest.raises(operations.NothingSaid):
            leave_out(about, *propose(about), reason=" ")

    def test_can_be_taken_back(self, about):
        items = propose(about)
        leave_out(about, *items)
        accept(about, items)
        assert list(queries.items_of(about.meeting)) == items


class TestOrder:
    def test_is_changed_one_place_at_a_time(self, about):
        promised(
            about.followed.office,
            about.followed.recommendations[1],
            about.followed.office.force,
            summary="Label every bag",
        )
        first, second = propose(about)
        accept(about, [first, second])
        operations.move_item(by=about.viewer("officer"), at=moment(ON), item=second, up=True)
        assert list(queries.items_of(about.meeting)) == [second, first]

    def test_stays_at_its_end(self, about):
        (item,) = factories_scrutiny.with_agenda(about)
        operations.move_item(by=about.viewer("officer"), at=moment(ON), item=item, up=False)
        assert list(queries.items_of(about.meeting)) == [item]


class TestAddItem:
    def add(self, about, **chosen):
        given = {"title": "The new custody suite", "why": "", "is_public": True} | chosen
        return operations.add_item(
            by=about.viewer("officer"), at=moment(ON), meeting=about.meeting, **given
        )

    def test_stands_on_the_agenda_at_once(self, about):
        added = self.add(about)
        assert list(queries.items_of(about.meeting)) == [added]

    def test_takes_its_name_from_a_commitment(self, about):
        item = self.add(about, title="", commitment=about.followed.commitment)
        assert item.title.endswith(
            "Wexmoor Constabulary: Write down every withdrawal with its reason"
        )

    def test_takes_a_commitment_once(self, about):
        propose(about)
        with pytest.raises(OutOfOrder):
            self.add(about, title="", commitment=about.followed.commitment)

    def test_is_never_public_at_a_closed_meeting(self):
        closed = factories_scrutiny.scrutinised(openness=Openness.CLOSED)
        assert not self.add(closed).is_public


class TestSetPublicity:
    def set(self, about, item, *, is_public):
        operations.set_publicity(
            by=about.viewer("officer"), at=moment(ON), item=item, is_public=is_public
        )

    def test_opens_nothing_after_the_freeze(self, about):
        (item,) = factories_scrutiny.with_agenda(about)
        self.set(about, item, is_public=False)
        factories_scrutiny.frozen(about)
        with pytest.raises(OutOfOrder):
            self.set(about, item, is_public=True)

    def test_can_close_an_item_after_the_freeze(self, about):
        (item,) = factories_scrutiny.with_agenda(about)
        factories_scrutiny.frozen(about)
        self.set(about, item, is_public=False)
        assert queries.public_items(about.meeting) == frozenset()


class TestAFrozenAgenda:
    def test_takes_and_loses_nothing(self, about):
        (item,) = factories_scrutiny.with_agenda(about)
        factories_scrutiny.frozen(about)
        for act in (lambda: propose(about), lambda: leave_out(about, item)):
            with pytest.raises(OutOfOrder):
                act()


class TestEveryAct:
    def test_leaves_one_entry(self, about):
        before = AuditEntry.objects.count()
        accept(about, propose(about))
        acts = list(AuditEntry.objects.order_by("sequence").values_list("act", flat=True))
        assert acts[before:] == ["scrutiny.propose_items", "scrutiny.accept_items"]
