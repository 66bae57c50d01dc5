from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.writing.blocks import Table
from answerable.writing.columns import column_shares


class TestColumnShares:
    def test_give_words_more_room_than_numbers(self):
        table = Table("C", ("No.", "Action"), (("1", "w" * 40),))
        assert column_shares(table) == pytest.approx((12 / 56, 44 / 56))

    def test_go_by_the_longest_line_of_a_cell(self):
        table = Table("C", ("One", "Two"), (("w" * 20 + "\n" + "w" * 20, "w" * 20),))
        assert column_shares(table) == (0.5, 0.5)

    def test_do_not_starve_a_column_beside_a_long_text(self):
        table = Table("C", ("No.", "Action"), (("1", "w" * 5000),))
        assert column_shares(table)[0] > 0.1

    def test_are_there_for_a_table_without_rows(self):
        assert column_shares(Table("C", ("a", "b"), ())) == (0.5, 0.5)

    @given(st.lists(st.text("ab", min_size=1), min_size=1, max_size=20).map(tuple))
    def test_are_the_whole_width_together(self, header):
        assert sum(column_shares(Table("C", header, ()))) == pytest.approx(1)
