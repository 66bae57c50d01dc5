"""What is an exception, and for which reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.statute import add_months
from answerable_site.followup.rules import (
    AssuranceKind,
    Dates,
    Facts,
    OwnView,
    Why,
    evidence_from,
    exceptions,
)

ON = date(2026, 6, 1)
YESTERDAY = ON - timedelta(days=1)
SOUND = Facts(dates=Dates(original_on=ON, needs_proof=True), is_open=True)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def whys(facts: Facts) -> set[Why]:
    return set(exceptions(facts, on=ON, evidence_months=12))


class TestExceptions:
    def test_are_none_where_nothing_is_the_matter(self):
        assert whys(SOUND) == set()

    @pytest.mark.parametrize(
        ("facts", "why"),
        [
            ({"dates": Dates(original_on=YESTERDAY, needs_proof=True)}, Why.LATE),
            ({"is_escalated": True}, Why.ESCALATED),
            ({"own_view": OwnView.COMPLETE}, Why.CLAIMED),
            ({"revisions": 3}, Why.MOVED_OFTEN),
            ({"has_owner": False}, Why.NO_OWNER),
            ({"review_due_on": YESTERDAY}, Why.REVIEW_MISSED),
            ({"update_due_on": YESTERDAY}, Why.UPDATE_MISSED),
            ({"evidence_on": date(2025, 5, 31)}, Why.EVIDENCE_OLD),
            ({"is_open": False, "check_due_on": ON}, Why.CHECK_DUE),
        ],
    )
    def test_have_each_its_own_reason(self, facts, why):
        assert whys(replace(SOUND, **facts)) == {why}

    @pytest.mark.parametrize(
        "facts",
        [
            {"review_due_on": ON},
            {"update_due_on": ON},
            {"evidence_on": date(2025, 6, 1)},
            {"revisions": 2},
            {"is_open": False, "check_due_on": ON + timedelta(days=1)},
            {"own_view": OwnView.COMPLETE, "assurance": AssuranceKind.DEMONSTRATING},
        ],
    )
    def test_begin_the_day_after_or_with_one_more(self, facts):
        assert whys(replace(SOUND, **facts)) == set()

    def test_stay_late_where_it_is_said_to_be_done_late(self):
        dates = Dates(original_on=YESTERDAY, done_on=ON, needs_proof=True)
        assert Why.LATE in whys(replace(SOUND, dates=dates))

    def test_of_what_is_closed_are_only_the_check(self):
        late = Dates(YESTERDAY, done_on=ON, needs_proof=True, proved_on=ON)
        closed = replace(SOUND, dates=late, is_open=False, has_owner=False, is_escalated=True)
        assert whys(closed) == set()


class TestEvidenceFrom:
    @given(DAYS, st.integers(1, 60))
    def test_is_the_first_day_that_is_not_too_old(self, on, months):
        first = evidence_from(on, months)
        assert on <= add_months(first, months)
        assert on > add_months(first - timedelta(days=1), months)
