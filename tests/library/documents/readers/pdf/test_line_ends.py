"""Where lines begin something new."""

from __future__ import annotations

import pytest

from answerable.documents.model import BlockKind
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.line_ends import starts_block
from answerable.documents.readers.pdf.lines import Line
from answerable.documents.readers.pdf.pieces import Piece

EDGES = (50.0, 300.0)


def line(text: str, top: float, right: float = 298) -> Line:
    return Line([Fragment(text, 50, top, right, top + 10, 10)])


class TestStartsBlock:
    @pytest.mark.parametrize(
        ("above", "below", "starts"),
        [
            ("3.1 The largest force had, at the time,", "12. Posts stood empty.", False),
            ("The largest force had, at the time,", "12. Posts stood empty.", False),
            ("11. The force should look at how it works", "12. The force should ask.", True),
            ("The largest force had many posts.", "12. Posts stood empty.", True),
        ],
    )
    def test_at_a_number_only_where_the_sentence_is_over_or_the_list_goes_on(
        self, above: str, below: str, *, starts: bool
    ) -> None:
        before = line(above, 100)
        piece = Piece([before], BlockKind.PARAGRAPH, page=1)
        assert starts_block(piece, before, line(below, 112.5), 1.25, EDGES) is starts
