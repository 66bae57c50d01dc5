"""Until when a cut is needed can be planned anew, and what was planned before stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_cuts
from tests.factories_cuts import AT, LAST_DAY, REPLANNED, WHY, replanned, to_be_erased, viewer

from answerable_site.audit.models import AuditEntry
from answerable_site.figures import operations, queries
from answerable_site.figures.models import DataCut
from answerable_site.figures.rules import UnusablePlan
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def cut(county) -> DataCut:
    return factories_cuts.made(county.force)


class TestReplanning:
    def test_counts_from_then_on(self, cut):
        replanned(cut)
        assert DataCut.objects.get().needed_until == REPLANNED

    def test_keeps_what_was_planned_before(self, cut):
        replanned(cut)
        replanned(cut, REPLANNED + timedelta(days=1))
        assert DataCut.objects.get().last_day == LAST_DAY
        assert [one.last_day for one in cut.replannings.all()] == [
            REPLANNED,
            REPLANNED + timedelta(days=1),
        ]

    def test_leaves_one_entry_with_both_days_and_the_reason(self, cut):
        replanned(cut)
        entry = AuditEntry.objects.get(act="figures.replan_cut")
        assert entry.reason == WHY
        assert entry.details == {"before": "2029-03-31", "last_day": "2027-06-30"}

    def test_is_for_the_analyst_of_the_force(self, cut):
        with pytest.raises(Refused):
            operations.replan_cut(
                by=viewer(cut.force, Role.FIGURE_CHECKER),
                at=AT,
                cut=cut,
                last_day=REPLANNED,
                why=WHY,
            )

    def test_takes_a_sentence(self, cut):
        with pytest.raises(operations.CannotBeReplanned, match="Say in a sentence"):
            replanned(cut, why="x")

    def test_is_refused_of_a_cut_that_is_to_be_erased(self, cut):
        to_be_erased(cut)
        with pytest.raises(operations.CannotBeReplanned, match="Call that off first"):
            replanned(cut)

    def test_compares_with_the_day_that_was_planned_last(self, cut):
        replanned(cut)
        with pytest.raises(UnusablePlan, match="already"):
            replanned(cut)

    def test_costs_a_list_no_query_for_each_cut(self, cut, django_assert_num_queries):
        factories_cuts.made(cut.force)
        replanned(cut)
        analyst = viewer(cut.force)
        with django_assert_num_queries(3):
            days = {one.needed_until for one in queries.cuts_seen_by(analyst)}
        assert days == {REPLANNED, LAST_DAY}
