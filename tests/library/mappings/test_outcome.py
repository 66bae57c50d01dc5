"""Every row of a file goes on, is set aside or is blank, and no cell is ever altered."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.mappings.making import AS_AT, CELLS, checked, profile, text

from answerable.mappings import DoesNotAddUp, NotThisSource, Reconciliation
from answerable.records.kinds.telling import Told

CELL = st.sampled_from(
    ["", " ", "X/001", "X/002", "01/03/2024", "a", "Y", "NULL", "16", "-1", "Total"]
) | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6)
TABLES = st.lists(st.lists(CELL, min_size=0, max_size=15), max_size=25)
DECIDED = {
    **CELLS,
    "decided": "10/03/2024",
    "told": "11/03/2024",
    "method": "Phone",
    "explained": "Y",
}


class TestReconciliation:
    def test_has_no_value_that_does_not_add_up(self):
        with pytest.raises(DoesNotAddUp, match="Nothing of this file was taken"):
            Reconciliation(read=3, accepted=1, set_aside=1, blank=0)

    @settings(max_examples=15)
    @given(TABLES)
    def test_finds_every_cell_of_every_row_again_as_it_was_sent(self, rows):
        described = profile(unread={})
        columns = list(described.columns)
        sent = {}
        for number, row in enumerate(csv.reader(io.StringIO(_body(rows), newline="")), start=2):
            if "".join(row).strip():
                sent[number] = row
        with checked(_headed(rows), described) as outcome:
            found = {
                row: ["" if cell is None else cell for cell in cells]
                for row, *cells in outcome.accepted_cells().fetchall()
            }
            accepted = len(found)
            for one in outcome.set_aside():
                assert one.row not in found
                assert one.doubts
                found[one.row] = list(one.unplaced) or [one.cells[name] for name in columns]
            counted = outcome.receipt.rows
        assert found == sent
        assert counted.accepted == accepted
        assert counted.read - counted.blank == len(sent)


def _body(rows: list[list[str]]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()


def _headed(rows: list[list[str]]) -> bytes:
    described = profile(unread={})
    head = ",".join(map(described.heading, described.columns))
    return f"{head}\r\n{_body(rows)}".encode()


class TestReceipt:
    def test_says_what_was_read_with_what(self):
        file = text([CELLS])
        with checked(file) as outcome:
            receipt = outcome.receipt
        assert receipt.digest == hashlib.sha256(file).hexdigest()
        assert (receipt.kind, receipt.encoding, receipt.heading_row) == ("csv", "utf-8", 1)
        assert (receipt.profile, receipt.profile_version, receipt.cases) == ("plain", 1, 1)

    def test_can_be_kept_as_json(self):
        with checked([CELLS, {**CELLS, "ref": "X/1"}]) as outcome:
            kept = json.loads(json.dumps(outcome.receipt.as_json()))
        assert kept["rows"] == {"read": 2, "accepted": 1, "set_aside": 1, "blank": 0}
        assert kept["doubts"] == {"reference_shape": 1}

    def test_is_the_same_for_the_same_file(self):
        with checked([CELLS]) as one, checked([CELLS]) as other:
            assert one.receipt == other.receipt

    def test_tells_profiles_apart_by_what_they_say(self):
        with checked([CELLS]) as one, checked([CELLS], profile(version=2)) as other:
            assert one.receipt.profile_digest != other.receipt.profile_digest


class TestEvents:
    def test_are_those_that_records_know(self):
        with checked([{**DECIDED, "suspect": "s", "found": "02/03/2024"}]) as outcome:
            ((key, file),) = outcome.case_files()
        assert key == "X/001"
        assert file.reported_on == date(2024, 3, 1)
        ((_, told),) = file.of(Told)
        decision = next(one for one in file.recorded if one.number == told.decision)
        assert decision.event.kind() == "decision"
        assert (told.victim, told.method, told.explained) == (1, "telephone", True)

    def test_of_a_case_are_told_once_however_many_rows_it_has(self):
        rows = [{**DECIDED, "suspect": key, "found": "02/03/2024"} for key in "st"]
        with checked(rows) as outcome:
            found = outcome.events().order("number").select("kind, victim, suspect").fetchall()
        assert found == [
            ("victim_identified", 1, None),
            ("suspect_identified", None, 1),
            ("suspect_identified", None, 2),
            ("decision", None, None),
            ("told", 1, None),
        ]


class TestAFileOfAnotherSource:
    def test_is_refused_with_the_columns_that_are_missing(self):
        with pytest.raises(NotThisSource, match="no column “Age”"):
            checked(text([CELLS]).replace(b"Age", b"Years"))

    def test_is_refused_with_the_headings_that_nobody_described(self):
        with pytest.raises(NotThisSource, match="says nothing of “Surname”"):
            checked(text([CELLS]).replace(b"Notes", b"Surname"))

    def test_is_refused_where_a_heading_stands_twice(self):
        with pytest.raises(NotThisSource, match="“Age” stands over two columns"):
            checked(text([CELLS]).replace(b"Notes", b"Age"))


class TestAColumnThatIsNeverRead:
    def test_leaves_nothing_of_its_cells(self):
        file = text([CELLS, {**CELLS, "ref": "X/1"}]).replace(b",\r\n", b",A NAME\r\n")
        with checked(file, as_at=AS_AT) as outcome:
            held = [*outcome.accepted_cells().fetchall(), *outcome.set_aside()]
        assert "A NAME" not in repr(held)
