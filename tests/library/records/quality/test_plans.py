"""A moved day does not make an item in time."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file

from answerable.records.kinds.plan import Answer, ItemAnswered, ItemMoved, ItemSet, Plan
from answerable.records.quality import plans

ITEM = ItemSet(on=MONDAY, plan=Plan.ACTION, asked="Ask for it.", target_on=date(2026, 3, 9))
MOVED = ItemMoved(on=date(2026, 3, 6), item=1, target_on=date(2026, 3, 20), reason="Not ready.")


def answered(day: int) -> ItemAnswered:
    return ItemAnswered(on=date(2026, 3, day), item=1, answer=Answer.DONE)


def found(*events, on: date = date(2026, 4, 1)):
    return list(plans.findings(case_file(*events), LIMITS, on))


class TestAMovedItem:
    @pytest.mark.parametrize(("day", "count"), [(9, 0), (10, 1), (20, 1), (21, 0)])
    def test_is_found_between_its_first_and_its_present_day(self, day, count):
        assert len(found(ITEM, MOVED, answered(day))) == count

    @pytest.mark.parametrize(("day", "count"), [(9, 0), (10, 1), (20, 1), (21, 0)])
    def test_is_found_while_it_is_open_too(self, day, count):
        assert len(found(ITEM, MOVED, on=date(2026, 3, day))) == count

    def test_counts_as_late_from_the_day_after_the_first(self):
        (finding,) = found(ITEM, MOVED, answered(15))
        assert (finding.since, finding.about.event) == (date(2026, 3, 10), 1)

    def test_is_not_looked_for_where_none_was_moved(self):
        assert found(ITEM, answered(10)) == []
