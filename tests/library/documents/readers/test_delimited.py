"""Tables in plain text."""

from __future__ import annotations

from answerable.documents.readers.delimited import delimited_tables

ROWS = [
    ["Ref", "Recommendation", "Status"],
    ["R7", "The force should log flights, and say why.", "Open"],
    ["R8", "The force should test alarms.", "Closed"],
]


def written(text: str) -> list[list[str]]:
    """The rows of the only table in a text."""
    (table,) = delimited_tables(text.split("\n")).values()
    return table.rows


class TestDelimitedTables:
    def test_are_told_from_tabs(self) -> None:
        assert written("\n".join("\t".join(row) for row in ROWS)) == ROWS

    def test_may_have_lost_the_tabs_at_the_end_of_a_line(self) -> None:
        rows = written("Ref\tText\tOwner\tDue\nR7\tLog flights.\nR8\tTest alarms.\tCrime")
        assert rows[1:] == [["R7", "Log flights."], ["R8", "Test alarms.", "Crime"]]

    def test_are_told_from_upright_strokes(self) -> None:
        assert written("\n".join(f"| {' | '.join(row)} |" for row in ROWS)) == ROWS

    def test_are_told_from_the_rule_below_a_header(self) -> None:
        assert written("No | Text\n---|:---\n1 | Log flights.") == [
            ["No", "Text"],
            ["1", "Log flights."],
        ]

    def test_rows_between_drawn_rules_may_wrap(self) -> None:
        drawn = (
            "+----+-------+\n| No | Text  |\n+----+-------+\n"
            "| 1  | Log    |\n|    | all.   |\n+----+-------+\n| 2  | Test. |\n+----+-------+"
        )
        assert written(drawn) == [["No", "Text"], ["1", "Log all."], ["2", "Test."]]

    def test_are_told_from_quoted_commas(self) -> None:
        assert written("\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS)) == ROWS

    def test_quoted_cells_hold_line_breaks(self) -> None:
        rows = written('Ref;Text;Due\n1;"Log\nall.";\n2;Test.;May')
        assert rows == [["Ref", "Text", "Due"], ["1", "Log\nall.", ""], ["2", "Test.", "May"]]

    def test_end_where_the_lines_have_other_cells(self) -> None:
        lines = ["A\tB\tC", "a\tb\tc", "d\te\tf", "", "End of the register."]
        assert [(at, table.lines) for at, table in delimited_tables(lines).items()] == [(0, 3)]

    def test_prose_with_commas_is_none(self) -> None:
        prose = ["It asked, wrote, and rang,", "read, spoke, and left,", "went, saw, and came."]
        assert delimited_tables(prose) == {}

    def test_items_set_with_tabs_are_none(self) -> None:
        assert delimited_tables(["\t1.\tAct.", "\t2.\tTell.", "\t3.\tAsk."]) == {}

    def test_the_first_row_is_a_header_where_it_names_columns(self) -> None:
        (table,) = delimited_tables(["\t".join(row) for row in ROWS]).values()
        assert [block.cell.header for block in table.blocks(0, 1) if block.cell] == [
            True, True, True, False, False, False, False, False, False,
        ]  # fmt: skip

    def test_a_first_row_of_content_is_no_header(self) -> None:
        (table,) = delimited_tables(["\t".join(row) for row in [*ROWS[1:], ROWS[1]]]).values()
        assert not any(block.cell.header for block in table.blocks(0, 1) if block.cell)
