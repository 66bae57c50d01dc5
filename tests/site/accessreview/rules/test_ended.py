from __future__ import annotations

from datetime import timedelta

import pytest
from tests.site.accessreview.rules.looking import LONG_AGO, at, look

from answerable_site.accessreview.rules.concerns import Kind
from answerable_site.accessreview.rules.ended import after_the_end
from answerable_site.accessreview.rules.looks import Standing
from answerable_site.accessreview.rules.thresholds import DEFAULT

CLOSED_ON = at(0).date()


def shown(days, **facts):
    looks = [look(day, **facts) for day in days]
    return after_the_end(looks, since=LONG_AGO, thresholds=DEFAULT)


class TestAClosedCase:
    @pytest.mark.parametrize("standing", Standing)
    def test_is_shown_from_two_days_after_it_whoever_looks(self, standing):
        (found,) = shown([20, 25], closed_on=CLOSED_ON, standing=standing)
        assert found.kind is Kind.AFTER_THE_END
        assert found.figures == {"looks": 2, "days": 2, "days_after_the_end": 25}

    def test_says_how_long_after_its_closure(self):
        (found,) = shown([20, 25], closed_on=CLOSED_ON)
        assert found.why.endswith("the last time 25 days after the case was closed.")

    def test_counts_looks_within_the_grace_when_they_go_on(self):
        assert shown([5, 8], closed_on=CLOSED_ON)

    @pytest.mark.parametrize(
        ("days", "closed_on"),
        [
            ([20], CLOSED_ON),
            ([20, 20.2], CLOSED_ON),
            ([3, 7], CLOSED_ON),
            ([0, 8], CLOSED_ON),
            ([20, 60], CLOSED_ON),
            ([20, 25], None),
        ],
        ids=["one look", "one day", "within the grace", "on the day", "far apart", "open"],
    )
    def test_is_not_shown_for(self, days, closed_on):
        assert shown(days, closed_on=closed_on) == []


class TestAnEndedAssignment:
    def test_is_shown_for_looks_by_broken_glass(self):
        (found,) = shown([10, 12], assignment_ended_at=at(0))
        assert found.why.endswith("12 days after their own assignment to it ended.")

    @pytest.mark.parametrize("standing", [Standing.ASSIGNED, Standing.SUPERVISES])
    def test_is_not_shown_for_somebody_with_another_standing(self, standing):
        assert shown([10, 12], assignment_ended_at=at(0), standing=standing) == []

    def test_counts_from_the_earlier_of_the_two_ends(self):
        closed_later = (at(0) + timedelta(days=9)).date()
        (found,) = shown([10, 12], assignment_ended_at=at(0), closed_on=closed_later)
        assert found.figures["days_after_the_end"] == 12
