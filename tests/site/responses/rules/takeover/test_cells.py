from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.register.rules.lists import EARLIEST
from answerable_site.responses.rules.past import Explained
from answerable_site.responses.rules.takeover import CellUnreadable, day_in
from answerable_site.responses.rules.takeover.cells import basis_in, explained_in

TODAY = date(2026, 5, 12)


class TestDayIn:
    @given(st.dates(EARLIEST, TODAY))
    def test_takes_a_day_that_has_come(self, day):
        assert day_in(f"{day.day}/{day.month}/{day.year}", today=TODAY) == day

    @pytest.mark.parametrize("value", ["13/5/2026", date(2026, 5, 13)])
    def test_refuses_a_day_in_the_future(self, value):
        with pytest.raises(CellUnreadable, match="in the future"):
            day_in(value, today=TODAY)

    def test_never_takes_the_month_first(self):
        with pytest.raises(CellUnreadable, match="begins with the month"):
            day_in("September 9, 2021", today=TODAY)


class TestChoices:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            *((word, Explained.ALL) for word in ("yes", "Y", "All", "TRUE", " yes ")),
            *((word, Explained.SOME) for word in ("some", "Partly", "in part")),
            *((word, Explained.NONE) for word in ("no", "None", "FALSE")),
            ("not known", Explained.NOT_KNOWN),
        ],
    )
    def test_explained_is_yes_some_or_no(self, value, expected):
        assert explained_in(value) is expected

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            ("s.55", "police_act_1996_s55"),
            ("Section 55", "police_act_1996_s55"),
            ("police_act_1996_s55", "police_act_1996_s55"),
            ("Super-complaint", "police_super_complaint"),
            ("No statutory duty", "none"),
        ],
    )
    def test_a_basis_is_known_by_several_names(self, value, code):
        assert basis_in(value) == code

    @pytest.mark.parametrize("read", [explained_in, basis_in])
    def test_an_unknown_word_is_answered_with_those_that_are_known(self, read):
        with pytest.raises(CellUnreadable, match=r"“perhaps” is not understood\. Write "):
            read("perhaps")
