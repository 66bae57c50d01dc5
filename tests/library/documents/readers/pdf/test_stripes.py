"""Tables that filled rows draw."""

from __future__ import annotations

import pytest

from answerable.documents.model import Box
from answerable.documents.readers.pdf.drawings import Drawings, Edge
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.stripes import outside, striped_grids

COLUMNS = (50.0, 100.0, 300.0)
HEIGHT = 30.0


def words(text: str, left: float, row: int) -> Fragment:
    top = 100 + HEIGHT * row
    return Fragment(text, left, top, left + 40, top + 10, 10)


def rows(count: int) -> list[Fragment]:
    return [words(f"cell {left}", left, row) for row in range(count) for left in COLUMNS]


def fill(row: int, left: float = 45, right: float = 400, high: int = 1) -> Box:
    top = 90 + HEIGHT * row
    return Box(left, top, right, top + HEIGHT * high)


class TestStripedGrids:
    @pytest.mark.parametrize("filled", [(0,), (1, 3), (0, 2, 4)])
    def test_hold_the_rows_that_are_filled_and_those_that_are_not(self, filled: list[int]) -> None:
        (grid,) = striped_grids(rows(5), Drawings(fills=[fill(row) for row in filled]))
        assert (grid.columns, max(cell.row for cell in grid.cells)) == (3, 4)

    def test_may_be_filled_cell_by_cell(self) -> None:
        cells = [fill(1, 45, 95), fill(1, 95, 295), fill(1, 295, 400)]
        assert len(striped_grids(rows(4), Drawings(fills=cells))) == 1

    def test_keep_a_row_that_heads_groups_of_columns(self) -> None:
        above = [
            Fragment("Finding and where it stands", 50, 70, 180, 80, 10),
            words("Due", 300, -1),
        ]
        (grid,) = striped_grids(above + rows(4), Drawings(fills=[fill(1), fill(3)]))
        assert [cell.column for cell in grid.cells if cell.row == 0] == [0, 2]
        assert grid.columns == 3

    def test_are_none_in_a_panel_around_all_rows(self) -> None:
        assert striped_grids(rows(4), Drawings(fills=[fill(0, high=4)])) == []

    def test_are_none_beside_a_panel_that_cuts_rows(self) -> None:
        panel = Box(45, 105, 400, 135)
        assert striped_grids(rows(4), Drawings(fills=[panel])) == []

    def test_leave_ruled_tables_to_their_rules(self) -> None:
        rule = Edge(upright=True, place=97, start=90, end=90 + 4 * HEIGHT)
        assert striped_grids(rows(4), Drawings(edges=[rule], fills=[fill(1)])) == []


class TestOutside:
    def test_leaves_out_the_sides_of_the_stripes(self) -> None:
        grids = striped_grids(rows(4), Drawings(fills=[fill(1)]))
        side = Edge(upright=False, place=120, start=45, end=400)
        elsewhere = Edge(upright=False, place=600, start=45, end=400)
        assert outside([side, elsewhere], grids) == [elsewhere]
