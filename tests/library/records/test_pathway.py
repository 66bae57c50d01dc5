"""Disagreements of a period: every one that was raised counts, ended or not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import NO_LIMITS, case_file
from tests.library.records.limits_of_prosecution import LIMITS

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.disagreement import (
    DisagreementEscalated,
    DisagreementRaised,
    DisagreementResolved,
    Result,
)
from answerable.records.pathway import Pathway, pathway

RAISED = date(2026, 6, 1)
LAST = date(2026, 6, 15)
"""Ten working days later."""


def raised(on: date = RAISED) -> DisagreementRaised:
    return DisagreementRaised(on=on, raised_by=Side.POLICE)


def up(level: int) -> DisagreementEscalated:
    return DisagreementEscalated(on=date(2026, 6, 5), disagreement=1, level=level)


def ended(on: date, *, changed: bool = False, level: int = 2) -> DisagreementResolved:
    return DisagreementResolved(
        on=on, disagreement=1, level=level, result=Result.AGREED, decision_changed=changed
    )


def seen(*files: CaseFile, as_at: date = date(2026, 7, 1), limits=LIMITS) -> Pathway:
    return pathway(
        [(file, limits) for file in files],
        from_on=date(2026, 6, 1),
        to_on=date(2026, 6, 30),
        as_at=as_at,
    )


class TestAPathway:
    def test_counts_each_disagreement_once_by_how_it_stands(self):
        found = seen(
            case_file(raised(), ended(LAST, changed=True)),
            case_file(raised(), ended(date(2026, 6, 16))),
            case_file(raised()),
            case_file(raised(date(2026, 6, 30))),
        )
        assert len(found.raised) == 4
        assert (found.resolved_in_time, found.resolved_late) == (1, 1)
        assert (found.still_open, found.open_beyond_limit, found.changed) == (2, 1, 1)

    @pytest.mark.parametrize(("as_at", "expected"), [(LAST, 0), (date(2026, 6, 16), 1)])
    def test_is_beyond_the_limit_from_the_day_after_the_last(self, as_at, expected):
        assert seen(case_file(raised()), as_at=as_at).open_beyond_limit == expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2026, 5, 31), 0),
            (date(2026, 6, 1), 1),
            (date(2026, 6, 30), 1),
            (date(2026, 7, 1), 0),
        ],
    )
    def test_holds_what_was_raised_in_the_period_and_nothing_else(self, on, expected):
        assert len(seen(case_file(raised(on))).raised) == expected

    def test_does_not_see_an_end_after_the_day_asked_about(self):
        file = case_file(raised(), ended(date(2026, 8, 1)))
        assert seen(file).still_open == 1

    def test_counts_apart_what_ended_where_no_limit_was_in_force(self):
        found = seen(case_file(raised(), ended(LAST)), limits=NO_LIMITS)
        assert (found.resolved_without_limit, found.resolved_in_time) == (1, 0)

    def test_says_to_which_level_each_came(self):
        found = seen(
            case_file(raised()),
            case_file(raised(), up(3), ended(LAST, level=2)),
            case_file(raised(), ended(LAST, level=2)),
        )
        assert found.by_level == {1: 1, 2: 1, 3: 1}


class TestRemarks:
    def test_ask_about_a_silent_pathway(self):
        (remark,) = seen(case_file()).remarks()
        assert remark.startswith("No disagreement was raised.")

    def test_ask_about_one_that_changes_nothing(self):
        (remark,) = seen(case_file(raised(), ended(LAST))).remarks()
        assert remark.startswith("No disagreement changed anything.")

    def test_are_none_where_something_changed(self):
        assert list(seen(case_file(raised(), ended(LAST, changed=True))).remarks()) == []
