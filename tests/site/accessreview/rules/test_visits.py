from __future__ import annotations

from tests.site.accessreview.rules.looking import case, look

from answerable_site.accessreview.rules.looks import Act
from answerable_site.accessreview.rules.visits import visits


def after(minutes: int, **facts):
    return look(minutes=minutes, reason="The sergeant asked.", **facts)


class TestVisits:
    def test_are_one_look_while_there_is_no_pause(self):
        assert visits([after(0), after(20), after(45)]) == [after(0)]

    def test_are_two_after_a_pause(self):
        assert visits([after(0), after(31)]) == [after(0), after(31)]

    def test_of_two_people_are_two(self):
        both = [after(0, person=1), after(1, person=2)]
        assert visits(both) == both

    def test_at_two_cases_are_two(self):
        both = [after(0, record=case(1)), after(1, record=case(2))]
        assert visits(both) == both

    def test_keep_the_export_in_them(self):
        assert [one.act for one in visits([after(0), after(5, act=Act.EXPORTED)])] == [Act.EXPORTED]

    def test_leave_what_was_listed_or_recorded_as_it_is(self):
        others = [after(1, act=Act.LISTED), after(2, act=Act.RECORDED), after(3, act=Act.RECORDED)]
        assert visits([after(0), *others]) == [after(0), *others]
