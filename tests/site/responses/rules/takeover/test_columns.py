from __future__ import annotations

from collections import Counter

import pytest

from answerable_site.responses.rules.takeover import LEAVE_OUT, Column, columns_of
from answerable_site.responses.rules.takeover.columns import NAMES


class TestColumnsOf:
    @pytest.mark.parametrize(
        ("column", "name"), [(column, name) for column, names in NAMES.items() for name in names]
    )
    def test_knows_every_name_whatever_its_case_and_signs(self, column, name):
        assert columns_of([[f"  {name.upper()}: "]], {}).places == {column: 0}

    def test_gives_no_name_two_meanings(self):
        counted = Counter(name.casefold() for names in NAMES.values() for name in names)
        assert [name for name, count in counted.items() if count > 1] == []

    def test_takes_the_first_row_that_holds_anything(self):
        found = columns_of([[], ["", " "], ["Title", "Report date"]], {})
        assert found.header_row == 3
        assert found.problems == ()

    def test_asks_for_columns_that_every_list_needs(self):
        found = columns_of([["Ref", "Colour"]], {})
        assert len(found.problems) == 2
        assert found.left_out == (1,)

    def test_asks_which_of_two_columns_is_meant(self):
        found = columns_of([["Title", "Report title", "Report date"]], {})
        (problem,) = found.problems
        assert problem == (
            "“Title” and “Report title” are both taken as “Report title”. Choose which of them it "
            "is, and leave the other out."
        )
        assert columns_of([["Title", "Report title", "Report date"]], {0: LEAVE_OUT}).places == {
            Column.TITLE: 1,
            Column.REPORT_PUBLISHED: 2,
        }

    def test_follows_what_a_person_chose_before_the_header(self):
        found = columns_of([["Ref", "Title"]], {0: "title", 1: LEAVE_OUT})
        assert found.places == {Column.TITLE: 0}
        assert found.left_out == (1,)

    def test_of_an_empty_table_asks_for_columns(self):
        assert columns_of([], {}).problems
