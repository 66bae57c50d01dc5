"""What is an exception, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from answerable_site.followup.rules import Dates
from answerable_site.scrutiny.rules import ExceptionKind, Standing, exceptions

ON = date(2026, 10, 13)
DUE = date(2026, 9, 30)
AHEAD = date(2026, 12, 31)


def kinds(standing, on=ON):
    return [one.kind for one in exceptions(standing, on=on, evidence_months=12)]


def promised(original_on=AHEAD, **chosen):
    return Dates(original_on=original_on, needs_proof=True, **chosen)


class TestExceptions:
    def test_are_none_while_everything_goes_well(self):
        assert kinds(Standing(promised(), evidence_on=ON, revisions=2)) == []

    @pytest.mark.parametrize(
        ("standing", "kind"),
        [
            (Standing(promised(DUE)), ExceptionKind.LATE),
            (
                Standing(promised(), escalated_to=("Deputy chief constable",)),
                ExceptionKind.ESCALATED,
            ),
            (Standing(promised(done_on=ON)), ExceptionKind.CLAIMED_WITHOUT_PROOF),
            (Standing(promised(), revisions=3), ExceptionKind.MOVED_OFTEN),
            (Standing(promised(), evidence_on=date(2025, 10, 12)), ExceptionKind.EVIDENCE_OLD),
            (
                Standing(promised(done_on=DUE, proved_on=DUE), check_due_on=ON),
                ExceptionKind.CHECK_DUE,
            ),
        ],
    )
    def test_are_one_of_each_kind(self, standing, kind):
        assert kinds(standing) == [kind]

    def test_begin_the_day_after_the_original_date(self):
        assert kinds(Standing(promised(DUE)), on=DUE) == []

    def test_do_not_claim_that_proof_is_missing_where_it_was_judged(self):
        assert kinds(Standing(promised(done_on=ON), has_sufficient_evidence=True)) == []

    def test_of_what_is_closed_are_its_check_alone(self):
        closed = Standing(
            promised(DUE, done_on=ON, proved_on=ON), revisions=5, evidence_on=date(2020, 1, 1)
        )
        assert kinds(closed) == []

    def test_come_with_the_gravest_first(self):
        both = Standing(promised(DUE), revisions=4, escalated_to=("Chief constable",))
        assert kinds(both) == [
            ExceptionKind.LATE,
            ExceptionKind.ESCALATED,
            ExceptionKind.MOVED_OFTEN,
        ]
