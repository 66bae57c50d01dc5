"""Bail before charge: the rank for its length, its end, the victims’ views."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.events_of_decisions import day, decision, due, flagged, status, suspect
from tests.library.records.files_of_events import case_file

from answerable.records.kinds.court import Charged
from answerable.records.kinds.people import Authoriser, Status, SuspectStatus
from answerable.records.rules import breaches
from answerable.records.rules.bail import authoriser_needed
from answerable.statute.limits import LIMITS

RANK, END, FOLLOW, VIEWS = (
    "authorise_bail_by_rank",
    "set_end_of_bail",
    "follow_end_of_bail",
    "seek_victims_views_on_bail",
)
FIRST = day(0)  # 2 March 2026


def bail(
    ends: date | None,
    by: Authoriser | None = Authoriser.CUSTODY_OFFICER,
    *,
    on: date = FIRST,
    what: Status = Status.BAILED,
    views: bool | None = True,
) -> SuspectStatus:
    return status(what, on, ends_on=ends, authoriser=by, victims_views_sought=views)


class TestTheRankNeeded:
    @pytest.mark.parametrize(
        ("ends", "rank"),
        [
            (date(2026, 6, 2), Authoriser.CUSTODY_OFFICER),
            (date(2026, 6, 3), Authoriser.INSPECTOR),
            (date(2026, 9, 2), Authoriser.INSPECTOR),
            (date(2026, 9, 3), Authoriser.SUPERINTENDENT),
            (date(2026, 12, 2), Authoriser.SUPERINTENDENT),
            (date(2026, 12, 3), Authoriser.MAGISTRATES),
        ],
    )
    def test_rises_at_three_six_and_nine_months(self, ends, rank):
        assert authoriser_needed(LIMITS, FIRST, ends) is rank

    def test_is_not_known_before_the_act(self):
        assert authoriser_needed(LIMITS, date(2022, 10, 27), date(2024, 1, 1)) is None

    def test_runs_from_the_first_bail_through_extensions(self):
        longer = bail(date(2026, 6, 3), on=day(80), what=Status.BAIL_EXTENDED)
        events = suspect(), bail(date(2026, 5, 30)), longer
        assert flagged(*events, code=RANK, on=day(81)) == [(day(80), False)]

    def test_begins_anew_after_a_release(self):
        released = status(Status.UNDER_INVESTIGATION, day(60))
        again = bail(date(2026, 7, 1), on=day(70))
        events = suspect(), bail(date(2026, 5, 30)), released, again
        assert flagged(*events, code=RANK, on=day(81)) == []

    @pytest.mark.parametrize(
        ("by", "is_breach"),
        [(None, True), (Authoriser.CUSTODY_OFFICER, True), (Authoriser.MAGISTRATES, False)],
    )
    def test_or_a_higher_one_suffices(self, by, is_breach):
        events = suspect(), bail(date(2026, 7, 1), by)
        assert (flagged(*events, code=RANK, on=day(1)) != []) is is_breach


class TestTheEnd:
    def test_is_set(self):
        assert flagged(suspect(), bail(None), code=END, on=day(1)) == [(FIRST, False)]

    def test_is_due_as_the_last_day(self):
        assert due(suspect(), bail(day(28)), code=FOLLOW, on=day(1)) == [day(28)]

    def test_that_nothing_follows_is_an_open_breach_the_day_after(self):
        events = suspect(), bail(day(28))
        assert flagged(*events, code=FOLLOW, on=day(28)) == []
        assert flagged(*events, code=FOLLOW, on=day(29)) == [(day(29), True)]

    @pytest.mark.parametrize(
        "following",
        [
            bail(day(60), on=day(28), what=Status.BAIL_EXTENDED),
            status(Status.RELEASED, day(28)),
            Charged(on=day(28), suspect=1),
            decision(day(28)),
        ],
    )
    def test_is_followed_on_the_last_day(self, following):
        events = suspect(), bail(day(28)), following
        assert flagged(*events, code=FOLLOW, on=day(29)) == []

    def test_that_is_followed_late_stays_a_breach(self):
        events = suspect(), bail(day(28)), status(Status.RELEASED, day(29))
        assert flagged(*events, code=FOLLOW, on=day(90)) == [(day(29), False)]

    def test_is_not_followed_by_what_befalls_another(self):
        events = suspect(), suspect(2), bail(day(28)), status(Status.RELEASED, day(20), 2)
        assert flagged(*events, code=FOLLOW, on=day(29)) == [(day(29), True)]


class TestTheVictimsViews:
    @pytest.mark.parametrize("what", [Status.BAILED, Status.BAIL_EXTENDED, Status.BAIL_CHANGED])
    @pytest.mark.parametrize("views", [None, False])
    def test_are_asked_for_before_bail_is_given_or_changed(self, what, views):
        events = suspect(), bail(day(28), what=what, views=views)
        assert flagged(*events, code=VIEWS, on=day(1)) == [(FIRST, False)]

    def test_are_not_asked_of_a_release(self):
        events = suspect(), status(Status.RELEASED, day(1))
        found = breaches(case_file(*events), LIMITS, on=day(1))
        assert [one for one in found if one.rule.code == VIEWS] == []
