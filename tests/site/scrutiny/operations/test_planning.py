"""Meetings that are planned, changed, and come back."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories_scrutiny
from tests.factories_scrutiny import ON, moment

from answerable_site.people.access import Refused
from answerable_site.scrutiny import operations, queries
from answerable_site.scrutiny.models import Attendance
from answerable_site.scrutiny.rules import OutOfOrder, Presence

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return factories_scrutiny.scrutinised()


@pytest.fixture
def series(about):
    return operations.add_series(
        by=about.viewer("officer"),
        at=moment(ON),
        body=about.followed.office.body,
        plan=factories_scrutiny.plan(title="Quarterly"),
        every_weeks=12,
    )


class TestASeries:
    def test_begins_with_a_meeting_and_proposes_the_next(self, series):
        assert [one.on for one in series.meetings.all()] == [ON]
        assert queries.next_of(series, today=ON) == date(2027, 1, 12)

    def test_takes_no_meeting_once_it_ended(self, about, series):
        operations.end_series(by=about.viewer("officer"), at=moment(ON), series=series)
        series.refresh_from_db()
        with pytest.raises(OutOfOrder):
            operations.plan_meeting(
                by=about.viewer("officer"),
                at=moment(ON),
                body=about.followed.office.body,
                plan=factories_scrutiny.plan(),
                series=series,
            )

    def test_is_begun_by_nobody_of_the_force(self, about):
        with pytest.raises(Refused):
            operations.add_series(
                by=about.viewer("chief"),
                at=moment(ON),
                body=about.followed.office.body,
                plan=factories_scrutiny.plan(),
                every_weeks=12,
            )


class TestChangeMeeting:
    def change(self, about, **said):
        operations.change_meeting(
            by=about.viewer("officer"),
            at=moment(ON),
            meeting=about.meeting,
            plan=factories_scrutiny.plan(**said),
        )

    def test_says_something_else(self, about):
        self.change(about, title="Winter conference")
        assert about.now().title == "Winter conference"

    def test_moves_no_day_without_a_reason(self, about):
        with pytest.raises(OutOfOrder):
            self.change(about, on=date(2026, 10, 27))

    def test_is_refused_after_the_freeze(self, about):
        factories_scrutiny.frozen(about)
        with pytest.raises(OutOfOrder):
            self.change(about)


class TestAttend:
    def test_can_be_taken_back_until_the_minutes_are_agreed(self, about):
        row = operations.attend(
            by=about.viewer("officer"),
            at=moment(ON),
            meeting=about.meeting,
            name="A. Person",
            office_title="Chief Constable",
            organisation="Wexmoor Constabulary",
            presence=Presence.APOLOGIES,
        )
        operations.drop_attendance(by=about.viewer("officer"), at=moment(ON), attendance=row)
        assert not Attendance.objects.exists()


class TestMeetingsVisibleTo:
    def test_show_a_planned_one_to_the_body_alone(self, about):
        seen = {
            role: queries.meetings_visible_to(about.viewer(role)).exists()
            for role in ("officer", "holder", "publisher", "chief", "liaison")
        }
        assert seen == {
            "officer": True,
            "holder": True,
            "publisher": True,
            "chief": False,
            "liaison": False,
        }

    def test_show_a_frozen_one_to_the_force_too(self, about):
        factories_scrutiny.frozen(about)
        assert queries.meetings_visible_to(about.viewer("liaison")).exists()
