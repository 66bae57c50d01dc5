"""Disagreements end within their limit, which no higher level starts afresh."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import NO_LIMITS, case_file, recorded
from tests.library.records.limits_of_prosecution import LIMITS

from answerable.records.event import Side
from answerable.records.kinds.disagreement import (
    DisagreementEscalated,
    DisagreementRaised,
    DisagreementResolved,
    Result,
)
from answerable.records.rules import why_impossible
from answerable.records.rules.disagreement import breaches, dues

RAISED = date(2026, 3, 27)
"""A Friday before Easter: Good Friday and Easter Monday are no working days."""
LAST = date(2026, 4, 14)
LATER = date(2027, 1, 1)


def raised(on: date = RAISED, by: Side = Side.POLICE) -> DisagreementRaised:
    return DisagreementRaised(on=on, raised_by=by)


def ended(on: date, *, of: int = 1, changed: bool = False) -> DisagreementResolved:
    return DisagreementResolved(
        on=on, disagreement=of, level=2, result=Result.DECIDED_ABOVE, decision_changed=changed
    )


def flagged(*events, on: date = LATER) -> list[tuple[date, bool]]:
    found = breaches(case_file(*events).as_at(on), LIMITS, on)
    return [(one.since, one.is_open) for one in found]


class TestADisagreement:
    @pytest.mark.parametrize(("by", "of"), [(Side.POLICE, Side.CPS), (Side.CPS, Side.POLICE)])
    def test_is_for_the_other_side_to_resolve_by_its_last_working_day(self, by, of):
        (due,) = dues(case_file(raised(by=by)), LIMITS, RAISED)
        assert (due.side, due.since, due.due_on) == (of, RAISED, LAST)

    @pytest.mark.parametrize(
        ("on", "expected"), [(LAST, []), (date(2026, 4, 15), [(date(2026, 4, 15), True)])]
    )
    def test_is_beyond_its_limit_the_day_after(self, on, expected):
        assert flagged(raised(), on=on) == expected

    @pytest.mark.parametrize("changed", [True, False])
    def test_that_ended_late_stays_a_breach_whatever_came_of_it(self, changed):
        events = (raised(), ended(date(2026, 4, 15), changed=changed))
        assert flagged(*events) == [(date(2026, 4, 15), False)]

    def test_that_ended_on_the_last_day_is_none(self):
        assert flagged(raised(), ended(LAST)) == []

    def test_is_counted_from_the_day_it_was_raised_also_when_it_goes_up(self):
        up = DisagreementEscalated(on=LAST, disagreement=1, level=3)
        assert flagged(raised(), up, on=date(2026, 4, 15)) == [(date(2026, 4, 15), True)]

    def test_ends_by_what_names_it_before_it_was_put_right(self):
        right = recorded(3, raised(date(2026, 3, 26)), replaces=1)
        assert flagged(raised(), ended(LAST), right) == [(LAST, False)]

    def test_does_not_end_with_another(self):
        assert len(flagged(raised(), raised(), ended(LAST, of=2))) == 1

    def test_is_neither_due_nor_late_where_no_limit_is_in_force(self):
        assert list(dues(case_file(raised()), NO_LIMITS, LATER)) == []
        assert list(breaches(case_file(raised()), NO_LIMITS, LATER)) == []


class TestTheEnd:
    def test_is_not_recorded_twice(self):
        file = case_file(raised(), ended(LAST))
        assert len(why_impossible(file, recorded(3, ended(date(2026, 4, 20))))) == 1

    def test_may_be_put_right(self):
        file = case_file(raised(), ended(LAST))
        assert why_impossible(file, recorded(3, ended(date(2026, 4, 13)), replaces=2)) == []

    def test_is_not_before_the_beginning(self):
        assert why_impossible(case_file(raised()), recorded(2, ended(date(2026, 3, 26))))
