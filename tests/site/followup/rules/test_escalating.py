from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.followup.rules import Raised, Standing, Trigger, next_level, triggers

ON = date(2026, 9, 30)
DAY = timedelta(days=1)


def found(on=ON, **facts):
    return list(triggers(Standing(**facts), on=on, evidence_months=12))


class TestTriggers:
    def test_are_none_where_all_is_well(self):
        assert found(original_on=ON, review_due_on=ON, update_due_on=ON) == []

    @pytest.mark.parametrize(
        ("name", "trigger"),
        [
            ("original_on", Trigger.OVERDUE),
            ("review_due_on", Trigger.REVIEW_MISSED),
            ("update_due_on", Trigger.UPDATE_MISSED),
        ],
    )
    def test_hold_from_the_day_after_a_date(self, name, trigger):
        assert found(ON, **{name: ON}) == []
        assert found(ON + DAY, **{name: ON}) == [trigger]

    def test_hold_from_the_third_revision_on(self):
        assert found(revisions=2) == []
        assert found(revisions=3) == [Trigger.MOVED_OFTEN]

    def test_hold_where_nobody_owns_it(self):
        assert found(has_owner=False) == [Trigger.NO_OWNER]

    def test_hold_for_evidence_of_more_than_a_year_ago(self):
        assert found(latest_evidence_on=date(2025, 9, 30)) == []
        assert found(latest_evidence_on=date(2025, 9, 29)) == [Trigger.EVIDENCE_OLD]

    def test_rest_to_the_last_day_of_a_pause(self):
        assert found(ON, original_on=ON - DAY, paused_until=ON) == []
        assert found(ON + DAY, original_on=ON - DAY, paused_until=ON) == [Trigger.OVERDUE]


class TestNextLevel:
    def test_is_the_first_at_once(self):
        assert next_level([], on=ON, levels=3, step_days=7) == 0

    def test_is_nobody_where_no_level_is_named(self):
        assert next_level([], on=ON, levels=0, step_days=7) is None

    def test_waits_its_days_before_it_goes_higher(self):
        raised = [Raised(0, ON)]
        assert next_level(raised, on=ON + 6 * DAY, levels=3, step_days=7) is None
        assert next_level(raised, on=ON + 7 * DAY, levels=3, step_days=7) == 1

    def test_goes_no_higher_once_somebody_acknowledged(self):
        raised = [Raised(0, ON, is_acknowledged=True)]
        assert next_level(raised, on=ON + 99 * DAY, levels=3, step_days=7) is None

    @given(levels=st.integers(0, 5), step_days=st.integers(1, 30), run=st.integers(1, 300))
    def test_climbs_each_level_once_and_never_past_the_last(self, levels, step_days, run):
        raised: list[Raised] = []
        for day in range(run):
            on = ON + day * DAY
            position = next_level(raised, on=on, levels=levels, step_days=step_days)
            if position is not None:
                raised.append(Raised(position, on))
        expected = min(levels, (run - 1) // step_days + 1)
        assert [one.position for one in raised] == list(range(expected))
