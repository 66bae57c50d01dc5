from __future__ import annotations

import pytest
from tests.site.accessreview.rules.looking import LONG_AGO, case, look

from answerable_site.accessreview.rules.attention import unusual_attention
from answerable_site.accessreview.rules.concerns import Kind
from answerable_site.accessreview.rules.looks import Standing
from answerable_site.accessreview.rules.thresholds import DEFAULT


def shown(looks):
    ordered = sorted(looks, key=lambda one: one.at)
    return unusual_attention(ordered, since=LONG_AGO, thresholds=DEFAULT)


class TestUnusualAttention:
    def test_names_each_of_four_people_within_three_days(self):
        found = shown([look(day, person=10 + day) for day in range(4)])
        assert {(one.kind, one.person) for one in found} == {
            (Kind.ATTENTION, person) for person in (10, 11, 12, 13)
        }

    def test_says_how_many_they_are(self):
        found = shown([look(0, person, person=person) for person in range(6)])
        assert all(one.why.startswith("Is one of 6 people") for one in found)

    @pytest.mark.parametrize(
        "looks",
        [
            [look(0, number, person=number % 3) for number in range(9)],
            [look(number * 2, person=number) for number in range(4)],
            [look(0, person=number, record=case(number)) for number in range(4)],
            [look(0, person=number, standing=Standing.ASSIGNED) for number in range(9)],
        ],
        ids=["three people", "over a week", "four cases", "assigned"],
    )
    def test_is_not_shown_for(self, looks):
        assert shown(looks) == []
