from __future__ import annotations

import pytest

from answerable.disclosure.reading import LARGEST, read_table
from answerable.disclosure.table import UnusableTable


@pytest.fixture
def read(tmp_path):
    def read(text, by=("force", "outcome"), value="count"):
        file = tmp_path / "counts.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_table(file, value=value, by=by)

    return read


class TestReadTable:
    def test_takes_each_row_as_a_cell(self, read):
        table = read("\ufeffforce,outcome,count\nA,closed,3\nA, charged ,21\n\n")
        assert table.counts == {("A", "closed"): 3, ("A", "charged"): 21}

    def test_keeps_a_column_that_says_the_same_in_every_row(self, read):
        table = read("year,force,outcome,count,note\n2025,A,x,3,\n2025,A,y,4,late\n")
        assert table.of == {"year": "2025"}

    def test_adds_up_over_a_column_that_is_not_asked_for(self, read):
        table = read("force,outcome,count\nA,x,3\nA,y,4\nB,x,5\n", by=("force",))
        assert table.counts == {("A",): 7, ("B",): 5}
        assert table.of == {}

    def test_takes_a_whole_number_with_a_decimal_point(self, read):
        assert read("force,count\nA,3.0\n", by=("force",)).counts == {("A",): 3}

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "is empty"),
            ("force,outcome,count\n", "no rows"),
            ("force,count\nA,3\n", "no column 'outcome'"),
            ("force,outcome,outcome,count\nA,x,x,3\n", "more than one column 'outcome'"),
            ("force,outcome,count\nA,x,-1\n", "row 2: -1 is below nought"),
            ("force,outcome,count\nA,x,2.5\n", "no whole number"),
            ("force,outcome,count\nA,x,few\n", "'few' is not a number"),
            ("force,outcome,count\nA,x,\n", "'' is not a number"),
            ("force,outcome,count\nA,x,nan\n", "no whole number"),
            ("force,outcome,count\nA,x,1e300\n", "no whole number"),
            ("force,outcome,count\nA,x,3\nA,x,4\n", "row 3: A / x stands twice"),
            ("force,outcome,count\n*,x,3\n", "stands for totals"),
            ("force,outcome,count\nA,x\n", "row 2: 2 cells under 3 headings"),
            ('force,outcome,count\n"A,x,3\n', "no CSV file"),
            (b"force,outcome,count\nA,\xff,3\n", "not written in UTF-8"),
        ],
    )
    def test_says_what_to_mend(self, read, text, said):
        with pytest.raises(UnusableTable, match=said.replace("*", r"\*")):
            read(text)

    @pytest.mark.parametrize("by", [(), ("a", "b", "c", "d"), ("a", "a"), ("count",), ("shown",)])
    def test_refuses_breakdowns_that_are_none(self, read, by):
        with pytest.raises(UnusableTable):
            read("a,b,c,d,count,shown\n1,2,3,4,5,6\n", by=by)

    def test_refuses_a_file_that_is_no_table_of_counts_for_its_size(self, tmp_path):
        file = tmp_path / "long.csv"
        with file.open("wb") as long:
            long.truncate(LARGEST + 1)
        with pytest.raises(UnusableTable, match="larger than"):
            read_table(file, value="count", by=("a",))
