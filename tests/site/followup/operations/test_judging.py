from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_followup
from tests.factories_followup import AT, DUE, TODAY, moment

from answerable_site.followup import operations
from answerable_site.followup.operations import DayRefused, NothingSaid
from answerable_site.followup.rules import (
    AssuranceKind,
    InspectorateStatus,
    NotYet,
    OwnView,
    Timeliness,
    timeliness,
)
from answerable_site.people.access import Refused

DAY = timedelta(days=1)


def claim(followed, view=OwnView.COMPLETE, on=TODAY, role="liaison", words="Everybody was briefed"):
    operations.state_own_view(
        by=followed.viewer(role),
        at=moment(on),
        today=on,
        commitment=followed.commitment,
        view=view,
        on=on,
        words=words,
    )
    followed.commitment.refresh_from_db()


def assure(followed, kind, on=TODAY, role="officer"):
    operations.give_assurance(
        by=followed.viewer(role),
        at=moment(on),
        today=on,
        commitment=followed.commitment,
        level=followed.levels[kind],
        words="Seen in the audit",
    )
    followed.commitment.refresh_from_db()


class TestThreeStates:
    def test_do_not_follow_one_another(self, followed):
        claim(followed)
        commitment = followed.commitment
        assert commitment.own_view == OwnView.COMPLETE
        assert (commitment.assurance, commitment.inspectorate) == ("", "")

    def test_are_each_kept_with_all_that_was_said(self, followed):
        claim(followed, OwnView.AT_RISK)
        claim(followed, OwnView.ON_TRACK, on=TODAY + DAY)
        said = [one.view for one in followed.commitment.own_statements.all()]
        assert said == [OwnView.AT_RISK, OwnView.ON_TRACK]


class TestStateOwnView:
    def test_does_not_close_what_it_calls_complete(self, followed):
        claim(followed, on=DUE)
        found = timeliness(followed.commitment.dates, on=DUE + 90 * DAY)
        assert found is Timeliness.SAID_IN_TIME

    def test_keeps_the_day_since_which_it_is_complete(self, followed):
        claim(followed)
        claim(followed, on=TODAY + DAY)
        assert followed.commitment.done_on == TODAY

    def test_forgets_that_day_once_it_is_no_longer_complete(self, followed):
        claim(followed)
        claim(followed, OwnView.OFF_TRACK, on=TODAY + DAY)
        assert followed.commitment.done_on is None

    def test_tells_apart_what_the_office_wrote_down(self, followed):
        claim(followed, role="officer")
        assert followed.commitment.own_statements.get().told_to_office

    def test_is_refused_for_a_day_ahead(self, followed):
        with pytest.raises(DayRefused):
            operations.state_own_view(
                by=followed.viewer("liaison"),
                at=AT,
                today=TODAY,
                commitment=followed.commitment,
                view=OwnView.COMPLETE,
                on=TODAY + DAY,
                words="Soon",
            )

    def test_is_refused_without_words(self, followed):
        with pytest.raises(NothingSaid):
            claim(followed, words=" ")

    def test_is_refused_to_another_organisation(self, followed):
        with pytest.raises(Refused):
            claim(followed, role="cps_owner")


class TestGiveAssurance:
    def test_turns_complete_only_after_it_has_shown_that_it_lasts(self, followed):
        with pytest.raises(NotYet):
            assure(followed, AssuranceKind.COMPLETE)
        assure(followed, AssuranceKind.DEMONSTRATING)
        with pytest.raises(NotYet):
            assure(followed, AssuranceKind.COMPLETE, on=TODAY + 89 * DAY)
        assure(followed, AssuranceKind.COMPLETE, on=TODAY + 90 * DAY)
        assert followed.commitment.assurance_name == "Assured as complete"

    def test_is_refused_to_the_force(self, followed):
        with pytest.raises(Refused):
            assure(followed, AssuranceKind.PARTIAL, role="liaison")

    def test_is_refused_at_a_level_of_another_body(self, followed):
        other = factories_followup.followed_up("Sallowfen")
        with pytest.raises(Refused, match="another body"):
            operations.give_assurance(
                by=followed.viewer("officer"),
                at=AT,
                today=TODAY,
                commitment=followed.commitment,
                level=other.levels[AssuranceKind.PARTIAL],
                words="Seen",
            )


class TestRecordInspectorateStatus:
    def test_closes_nothing_for_the_office(self, followed):
        operations.record_inspectorate_status(
            by=followed.viewer("officer"),
            at=AT,
            today=TODAY,
            commitment=followed.commitment,
            status=InspectorateStatus.COMPLETE,
            on=TODAY,
            words="Told by letter",
            closure_level="Level 2",
        )
        followed.commitment.refresh_from_db()
        assert followed.commitment.inspectorate == InspectorateStatus.COMPLETE
        assert followed.commitment.closed_on is None
