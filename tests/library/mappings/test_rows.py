"""Rows among other rows: totals, repeats, contradictions, and cases that go on whole or wait."""

from __future__ import annotations

from tests.library.mappings.making import CELLS, checked, profile, text, told

HEADINGS = b"Crime.Ref,Reported.Date,Victim,Age,Suspect,Suspect.Found,Decided,Outcome,Told,Told.How"
HEADINGS += b",Explained,Words,Notes"
ROW = b"X/001,01/03/2024,a" + b"," * 10
ALONE = {"grain__goes_on_together": False}


class TestARowThatIsNoRecord:
    def test_is_told_as_a_total(self):
        assert told([CELLS, {"ref": "Grand total", "age": "34"}]) == ["2 totals_row"]

    def test_is_told_as_headings_where_files_were_joined(self):
        assert told(b"\r\n".join([HEADINGS, ROW, HEADINGS])) == ["2 headings_again"]

    def test_is_counted_where_it_is_blank(self):
        file = b"\r\n".join([HEADINGS, ROW, b"", b"," * 12, b" , ,", b""])
        with checked(file) as outcome:
            rows = outcome.receipt.rows
        assert (rows.read, rows.accepted, rows.set_aside, rows.blank) == (4, 1, 0, 3)


class TestARowThatDoesNotFitTheHeadings:
    def test_is_set_aside_with_all_its_cells_where_it_is_too_short(self):
        with checked(b"\r\n".join([HEADINGS, ROW, b"X/002,01/03/2024,a,34"])) as outcome:
            (row,) = outcome.set_aside()
        assert [one.code for one in row.doubts] == ["too_few_cells"]
        assert row.unplaced == ("X/002", "01/03/2024", "a", "34")

    def test_is_set_aside_with_all_its_cells_where_they_moved(self):
        moved = b"X/002,01/03/2024,a,34,,,,,,,,the flat, upstairs,"
        with checked(b"\r\n".join([HEADINGS, ROW, moved])) as outcome:
            (row,) = outcome.set_aside()
        assert [one.code for one in row.doubts] == ["too_many_cells"]
        assert row.unplaced[-3:] == ("the flat", " upstairs", "")

    def test_is_set_aside_even_if_its_last_cells_are_empty(self):
        assert told(b"\r\n".join([HEADINGS, ROW + b",,,"])) == ["1 too_many_cells"]

    def test_goes_on_where_every_row_ends_with_separators(self):
        assert told(b"\r\n".join([HEADINGS + b",,", ROW + b",,"])) == []

    def test_is_set_aside_where_its_bytes_are_of_another_encoding(self):
        utf8 = "X/001,01/03/2024,a,,,,,,,,,Zoë,".encode()
        other = b"X/002,01/03/2024,a,,,,,,,,,here \x96 there,"
        with checked(b"\r\n".join([HEADINGS, utf8, other])) as outcome:
            (row,) = outcome.set_aside()
        assert [one.code for one in row.doubts] == ["mixed_encoding"]
        assert row.unplaced[11] == "here \\x96 there"


class TestTheSameRowTwice:
    def test_goes_on_once(self):
        assert told([CELLS, CELLS]) == ["2 same_row_twice"]

    def test_is_a_question_where_it_says_two_things(self):
        rows = [{**CELLS, "words": "one"}, {**CELLS, "words": "other"}]
        assert told(rows) == ["1 same_key_differs", "2 same_key_differs"]

    def test_is_two_rows_where_the_suspect_is_another(self):
        assert told([{**CELLS, "suspect": key} for key in "st"]) == []


class TestFactsOfACase:
    def test_that_contradict_one_another_name_the_other_row(self):
        rows = [{**CELLS, "decided": "01/04/2024"}, {**CELLS, "suspect": "s", "decided": ""}]
        with checked(rows) as outcome:
            found = [(one.row, one.code, one.column, one.more) for one in outcome.doubts()]
        assert found == [
            (2, "contradicts_row", "decided", "3"),
            (3, "contradicts_row", "decided", "2"),
        ]

    def test_are_the_same_however_they_are_written(self):
        rows = [{**CELLS, "ref": "X/001"}, {**CELLS, "ref": "x/001 ", "suspect": "s"}]
        assert told(rows) == []

    def test_of_a_suspect_may_differ_between_suspects(self):
        rows = [
            {**CELLS, "suspect": "s", "found": "02/03/2024"},
            {**CELLS, "suspect": "t", "found": "03/03/2024"},
        ]
        assert told(rows) == []

    def test_of_a_suspect_may_not_differ_between_victims(self):
        rows = [
            {**CELLS, "victim": "a", "suspect": "s", "found": "02/03/2024"},
            {**CELLS, "victim": "b", "suspect": "s", "found": "03/03/2024"},
        ]
        assert told(rows) == ["1 contradicts_row found", "2 contradicts_row found"]


class TestACase:
    def test_waits_whole_for_a_row_of_it(self):
        rows = [CELLS, {**CELLS, "victim": "b", "age": "-1"}, {**CELLS, "ref": "X/002"}]
        assert told(rows) == ["2 number_out_of_range age", "1 waits_for_row"]

    def test_goes_on_in_part_where_the_profile_says_so(self):
        rows = [CELLS, {**CELLS, "victim": "b", "age": "-1"}]
        assert told(rows, profile(**ALONE)) == ["2 number_out_of_range age"]

    def test_does_not_wait_for_a_row_that_is_no_record_or_stands_twice(self):
        assert told([CELLS, CELLS, {"ref": "Total"}]) == ["2 same_row_twice", "3 totals_row"]


class TestAnEvent:
    def test_without_what_it_cannot_be_without_is_no_event(self):
        rows = [{**CELLS, "decided": "01/04/2024", "told": "02/04/2024", "method": "Phone"}]
        assert told(rows) == ["1 needed_for_event explained"]

    def test_that_names_one_which_did_not_happen_says_so(self):
        rows = [{**CELLS, "told": "02/04/2024", "method": "Phone", "explained": "Y"}]
        assert told(rows) == ["1 needed_for_event decided"]


class TestTheWholeFile:
    def test_may_have_titles_above_its_headings(self):
        file = b"Crimes of a force\r\nMade on 1 April\r\n\r\n" + text([CELLS])
        with checked(file) as outcome:
            assert outcome.receipt.heading_row == 4
            assert outcome.accepted().select("row").fetchall() == [(5,)]
