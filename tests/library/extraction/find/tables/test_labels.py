import pytest

from answerable.extraction.find.tables.labels import label_of


class TestLabelOf:
    @pytest.mark.parametrize(
        ("cell", "label"),
        [
            ("4", "4"),
            ("3 a.", "3a"),
            ("3(a)", "3(a)"),
            ("iv", "iv"),
            ("R4", "R4"),
            ("AFI 1", "AFI 1"),
            ("CoC 2", "CoC 2"),
            ("NL-052", "NL-052"),
            ("2024/25-03", "2024/25-03"),
        ],
    )
    def test_keeps_a_code_as_printed(self, cell: str, label: str) -> None:
        assert label_of(cell) == label

    @pytest.mark.parametrize(
        ("cell", "label"),
        [
            ("Recommendation 4", "4"),
            ("Rec. 12", "12"),
            ("Area for improvement 3", "3"),
            ("Cause of concern 1", "1"),
            ("Recommendation no. 7", "7"),
            ("Recommendation 4 of 9", "4"),
            ("#5", "5"),
        ],
    )
    def test_leaves_the_name_of_the_kind_out(self, cell: str, label: str) -> None:
        assert label_of(cell) == label

    @pytest.mark.parametrize("cell", ["", "Open", "Nov", "Six months", "4 dogs were fed", "AFI"])
    def test_finds_none_in_other_words(self, cell: str) -> None:
        assert label_of(cell) is None
