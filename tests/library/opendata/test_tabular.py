from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest
from tests.library.opendata.publishing import EDITION, NAMES, all_together, data_set
from tests.library.opendata.reading_back import read_csvw

from answerable.opendata.tabular import METADATA, to_csv, to_csvw

AT = "https://answerable.example/public/wexmoor-constabulary/figures/"
FILE = f"{AT}{EDITION.name}.csv"


def read(data):
    """Metadata and rows as the second reader finds them."""
    fetched = {FILE: to_csv(data), f"{FILE}{METADATA}": to_csvw(data, EDITION)}
    return read_csvw(fetched, f"{FILE}{METADATA}")


class TestCsv:
    def test_has_every_count_as_a_number_and_every_hidden_one_as_a_symbol(self, told):
        header, *rows = csv.reader(io.StringIO(to_csv(told).decode(), newline=""))
        assert header == ["made", "answer", "count"]
        assert rows == [[*row.labels, str(row.shown)] for row in told.rows]
        assert [NAMES["nfa"], "met", "60"] in rows
        assert ["Other", "*", "[c]"] in rows

    def test_ends_its_lines_as_rfc_4180_has_it_and_has_no_mark_before_the_header(self, told):
        content = to_csv(told)
        assert content.startswith(b"made,answer,count\r\n")
        assert content.count(b"\n") == content.count(b"\r\n") == len(told.rows) + 1


class TestMetadata:
    def test_leads_a_second_reader_to_typed_rows(self, told, monthly):
        for data in (told, monthly, data_set(all_together())):
            _, rows = read(data)
            assert rows == [
                dict(zip(data.columns, row.labels, strict=True))
                | {data.value: row.shown if isinstance(row.shown, int) else None}
                for row in data.rows
            ]

    def test_tells_what_each_symbol_means(self, told):
        metadata, _ = read(told)
        notes = {note["schema:name"]: note["schema:text"] for note in metadata["notes"]}
        assert notes["[c]"].startswith("Confidential")
        counts = metadata["tableSchema"]["columns"][-1]
        assert counts["null"] == ["[c]"]

    def test_names_licence_source_days_definition_and_correction(self, told):
        metadata, _ = read(told)
        notes = [(note["schema:name"], note["schema:text"]) for note in metadata["notes"]]
        assert metadata["dc:license"] == {
            "@id": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
        }
        assert metadata["dc:publisher"] == "Wexmoor Constabulary"
        assert metadata["dc:issued"]["@value"] == "2026-04-20"
        assert metadata["dc:temporal"] == "As of 2026-03-31"
        assert notes[0] == ("Correction", "An area was counted twice.")
        assert ("Definition", "victims_told, version 1") in notes

    def test_says_that_invented_people_are_invented(self):
        metadata, _ = read(data_set(is_synthetic=True))
        assert any("SYNTHETIC" in note["schema:text"] for note in metadata["notes"])

    def test_is_the_same_each_time(self, told):
        assert to_csvw(told, EDITION) == to_csvw(data_set(), EDITION)

    def test_would_not_lead_a_reader_astray(self, told):
        """The second reader sees it when a symbol is missing from the list."""
        metadata = json.loads(to_csvw(told, EDITION))
        metadata["tableSchema"]["columns"][-1]["null"] = ["[x]"]
        fetched = {FILE: to_csv(told), f"{FILE}{METADATA}": msgspec.json.encode(metadata)}
        with pytest.raises(AssertionError):
            read_csvw(fetched, f"{FILE}{METADATA}")
