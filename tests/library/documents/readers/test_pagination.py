"""Furniture of pages that were exported to plain text."""

from __future__ import annotations

import pytest

from answerable.documents import BlockKind
from answerable.documents.readers import text
from answerable.documents.readers.pagination import page_lines


def furniture(*pages: str) -> list[list[str]]:
    """The lines of every page that are furniture."""
    lines = [page.split("\n") for page in pages]
    return [[lines[n][at] for at in sorted(found)] for n, found in enumerate(page_lines(lines))]


class TestPageLines:
    def test_are_footers_of_two_lines(self) -> None:
        foot = "\n\n  An inspection - 2026\n     {}\n"
        assert furniture(f"Words.{foot.format(4)}", f"Others.{foot.format(5)}") == [
            ["  An inspection - 2026", "     4"],
            ["  An inspection - 2026", "     5"],
        ]

    def test_are_numbers_alone_at_the_foot(self) -> None:
        assert furniture("Words.\n\n4", "Other words.") == [["4"], []]

    def test_are_no_numbers_alone_elsewhere(self) -> None:
        assert furniture("4\n\nForces should act.\n\n4", "Other.") == [["4"], []]

    def test_are_no_headings_that_recur_below_a_header(self) -> None:
        pages = [f"Report\n\nArea for improvement\n\nWords {word}." for word in "abc"]
        assert furniture(*pages) == [["Report"]] * 3

    def test_are_no_numbered_headings_at_the_top(self) -> None:
        assert furniture(*[f"Chapter {n}\n\nWords {w}." for n, w in enumerate("abc", 1)]) == [
            [],
            [],
            [],
        ]

    def test_are_counts_wherever_they_stand(self) -> None:
        assert furniture("a\nReport, page 1\nb\nReport, page 2") == [
            ["Report, page 1", "Report, page 2"]
        ]


class TestMended:
    @pytest.mark.parametrize("footer", ["", "\n\n     4\n"])
    def test_sentences_go_on_over_the_end_of_a_page(self, footer: str) -> None:
        document = text.read(f"The force should look at the{footer}\frecord of each.".encode())
        assert [b.text for b in document.blocks if b.kind is BlockKind.PARAGRAPH] == [
            "The force should look at the record of each."
        ]
