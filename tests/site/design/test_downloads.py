from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from answerable_site.design.downloads import (
    SANDBOX,
    as_received,
    csv_for_spreadsheets,
    harmless,
    long_csv_for_spreadsheets,
    long_zip,
    made_here,
)


class TestAsReceived:
    def test_is_saved_by_the_browser_under_its_name_and_never_shown(self):
        stored_as = default_storage.save("proof/letter", ContentFile(b"<script>"))
        answer = as_received(stored_as, name="letter.html")
        assert b"".join(answer.streaming_content) == b"<script>"
        assert answer["Content-Disposition"] == 'attachment; filename="letter.html"'
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == SANDBOX


class TestHarmless:
    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    def test_keeps_a_spreadsheet_from_evaluating_a_text(self, text):
        assert harmless(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["'=1+1", "''-1"])
    def test_lets_a_text_be_read_back_that_looks_guarded_already(self, text):
        assert harmless(text) == f"'{text}"

    @pytest.mark.parametrize("cell", ["'tis", "Tre-groes", "", -1, None])
    def test_leaves_other_cells_as_they_are(self, cell):
        assert harmless(cell) == cell


class TestCsvForSpreadsheets:
    def test_holds_no_formula(self):
        answer = csv_for_spreadsheets([("Name",), ("=HYPERLINK(1)",)], name="list.csv")
        assert b"\n'=HYPERLINK(1)" in answer.content

    def test_begins_with_the_mark_of_utf_8(self):
        answer = csv_for_spreadsheets([("Name",), ("Tre-groes, ŵ",)], name="list.csv")
        assert answer.content == b'\xef\xbb\xbfName\r\n"Tre-groes, \xc5\xb5"\r\n'
        assert answer["Content-Disposition"] == 'attachment; filename="list.csv"'


class TestLongCsvForSpreadsheets:
    ROWS = (("Name",), ("Tre-groes, ŵ",))

    def test_is_the_same_file(self):
        short = csv_for_spreadsheets(self.ROWS, name="list.csv")
        long = long_csv_for_spreadsheets(self.ROWS, name="list.csv")
        assert b"".join(long.streaming_content) == short.content
        assert long["Content-Disposition"] == short["Content-Disposition"]

    def test_asks_for_a_piece_when_it_is_sent_and_no_sooner(self):
        asked = []
        rows = (asked.append(number) or (number,) for number in range(1_000))
        parts = iter(long_csv_for_spreadsheets(rows, name="list.csv").streaming_content)
        next(parts)
        assert 0 < len(asked) < 500


class TestLongZip:
    def test_holds_its_files_whatever_the_pieces(self):
        parts = [("a.txt", [b"one ", b"two"]), ("folder/b.txt", []), ("c.txt", [b"x" * 100_000])]
        answer = long_zip(parts, name="all.zip")
        package = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
        assert {name: package.read(name) for name in package.namelist()} == {
            name: b"".join(pieces) for name, pieces in parts
        }
        assert answer["Content-Disposition"] == 'attachment; filename="all.zip"'
        assert answer["Content-Security-Policy"] == SANDBOX

    def test_asks_for_a_file_when_it_is_sent_and_no_sooner(self):
        asked = []

        def pieces(name):
            asked.append(name)
            yield b"x" * 10

        parts = ((name, pieces(name)) for name in "ab")
        next(iter(long_zip(parts, name="all.zip").streaming_content))
        assert asked == ["a"]


class TestMadeHere:
    def test_is_saved_by_the_browser_and_runs_nothing(self):
        answer = made_here(b"{}", name="case-1.json", content_type="application/json")
        assert answer.content == b"{}"
        assert answer["Content-Disposition"] == 'attachment; filename="case-1.json"'
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == SANDBOX
