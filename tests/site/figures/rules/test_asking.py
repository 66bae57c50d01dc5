from __future__ import annotations

import pytest

from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import TIMES
from answerable_site.figures.rules import NothingToAsk, breakdowns, questions_of


class TestBreakdowns:
    def test_begin_with_times_and_name_no_force(self):
        found = breakdowns()
        assert found[:3] == ["month", "quarter", "financial_year"]
        assert "made" in found
        assert "force" not in found

    def test_are_each_named_once(self):
        assert len(breakdowns()) == len(set(breakdowns()))


class TestQuestions:
    def test_are_each_measure_by_each_breakdown_that_it_has(self):
        asked = questions_of(["victims_told", "plan_items_done"], ["together", "made"], "")
        assert asked == [("victims_told", ()), ("victims_told", ("made",)), ("plan_items_done", ())]

    def test_are_broken_down_by_a_time_as_well_unless_they_are_times_themselves(self):
        asked = questions_of(["victims_told"], ["month", "made"], "quarter")
        assert asked == [("victims_told", ("month",)), ("victims_told", ("made", "quarter"))]

    def test_together_are_never_broken_down(self):
        assert questions_of(["victims_told"], ["together"], "quarter") == [("victims_told", ())]

    def test_of_no_breakdown_that_a_measure_has_are_refused(self):
        with pytest.raises(NothingToAsk) as refused:
            questions_of(["victims_told"], ["plan"], "")
        assert refused.value.field == "by"

    def test_are_not_more_than_can_be_protected_together(self):
        with pytest.raises(NothingToAsk) as refused:
            questions_of(DEFINITIONS, ["together", *TIMES, "cps_area"], "")
        assert refused.value.field == "measures"
