"""Each kind of dirt in a cell is a doubt of its own, and nothing is guessed or clipped."""

from __future__ import annotations

import pytest
from tests.library.documents.tables.making import workbook
from tests.library.mappings.making import AS_AT, CELLS, checked, doubts, profile, text, told


def of(**cells: str) -> list[str]:
    """The doubts about one row with these cells."""
    return told([{**CELLS, **cells}])


DOUBTFUL = [
    ({"ref": ""}, "blank ref"),
    ({"ref": "1.2E+05"}, "mangled_reference ref"),
    ({"ref": "X/1"}, "reference_shape ref"),
    ({"reported": "31/02/2024"}, "not_a_date reported"),
    ({"reported": "00/00/0000"}, "not_a_date reported"),
    ({"reported": "01/03/24"}, "not_a_date reported"),
    ({"reported": "03/25/2024"}, "not_a_date reported"),
    ({"reported": "45352"}, "serial_date reported"),
    ({"reported": "45352.5"}, "serial_date reported"),
    ({"reported": "01/01/2025"}, "future_date reported"),
    ({"reported": "01/01/1024"}, "too_early reported"),
    ({"age": "-4"}, "number_out_of_range age"),
    ({"age": "130"}, "number_out_of_range age"),
    ({"age": "12.6"}, "not_a_number age"),
    ({"age": "twelve"}, "not_a_number age"),
    ({"age": "#VALUE!"}, "spreadsheet_error age"),
    ({"age": "Unknown"}, "no_value_word age"),
    ({"outcome": "0"}, "unknown_code outcome"),
    ({"outcome": "99"}, "unknown_code outcome"),
    ({"outcome": "16x"}, "unknown_code outcome"),
    ({"outcome": "NULL"}, "no_value_word outcome"),
    ({"explained": "perhaps"}, "not_yes_or_no explained"),
    ({"words": "the flat ï¿½ upstairs"}, "broken_characters words"),
    ({"words": 'left ????" right'}, "broken_characters words"),
    ({"words": "a\x07b"}, "broken_characters words"),
    ({"words": "x" * 4001}, "too_long words"),
    ({"words": "CANCELLED"}, "no_value_word words"),
]
RIGHT = [
    {"ref": " x / 001\u00a0"},
    {"reported": "2024-03-01"},
    {"reported": "2024-03-01 09:30:00"},
    {"age": "0"},
    {"age": "34.0"},
    {"outcome": "16"},
    {"outcome": "1A"},
    {"explained": "y"},
    {"method": " phone "},
    {"words": "none"},
    {"words": "Über – «né»"},
    {"words": "x" * 4000},
]


@pytest.fixture(scope="module")
def found() -> dict[int, list[str]]:
    """The doubts about each row of one file that has all these cells, each in its own case."""
    rows = [
        {**CELLS, "ref": f"X/{number:03}", **cells}
        for number, cells in enumerate([*(cells for cells, _ in DOUBTFUL), *RIGHT], start=2)
    ]
    by_row: dict[int, list[str]] = {number: [] for number in range(len(rows))}
    for doubt in doubts(rows):
        by_row[doubt.row - 2].append(f"{doubt.code} {doubt.column}")
    return by_row


class TestACell:
    @pytest.mark.parametrize(
        ("position", "cells", "doubt"), [(n, *one) for n, one in enumerate(DOUBTFUL)]
    )
    def test_that_is_doubtful_sets_its_row_aside_with_the_reason(
        self, found, position, cells, doubt
    ):
        assert found[position] == [doubt]

    @pytest.mark.parametrize(("position", "cells"), list(enumerate(RIGHT, start=len(DOUBTFUL))))
    def test_that_is_right_goes_on(self, found, position, cells):
        assert found[position] == []

    def test_is_shown_as_it_was_sent_with_what_to_do(self):
        (doubt,) = doubts([{**CELLS, "age": " 130 "}])
        assert doubt.cell == " 130 "
        assert doubt.row == 2
        assert doubt.heading == "Age"
        assert "between 0 and 120" in doubt.sentence
        assert "Nothing is rounded" in doubt.what_to_do


