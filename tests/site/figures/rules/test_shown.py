"""What is kept of released figures has nothing in it that was hidden."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.factories_figures import answers

from answerable.disclosure.ledger import NOTHING_YET
from answerable.disclosure.policy import shipped_policy
from answerable.release.composing import composed
from answerable_site.figures.rules import ShownFigure, shown_of, told_of, written


@pytest.fixture(scope="module")
def found():
    day, of = date(2026, 4, 9), {"force": "17"}
    return composed(answers(), shipped_policy(), NOTHING_YET, on=day, of=of)


@pytest.fixture(scope="module")
def shown(found):
    return shown_of(found.release.figures[0])


class TestShownFigures:
    def test_have_a_row_for_each_group_and_all_together_last(self, shown):
        assert [row.group for row in shown.rows] == [("charge",), ("nfa",), ("stopped",), ("All",)]

    def test_show_a_symbol_for_what_is_hidden(self, shown):
        assert shown.rows[2].met == "[c]"
        assert shown.rows[0].percent == "78%"

    def test_say_what_the_measure_means_without_empty_lines(self, shown):
        assert ("Who is asked") in dict(shown.meaning)
        assert all(said for _, said in shown.meaning)

    def test_are_read_as_they_were_written(self, shown):
        read = msgspec.json.decode(written([shown]), type=tuple[ShownFigure, ...])
        assert read == (shown,)

    def test_have_no_count_in_them_that_is_not_shown(self, found, shown):
        cells = found.release.figures[0].table.release.cells
        hidden = {cell.count for cell in cells if not cell.is_shown}
        assert hidden
        words = [cell for row in shown.rows for cell in (row.met, row.asked)]
        assert not {str(count) for count in hidden} & set(words)


class TestTold:
    def test_counts_what_is_hidden_by_why(self, found):
        (told,) = told_of(found).figures
        assert told.hidden["small"] == 1
        assert sum(told.hidden.values()) < told.cells
