from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.statute import SECTION_55, clock_for
from answerable_site.home import rules
from answerable_site.home.rules import Act, Attempt, Waiting
from answerable_site.responses.rules.states import Due, ResponseState

LAST_DAY = date(2026, 5, 26)
AT = datetime(2026, 5, 12, 9, tzinfo=UTC)


def due(on: date, title: str = "Lost property") -> Due:
    return Due(
        inspection_id=1,
        inspection_title=title,
        published_on=date(2026, 4, 1),
        body_id=2,
        body_name="Office",
        body_slug="office",
        clock=clock_for(date(2026, 4, 1), SECTION_55),
        why_no_clock="",
        on=on,
        state=ResponseState.DRAFTING,
        answered_on=None,
    )


class TestReminds:
    def test_on_six_days_and_on_every_late_one(self):
        reminded = [left for left in range(60, -4, -1) if rules.reminds(left)]
        assert reminded == [28, 14, 7, 3, 1, 0, -1, -2, -3]

    @given(st.integers(max_value=-1))
    def test_for_ever_once_it_is_late(self, days_left):
        assert rules.reminds(days_left)


class TestNextAct:
    @pytest.mark.parametrize(
        ("state", "act"),
        [
            (ResponseState.NOT_BEGUN, Act.BEGIN),
            (ResponseState.DRAFTING, Act.DRAFT),
            (ResponseState.WITHDRAWN, Act.DRAFT),
            (ResponseState.PREPARED, Act.SIGN),
            (ResponseState.SIGNED, Act.PUBLISH),
            (ResponseState.PARTLY_PUBLISHED, Act.DRAFT),
            (ResponseState.PUBLISHED, None),
        ],
    )
    def test_follows_from_the_state(self, state, act):
        assert rules.next_act(state) is act

    def test_is_an_approval_before_the_signature_alone(self):
        acts = {state: rules.next_act(state, approvals_wait=True) for state in ResponseState}
        assert [s for s, act in acts.items() if act is Act.APPROVE] == [ResponseState.PREPARED]


class TestCommentsAreWanted:
    def test_not_without_an_invitation(self):
        assert not rules.comments_are_wanted(None, is_in=False, none_received=None)

    def test_until_they_are_in(self):
        assert rules.comments_are_wanted(LAST_DAY, is_in=False, none_received=None)
        assert not rules.comments_are_wanted(LAST_DAY, is_in=True, none_received=None)

    def test_not_after_it_was_recorded_that_none_came_by_that_date(self):
        assert not rules.comments_are_wanted(LAST_DAY, is_in=False, none_received=LAST_DAY)

    def test_again_once_a_later_date_was_given(self):
        earlier = LAST_DAY - timedelta(days=1)
        assert rules.comments_are_wanted(LAST_DAY, is_in=False, none_received=earlier)


class TestReminders:
    def test_begin_with_the_most_urgent(self):
        on = LAST_DAY + timedelta(days=2)
        late = Waiting(Act.DRAFT, due(on), by=LAST_DAY)
        today = Waiting(Act.COMMENT, due(on), by=on)
        tomorrow = Waiting(Act.SIGN, due(on), by=on + timedelta(days=1))
        assert rules.reminders([tomorrow, today, late]) == (late, today, tomorrow)

    def test_leave_out_what_nobody_is_reminded_of_on_the_day(self):
        assert rules.reminders([Waiting(Act.DRAFT, due(date(2026, 5, 1)), by=LAST_DAY)]) == ()

    @pytest.mark.parametrize(("hour", "minute", "may"), [(6, 59, False), (7, 0, True)])
    def test_go_out_from_seven_in_the_morning(self, hour, minute, may):
        assert rules.may_go_out(datetime(2026, 1, 12, hour, minute, tzinfo=UTC)) is may

    @pytest.mark.parametrize(("hour", "may"), [(5, False), (6, True)])
    def test_go_out_by_the_time_of_london_in_summer_too(self, hour, may):
        assert rules.may_go_out(datetime(2026, 7, 12, hour, 30, tzinfo=UTC)) is may


class TestMayTryAgain:
    def attempt(self, **chosen) -> Attempt:
        given = {"claimed_at": AT, "attempts": 1, "is_sent": False, "has_failed": False}
        return Attempt(**given | chosen)

    @pytest.mark.parametrize(
        ("has_failed", "minutes", "may"),
        [(False, 29, False), (False, 30, True), (True, 9, False), (True, 10, True)],
    )
    def test_after_a_rest(self, has_failed, minutes, may):
        at = AT + timedelta(minutes=minutes)
        assert rules.may_try_again(self.attempt(has_failed=has_failed), at=at) is may

    def test_not_once_it_is_sent(self):
        assert not rules.may_try_again(self.attempt(is_sent=True), at=AT + timedelta(days=1))

    @pytest.mark.parametrize(("attempts", "may"), [(2, True), (3, False)])
    def test_three_times_at_most(self, attempts, may):
        at = AT + timedelta(hours=1)
        assert rules.may_try_again(self.attempt(attempts=attempts), at=at) is may


class TestSecretHash:
    def test_differs_from_the_secret_and_for_each(self):
        assert rules.secret_hash("a") != rules.secret_hash("b")
        assert len(rules.secret_hash("a")) == 64
