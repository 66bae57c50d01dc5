"""Lists read through the limited child."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import needs_hostile_files, some_hostile_files
from tests.library.documents.tables.making import workbook

from answerable.documents import Limits, Reason, Unreadable
from answerable.documents.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    TABLE_LIMITS,
    Sheet,
    Table,
    read_table,
)

VALUES = (
    st.text(max_size=8) | st.dates() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False)
)


def told_of(file: Path) -> str:
    """The names of the sheets of a list, or the sentence that refuses it."""
    try:
        return f"Sheets: {read_table(file).sheets}"
    except Unreadable as found:
        return str(found)


def refusal(data: bytes, **more: object) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_table(data, **more)
    return caught.value


class TestTable:
    @given(st.lists(st.lists(VALUES, max_size=4).map(tuple), max_size=4).map(tuple))
    def test_survives_the_way_through_json(self, rows: tuple[tuple[object, ...], ...]) -> None:
        table = Table((Sheet("A"), Sheet("B", is_hidden=True)), "A", rows)
        assert Table.from_json(table.as_json()) == table


class TestText:
    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    def test_is_read_with_any_separator_and_encoding(self, separator: str, encoding: str) -> None:
        text = f'Title{separator}Note\r\n"Café{separator} bar"{separator}“done”\r\n'
        table = read_table(text.encode(encoding))
        assert table.rows == (("Title", "Note"), (f"Café{separator} bar", "“done”"))

    def test_may_hold_line_breaks_in_quoted_cells(self) -> None:
        assert read_table(b'Title,Note\n"One\ntwo","say ""no"""\n').rows[1] == (
            "One\ntwo",
            'say "no"',
        )

    def test_may_declare_its_separator_and_keeps_its_row_numbers(self) -> None:
        assert read_table(b"sep=;\nA,1;B\nC;D\n").rows == ((), ("A,1", "B"), ("C", "D"))

    def test_keeps_the_place_of_empty_rows(self) -> None:
        assert read_table(b"\n\nA,B\n,\nC,D,\n,,\n").rows == ((), (), ("A", "B"), (), ("C", "D"))

    def test_that_leaves_a_quotation_mark_open_is_refused_with_its_line(self) -> None:
        assert "line 3" in str(refusal(b'A,B\nC,D\n"E,F'))

    @pytest.mark.parametrize(
        "data", [b"<html><table></table></html>", b"%PDF-1.7", b"\x89PNG\x00\x00", b"{\\rtf1"]
    )
    def test_that_is_no_list_is_refused(self, data: bytes) -> None:
        found = refusal(data)
        assert found.code is Reason.UNKNOWN_TYPE
        assert ".xlsx" in str(found)

    def test_of_blanks_only_is_empty(self) -> None:
        assert refusal(b",,\n , \n").code is Reason.EMPTY


class TestWorkbook:
    def test_gives_text_numbers_and_real_dates(self) -> None:
        table = read_table(workbook({"List": [["Title", date(2021, 9, 9), 12, 1.5]]}))
        assert table == Table((Sheet("List"),), "List", (("Title", date(2021, 9, 9), 12, 1.5),))

    def test_gives_of_a_formula_its_value_only(self) -> None:
        assert read_table(workbook({"List": [["=1+1"]]})).rows == ((7,),)

    def test_keeps_the_place_of_rows_and_columns_that_begin_empty(self) -> None:
        assert read_table(workbook({"List": [[], ["", "B"]]})).rows == ((), ("", "B"))

    def test_with_several_sheets_is_read_only_once_one_is_named(self) -> None:
        file = workbook({"One": [["a"]], "Two": [["b"]]}, hidden=["Two"])
        unread = read_table(file)
        assert unread == Table((Sheet("One"), Sheet("Two", is_hidden=True)), None, ())
        assert read_table(file, sheet="Two").rows == (("b",),)

    def test_whose_only_sheet_is_hidden_is_not_read_silently(self) -> None:
        assert read_table(workbook({"One": [["a"]]}, hidden=["One"])).read is None

    def test_without_the_named_sheet_is_refused(self) -> None:
        assert "no sheet “Three”" in str(refusal(workbook({"One": [["a"]]}), sheet="Three"))

    def test_with_macros_is_refused(self) -> None:
        file = workbook({"One": [["a"]]}, **{"vbaProject.bin": b"x"})
        assert "macros" in str(refusal(file))

    def test_that_unpacks_to_far_more_than_it_holds_is_refused(self) -> None:
        file = workbook({"One": [["a"]]}, **{"media/image1.bmp": b"\x00" * 4_000_000})
        assert refusal(file).code is Reason.SUSPICIOUS_ARCHIVE

    def test_with_more_parts_than_allowed_is_refused(self) -> None:
        file = workbook({"One": [["a"]]})
        assert refusal(file, limits=Limits(members=2)).code is Reason.SUSPICIOUS_ARCHIVE


class TestSizes:
    def test_the_last_row_that_fits_is_read(self) -> None:
        assert len(read_table(b"A\n" * MOST_ROWS).rows) == MOST_ROWS

    def test_one_row_more_is_refused(self) -> None:
        assert f"more than {MOST_ROWS:,} rows" in str(refusal(b"A\n" * (MOST_ROWS + 1)))

    def test_rows_of_blanks_beyond_the_last_do_not_count(self) -> None:
        assert len(read_table(b"A,B\n" + b",\n" * (MOST_ROWS + 5)).rows) == 1

    def test_one_column_more_is_refused(self) -> None:
        assert len(read_table(b",".join([b"A"] * MOST_COLUMNS)).rows[0]) == MOST_COLUMNS
        found = refusal(b",".join([b"A"] * (MOST_COLUMNS + 1)))
        assert f"more than {MOST_COLUMNS} columns" in str(found)

    def test_a_larger_file_is_refused_before_a_child_starts(self) -> None:
        assert refusal(b"A" * (TABLE_LIMITS.size + 1)).code is Reason.TOO_LARGE

    def test_a_slow_reading_says_what_to_do(self) -> None:
        assert "as CSV" in str(refusal(b"A,B", limits=Limits(seconds=0.001)))

    @pytest.mark.skipif(os.name == "nt", reason="Windows gives no limit of memory")
    def test_a_hungry_reading_says_what_to_do(self) -> None:
        rows = b"word,word,word\n" * 15_000
        found = refusal(rows * 20, limits=Limits(memory=64 * 1024 * 1024))
        assert found.code in {Reason.TOO_MUCH_MEMORY, Reason.DAMAGED}
        assert "as CSV" in str(found)


@pytest.mark.slow
@needs_hostile_files
class TestHostileFiles:
    @pytest.mark.parametrize(
        "folder", ["archive", "csv", "legacy-office", "strings", "xlsx", "xml"]
    )
    def test_are_read_or_answered_with_a_sentence(self, folder: str) -> None:
        files = some_hostile_files(folder)
        assert files
        for file in files:
            told = told_of(file)
            assert told, file.name
            assert "Traceback" not in told, file.name
