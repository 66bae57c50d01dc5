"""Tables that only white space draws."""

from __future__ import annotations

from answerable.documents.model import Box
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.unruled import unruled_grids


def rows(*tops: float) -> list[Fragment]:
    return [
        Fragment("two words", left, top, left + 60, top + 10, 10)
        for top in tops
        for left in (50, 200, 400)
    ]


class TestUnruledGrids:
    def test_have_a_row_for_every_band_of_words(self) -> None:
        (grid,) = unruled_grids(rows(100, 130, 160))
        assert len(grid.cells) == 9

    def test_do_not_run_past_a_panel(self) -> None:
        panel = Box(40, 145, 500, 175)
        assert unruled_grids(rows(100, 130, 190, 220), [panel]) == []
