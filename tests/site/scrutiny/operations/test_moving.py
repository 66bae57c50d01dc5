"""A meeting that is moved or called off says so, to the public too where it was told."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests import factories_scrutiny
from tests.factories_scrutiny import FROZEN_ON, ON, moment

from answerable_site.people.access import Refused
from answerable_site.publication.models import PublicEdition
from answerable_site.scrutiny import operations, queries
from answerable_site.scrutiny.rules import MeetingState, NothingSaid, OutOfOrder

pytestmark = pytest.mark.django_db
LATER, LATER_STILL = date(2026, 11, 3), date(2026, 11, 10)


@pytest.fixture
def about():
    return factories_scrutiny.scrutinised()


def move(about, to_on=LATER, role="officer", reason="The hall is closed"):
    return operations.move_meeting(
        by=about.viewer(role),
        at=moment(FROZEN_ON),
        today=FROZEN_ON,
        meeting=about.meeting,
        to_on=to_on,
        begins="11:00",
        reason=reason,
    )


def call_off(about, role="officer", reason="An election was called"):
    return operations.call_off(
        by=about.viewer(role),
        at=moment(FROZEN_ON),
        today=FROZEN_ON,
        meeting=about.meeting,
        reason=reason,
    )


def latest_edition():
    return json.dumps(PublicEdition.objects.latest("number").document, ensure_ascii=False)


class TestMoveMeeting:
    def test_keeps_the_first_day_and_every_other(self, about):
        move(about)
        move(about, LATER_STILL)
        assert about.now().on == LATER_STILL
        days = about.meeting.day_changes.values_list("from_on", "to_on")
        assert list(days) == [(ON, LATER), (LATER, LATER_STILL)]

    def test_leaves_the_frozen_pack_as_it_is(self, about):
        pack = factories_scrutiny.frozen(about)
        move(about)
        pack.refresh_from_db()
        assert pack.facts["on"] == ON.isoformat()

    @pytest.mark.parametrize("to_on", [ON, date(2026, 10, 12)])
    def test_is_refused_for_the_same_day_and_for_one_that_has_passed(self, about, to_on):
        with pytest.raises(OutOfOrder):
            move(about, to_on)

    def test_needs_a_reason(self, about):
        with pytest.raises(NothingSaid):
            move(about, reason=" ")

    def test_is_refused_to_the_force_and_once_it_was_held(self, about):
        with pytest.raises(Refused):
            move(about, role="liaison")
        factories_scrutiny.held(about)
        with pytest.raises(OutOfOrder):
            move(about)

    def test_hands_the_new_day_to_the_press_where_the_public_was_told(self, about):
        factories_scrutiny.frozen(about)
        factories_scrutiny.published(about)
        move(about)
        assert PublicEdition.objects.latest("number").on == LATER
        told = "Moved from 20 October 2026 to 3 November 2026: The hall is closed"
        assert told in latest_edition()

    def test_hands_nothing_over_where_it_was_not(self, about):
        factories_scrutiny.frozen(about)
        move(about)
        assert not PublicEdition.objects.exists()


class TestCallOff:
    def test_keeps_the_day_and_the_reason(self, about):
        call_off(about)
        assert about.now().state == MeetingState.CALLED_OFF
        kept = about.meeting.calling_off
        assert (kept.on, kept.reason) == (FROZEN_ON, "An election was called")

    def test_lets_nothing_follow(self, about):
        factories_scrutiny.frozen(about)
        call_off(about)
        for act in (
            lambda: factories_scrutiny.held(about),
            lambda: move(about),
            lambda: call_off(about),
        ):
            with pytest.raises(OutOfOrder):
                act()

    def test_shows_the_force_no_agenda_that_was_never_frozen(self, about):
        call_off(about)
        assert not queries.meetings_visible_to(about.viewer("liaison")).exists()

    def test_hands_it_to_the_press_where_the_public_was_told(self, about):
        factories_scrutiny.frozen(about)
        factories_scrutiny.published(about)
        call_off(about)
        told = "Called off on 13 October 2026, and not held: An election was called"
        assert told in latest_edition()
        assert "https://example.org/watch" not in latest_edition()
