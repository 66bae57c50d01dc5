from __future__ import annotations

import pytest
from tests.site.accessreview.rules.looking import case, look, work

from answerable_site.accessreview.rules.looks import Act
from answerable_site.accessreview.rules.thresholds import DEFAULT
from answerable_site.accessreview.rules.work import looks_without_work


class TestWork:
    @pytest.mark.parametrize("day", [-2, 0, 2])
    def test_explains_looks_of_two_days_before_and_after(self, day):
        assert looks_without_work([look(day), work(0)], DEFAULT) == []

    @pytest.mark.parametrize("day", [-2.1, 2.1])
    def test_explains_no_looks_beyond(self, day):
        assert looks_without_work([look(day), work(0)], DEFAULT) == [look(day)]

    def test_of_somebody_else_explains_nothing(self):
        assert looks_without_work([look(), work(person=2)], DEFAULT) == [look()]

    def test_in_another_case_explains_nothing(self):
        assert looks_without_work([look(), work(record=case(2))], DEFAULT) == [look()]


class TestLooksWithoutWork:
    def test_come_earliest_first_and_leave_lists_out(self):
        looks = [look(3), look(1), look(2, act=Act.LISTED)]
        assert looks_without_work(looks, DEFAULT) == [look(1), look(3)]

    def test_of_one_moment_come_by_their_record(self):
        looks = [look(record=case(2)), look(record=case(1))]
        assert looks_without_work(looks, DEFAULT) == looks[::-1]
