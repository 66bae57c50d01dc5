"""Plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.documents import BlockKind, Document
from answerable.documents.readers import text

ROOT = Path(__file__).resolve().parents[4]
FOUNDING = ROOT.parent / "shared" / "seeds" / "000_cd99ce74394680ee.txt"


def read(content: str) -> Document:
    return text.read(content.encode())


def texts(content: str, kind: BlockKind | None = None) -> list[str]:
    return [block.text for block in read(content).blocks if kind in (None, block.kind)]


class TestRead:
    def test_joins_lines_that_were_wrapped(self) -> None:
        content = (
            "The force has begun to record the reasons for which it closes\n"
            "an investigation, and its supervisors read them.\n\nA second paragraph."
        )
        first, second = texts(content)
        assert first == (
            "The force has begun to record the reasons for which it closes an investigation, "
            "and its supervisors read them."
        )
        assert second == "A second paragraph."

    def test_keeps_lines_apart_that_are_paragraphs(self) -> None:
        long = "The force should act on everything that it was told in the past year. " * 3
        assert texts(f"{long}\nSecond paragraph.\nThird.") == [
            long.strip(),
            "Second paragraph.",
            "Third.",
        ]

    def test_heals_words_that_a_line_end_broke(self) -> None:
        content = (
            "Inspectors looked at how well the force keeps its infor-\n"
            "mation about people, and at the co-\n"
            "ordination of its teams, which was better than before."
        )
        assert "its information about people, and at the co-ordination of" in texts(content)[0]

    def test_tells_list_items_with_their_printed_labels(self) -> None:
        content = "1. First.\n2) Second.\n(a) Limb.\n• Bullet.\n- Dash.\n12a. Last.\nR4. Named."
        assert texts(content, BlockKind.LIST_ITEM) == [
            "1. First.",
            "2) Second.",
            "(a) Limb.",
            "• Bullet.",
            "- Dash.",
            "12a. Last.",
            "R4. Named.",
        ]

    def test_takes_no_quantity_for_a_label(self) -> None:
        assert texts("3 officers spoke to us.", BlockKind.LIST_ITEM) == []

    def test_takes_no_number_in_mid_sentence_for_a_label(self) -> None:
        content = (
            "The smallest force had four such posts and in the largest of them, there were\n"
            "12. Posts stood empty for a year or more in every one of the forces we visited."
        )
        assert texts(content, BlockKind.LIST_ITEM) == []

    def test_counts_tables_through_the_document(self) -> None:
        table = "Ref\tText\tStatus\nA\tAct.\tOpen\nB\tTell.\tOpen"
        cells = [block.cell for block in read(f"{table}\n\nWords.\n\f{table}").blocks if block.cell]
        assert [cell.table for cell in cells] == [0] * 9 + [1] * 9

    def test_tells_depth_from_the_indent(self) -> None:
        levels = [
            block.level for block in read("1. One\n    (a) limb\n    (b) limb\n2. Two").blocks
        ]
        assert levels == [1, 2, 2, 1]

    def test_tells_headings_from_capitals_underlines_and_marks(self) -> None:
        content = "WHAT WE FOUND\n\nText.\n\nMethod\n------\n\nText.\n\n## Thanks\n\nText."
        assert texts(content, BlockKind.HEADING) == ["WHAT WE FOUND", "Method", "Thanks"]

    def test_starts_a_page_at_a_form_feed(self) -> None:
        document = read("On the first.\n\fOn the second.")
        assert [(block.text, block.page) for block in document.blocks] == [
            ("On the first.", 1),
            ("On the second.", 2),
        ]

    def test_keeps_page_counts_out_of_sentences(self) -> None:
        content = (
            "REPORT                 Page 1\n\n"
            "1. Forces should give supervisors a checklist so that they\n"
            "   see whether it is\n\n"
            "REPORT                 Page 2\n\n"
            "   complete.\n"
        )
        assert texts(content, BlockKind.LIST_ITEM) == [
            "1. Forces should give supervisors a checklist so that they see whether it is complete."
        ]
        assert texts(content, BlockKind.PAGE_HEADER) == ["REPORT Page 1", "REPORT Page 2"]

    def test_leaves_leaders_of_a_contents_list_as_they_are(self) -> None:
        content = "Summary ............ 2\nRecommendations ............ 4"
        assert texts(content) == ["Summary ............ 2", "Recommendations ............ 4"]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_reads_any_usual_encoding(self, encoding: str) -> None:
        content = "The victims’ code – and its “rights”"
        assert text.read(content.encode(encoding)).text == content

    @pytest.mark.skipif(not FOUNDING.exists(), reason="the founding document is absent")
    def test_numbers_of_the_founding_document_are_list_items(self) -> None:
        document = text.read(FOUNDING.read_bytes())
        labels = [
            block.text.split(" ")[0]
            for block in document.blocks
            if block.kind is BlockKind.LIST_ITEM and block.text[0].isdigit()
        ]
        assert labels == ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "12."]
