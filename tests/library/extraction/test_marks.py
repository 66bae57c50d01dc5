import pytest

from answerable.extraction.marks import MarkKind, mark_of
from answerable.extraction.model import ItemKind


class TestMarkOf:
    @pytest.mark.parametrize(
        ("line", "label"),
        [
            ("1. Forces should act.", "1"),
            ("12) Forces should act.", "12"),
            ("(3) Forces should act.", "3"),
            ("3a. Forces should act.", "3a"),
            ("2.3 Forces should act.", "2.3"),
            ("R4 Forces should act.", "R4"),
            ("7 Forces should act.", "7"),
            ("iv. Forces should act.", "iv"),
            ("(b) act at once", "b"),
            ("R.7 Forces should act.", "R.7"),
            ("1/ Forces should act.", "1"),
        ],
    )
    def test_keeps_the_label_as_printed(self, line: str, label: str) -> None:
        mark = mark_of(line)
        assert mark is not None
        assert mark.label == label
        assert line[mark.length :].lower().endswith(("should act.", "act at once"))

    @pytest.mark.parametrize(
        ("line", "label", "kind"),
        [
            ("Recommendation 3a: Forces should act.", "3a", ItemKind.RECOMMENDATION),
            ("RECOMMENDATION 4", "4", ItemKind.RECOMMENDATION),
            ("Rec 5: Forces should act.", "5", ItemKind.RECOMMENDATION),
            ("New recommendation 2", "2", ItemKind.RECOMMENDATION),
            ("Recommendation 3(a)", "3(a)", ItemKind.RECOMMENDATION),
            ("Recommendation iv", "iv", ItemKind.RECOMMENDATION),
            ("Recommendation 4 of 9: Forces should act.", "4", ItemKind.RECOMMENDATION),
            ("1.2. Recommendation 5", "5", ItemKind.RECOMMENDATION),
            ("Area for improvement 6 – Forces should act.", "6", ItemKind.AREA_FOR_IMPROVEMENT),
            ("Cause of concern", None, ItemKind.CAUSE_OF_CONCERN),
        ],
    )
    def test_strips_the_name_of_the_kind(
        self, line: str, label: str | None, kind: ItemKind
    ) -> None:
        mark = mark_of(line)
        assert mark is not None
        assert (mark.kind, mark.label, mark.names) == (MarkKind.NAMED, label, kind)

    @pytest.mark.parametrize(
        ("line", "label", "kind"),
        [
            ("AFI 2: Forces should act.", "AFI 2", ItemKind.AREA_FOR_IMPROVEMENT),
            ("AFI2", "AFI2", ItemKind.AREA_FOR_IMPROVEMENT),
            ("CoC 1 Forces should act.", "CoC 1", ItemKind.CAUSE_OF_CONCERN),
        ],
    )
    def test_keeps_the_letters_of_a_code(self, line: str, label: str, kind: ItemKind) -> None:
        mark = mark_of(line)
        assert mark is not None
        assert (mark.label, mark.names) == (label, kind)

    def test_reads_whom_a_label_names_in_brackets(self) -> None:
        mark = mark_of("Recommendation 1 (for chief constables)")
        assert mark is not None
        assert mark.qualifier == "for chief constables"

    @pytest.mark.parametrize(
        "line",
        [
            "Recommendation 4 was closed in May.",
            "Recommendation 4 of our last report is met.",
            "Recommendation 5 of 12 was closed.",
            "Recommendations are made to named bodies.",
            "16 July 2021",
            "12 months later nothing had changed.",
            "3.5 per cent of calls were lost.",
            "2021 was a hard year.",
        ],
    )
    def test_takes_no_mention_date_or_amount_for_a_mark(self, line: str) -> None:
        assert mark_of(line) is None