class TestADate:
    def test_whose_way_of_writing_is_not_stated_goes_on_only_if_it_can_be_read_in_one_way(self):
        unstated = profile(columns__reported__formats=[])
        days = ["03/04/2024", "13/04/2024", "04/13/2024", "04/04/2024", "2024-04-03", "3 Apr 2024"]
        rows = [
            {**CELLS, "ref": f"X/{number:03}", "reported": day}
            for number, day in enumerate(days, start=1)
        ]
        assert told(rows, unstated) == ["1 ambiguous_date reported"]

    def test_with_two_figures_for_the_year_is_in_the_century_that_the_profile_states(self):
        short = profile(
            columns__reported__formats=["dd/mm/yyyy", "dd/mm/yy"],
            columns__reported__century_from=1950,
        )
        rows = [{**CELLS, "reported": "01/03/49"}, {**CELLS, "ref": "X/002", "reported": "1/3/50"}]
        with checked(rows, short) as outcome:
            assert [one.code for one in outcome.doubts()] == ["future_date"]
            ((day,),) = outcome.accepted().select("reported").fetchall()
        assert day.isoformat() == "1950-03-01"

    def test_in_both_american_and_british_order_is_doubtful(self):
        both = profile(columns__reported__formats=["dd/mm/yyyy", "mm/dd/yyyy"])
        assert told([{**CELLS, "reported": "02/03/2024"}], both) == ["1 ambiguous_date reported"]

    def test_that_a_spreadsheet_took_for_its_own_beside_text_may_be_swapped(self):
        from datetime import date

        described = profile()
        headings = [*map(described.heading, described.columns)]
        sheet = [
            headings,
            ["X/001", date(2024, 4, 3), "a"],
            ["X/002", date(2024, 4, 13), "a"],
            ["X/003", "13/04/2024", "a"],
        ]
        described = profile(unread={})
        assert told(workbook({"S": sheet}), described) == ["1 swapped_date reported"]

    def test_of_a_workbook_is_read_as_it_is_where_all_are_dates(self):
        from datetime import date

        described = profile(unread={})
        sheet = [[*map(described.heading, described.columns)], ["X/001", date(2024, 4, 3), "a"]]
        with checked(workbook({"S": sheet}), described) as outcome:
            ((day,),) = outcome.accepted().select("reported").fetchall()
        assert day == date(2024, 4, 3)

    def test_after_the_extract_is_right_where_it_is_a_target(self):
        target = profile(columns__found__may_be_future=True)
        assert told([{**CELLS, "suspect": "s", "found": "01/03/2030"}], target) == []


class TestABlank:
    def test_is_counted_by_what_it_means(self):
        marked = profile(columns__age__no_value={"Withheld": "does_not_apply"})
        rows = [
            {**CELLS, "ref": f"X/{number:03}", "age": age}
            for number, age in enumerate(["", "withheld", "34", "NULL", ""])
        ]
        with checked(rows, marked) as outcome:
            (age,) = [one for one in outcome.completeness() if one.column == "age"]
        assert (age.filled, age.doubtful) == (1, 1)
        assert age.blank == {"not_recorded": 2, "does_not_apply": 1}

    def test_word_means_one_only_where_the_profile_says_so(self):
        assert of(age="withheld") == ["1 not_a_number age"]

    def test_column_that_is_optional_may_be_absent(self):
        described = profile(columns__words__is_optional=True)
        file = text([CELLS]).replace(b",Words", b"").replace(b",,\r\n", b",\r\n")
        assert told(file, described) == []


class TestAPerson:
    def test_is_numbered_by_appearance_where_the_source_has_keys_of_its_own(self):
        rows = [{**CELLS, "victim": key} for key in ("z9", "a1")]
        with checked(rows, as_at=AS_AT) as outcome:
            found = outcome.events().order("row").select("victim").fetchall()
        assert found == [(1,), (2,)]
