"""A long list is read in the limited child whatever it is written in, and no cell is altered."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import needs_hostile_files, some_hostile_files
from tests.library.documents.tables.making import workbook

from answerable.documents import Limits, Unreadable
from answerable.documents.extracts import Column, Extract, Wanted, read_extract
from answerable.documents.extracts.model import END, ESCAPES, SEPARATOR
from answerable.documents.extracts.streaming import stream

WANTED = Wanted((Column("ref", ("ref",)), Column("words", ("words",))), unread=("name",))
HEADINGS = "Ref,Words\r\n"


def read(data: bytes, wanted: Wanted = WANTED) -> tuple[Extract, list[list[str]]]:
    """What was found, and each line of the answer as its cells."""
    with read_extract(data, wanted) as (extract, lines):
        text = lines.read().decode()
    return extract, [line.split(SEPARATOR) for line in text.split("\n") if line]


def rows(data: bytes, wanted: Wanted = WANTED) -> list[tuple[str, ...]]:
    """The number and the wanted cells of each row that could be placed."""
    return [(row, *cells) for row, why, _, *cells in read(data, wanted)[1] if not why]


def refusal(data: bytes, wanted: Wanted = WANTED) -> str:
    with pytest.raises(Unreadable) as caught:
        read(data, wanted)
    return str(caught.value)


def zipped(**files: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return archive.getvalue()


class TestText:
    @pytest.mark.parametrize(
        ("data", "encoding"),
        [
            (f"{HEADINGS}1,Zoë".encode(), "utf-8"),
            (f"{HEADINGS}1,Zoë".encode("utf-8-sig"), "utf-8"),
            (f"{HEADINGS}1,Zoë".encode("cp1252"), "cp1252"),
            (f"{HEADINGS}1,Zoë".encode("utf-16"), "utf-16"),
            ("Ref;Words\n1;Zoë".encode(), "utf-8"),
            ("Ref\tWords\r1\tZoë\r".encode(), "utf-8"),
            ("Ref|Words\n1|Zoë".encode(), "utf-8"),
        ],
    )
    def test_is_read_in_any_usual_encoding_with_any_usual_separator(self, data, encoding):
        extract, lines = read(data)
        assert (extract.kind, extract.encoding) == ("csv", encoding)
        assert lines == [["2", "", "", "1", "Zoë"]]

    def test_may_say_its_separator_in_its_first_line(self):
        assert rows(b"sep=;\r\nRef;Words\r\n1;a,b\r\n") == [("3", "1", "a,b")]

    def test_counts_a_row_with_line_breaks_in_a_cell_as_one(self):
        data = b'Ref,Words\r\n1,"a\nb"\r\n2,c\r\n'
        assert rows(data) == [("2", "1", f"a{ESCAPES[chr(10)]}b"), ("3", "2", "c")]

    def test_whose_quotation_mark_is_never_closed_names_the_line(self):
        assert "beyond line" in refusal(b'Ref,Words\r\n1,"a\r\n2,b\r\n')

    def test_that_is_a_web_page_is_no_list(self):
        assert "web page" in refusal(
            b"<html><body><table><tr><td>Ref</td></tr></table></body></html>"
        )


class TestHeadings:
    def test_are_found_below_titles_whatever_their_case(self):
        extract, lines = read(b"Crimes\r\n\r\nREF.,words \r\n1,a\r\n")
        assert (extract.heading_row, lines[0][0]) == (3, "4")

    def test_of_columns_that_are_missing_unknown_or_repeated_are_told_and_nothing_is_read(self):
        extract, lines = read(b"Ref,Ref,Surname\r\n1,2,3\r\n")
        assert extract.missing == ("words",)
        assert extract.repeated == ("Ref",)
        assert extract.unknown == ("Surname",)
        assert lines == []

    def test_of_columns_that_are_never_read_let_no_cell_out_of_the_child(self):
        with read_extract(b"Ref,Name,Words\r\n1,A NAME,x\r\n", WANTED) as (_, lines):
            assert b"A NAME" not in lines.read()


class TestOtherKinds:
    def test_of_workbook_give_days_as_iso_and_whole_numbers_without_a_point(self):
        data = workbook({"S": [["Ref", "Words"], [12, date(2024, 3, 1)], [1.5, ""]]})
        assert rows(data) == [("2", "12", "2024-03-01"), ("3", "1.5", "")]

    def test_with_several_sheets_are_read_once_one_is_chosen(self):
        data = workbook({"One": [["Ref", "Words"], ["1", "a"]], "Two": [["Ref"]]})
        assert "“One”, “Two”" in refusal(data)
        assert rows(data, Wanted(WANTED.columns, sheet="One")) == [("2", "1", "a")]

    def test_of_archive_are_the_file_in_it(self):
        data = zipped(**{"crimes.csv": b"Ref,Words\r\n1,a\r\n"})
        extract, _ = read(data)
        assert (extract.kind, extract.sheet) == ("csv", "crimes.csv")
        assert rows(zipped(**{"a.xlsx": workbook({"S": [["Ref", "Words"], ["1", "b"]]})})) == [
            ("2", "1", "b")
        ]

    def test_of_archive_with_several_files_are_read_once_one_is_chosen(self):
        data = zipped(**{"a.csv": b"Ref,Words\r\n1,a\r\n", "b.csv": b"Ref\r\n"})
        assert "“a.csv”, “b.csv”" in refusal(data)
        assert rows(data, Wanted(WANTED.columns, sheet="a.csv")) == [("2", "1", "a")]

    def test_of_archive_that_unpacks_to_far_more_are_refused(self):
        assert "no office program uses" in refusal(
            zipped(**{"a.csv": b"Ref,Words\r\n" + b"0" * 10**8})
        )

    def test_of_parquet_have_the_names_of_their_columns_as_headings(self, tmp_path: Path):
        duckdb = pytest.importorskip("duckdb")
        path = tmp_path / "a.parquet"
        duckdb.connect().execute(
            f"copy (select 1 as ref, date '2024-03-01' as words) to '{path}' (format parquet)"
        )
        assert rows(path.read_bytes()) == [("2", "1", "2024-03-01")]

    def test_that_only_begin_as_parquet_are_damaged(self):
        assert "damaged" in refusal(b"PAR1" + b"\x00" * 100)


class TestLimits:
    def test_of_size_are_kept(self):
        with pytest.raises(Unreadable), read_extract(b"Ref,Words\n", WANTED, limits=Limits(size=3)):
            pass

    def test_of_what_may_be_answered_are_kept(self):
        data = b"Ref,Words\n" + b"1,aaaaaaaaaaaaaaaaaaaa\n" * 10_000
        with pytest.raises(Unreadable), read_extract(data, WANTED, limits=Limits(output=4096)):
            pass


CELLS = st.text(max_size=5) | st.sampled_from([*ESCAPES, "a", "\x1en", ",", '"'])


@given(st.lists(st.tuples(CELLS, CELLS), max_size=8))
def test_no_character_is_lost_on_its_way_out_of_the_child(table):
    file = io.StringIO(newline="")
    csv.writer(file).writerows(table)
    data = ("Padding\r\n" * 40 + HEADINGS).encode() + file.getvalue().encode("utf-8", "replace")
    answer = io.BytesIO()
    try:
        last = stream(io.BytesIO(data), answer, WANTED.as_json(), Limits())
    except Unreadable:  # so many control characters that it is no text
        return
    assert last.startswith(END.encode())
    sent = list(
        csv.reader(io.StringIO(file.getvalue().encode("utf-8", "replace").decode(), newline=""))
    )
    found = [line.split(SEPARATOR)[3:] for line in answer.getvalue().decode().split("\n") if line]
    assert [[_plain(cell) for cell in row] for row in found] == [
        row for row in sent if "".join(row).strip()
    ]


def _plain(cell: str) -> str:
    """A cell as it was, read as slowly and simply as can be."""
    back = {pair: character for character, pair in ESCAPES.items()}
    text, at = "", 0
    while at < len(cell):
        step = 2 if cell[at : at + 2] in back else 1
        text += back.get(cell[at : at + 2], cell[at]) if step == 2 else cell[at]
        at += step
    return text


@pytest.mark.slow
@needs_hostile_files
@pytest.mark.parametrize("folder", ["archive", "csv", "legacy-office", "strings", "xlsx", "xml"])
def test_hostile_files_are_read_or_answered_with_a_sentence(folder):
    for file in some_hostile_files(folder):
        assert _told_of(file).endswith("."), file.name


def _told_of(file: Path) -> str:
    """That a file was read, or the sentence that refuses it."""
    try:
        with read_extract(file, WANTED) as (extract, _):
            return f"Headings in row {extract.heading_row}."
    except Unreadable as refused:
        return str(refused)
