from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.writing.blocks import Table
from answerable.writing.columns import column_shares

LINE = 86
HEADERS = st.text("ab", min_size=1, max_size=30)
CELLS = st.text("ab c", max_size=300)


def table(*columns: tuple[str, ...]) -> Table:
    """A table of columns, each with its header first."""
    header, *rows = zip(*columns, strict=True)
    return Table("C", header, tuple(rows))


class TestColumnShares:
    def test_give_a_long_text_more_room_than_a_number(self):
        number, action = column_shares(table(("No.", "1"), ("Action", "word " * 40)))
        assert action > 3 * number

    def test_have_room_for_the_longest_word(self):
        steps = ("Step", "Every recommendation explained")
        long = ("Proof", "word " * 200)
        shares = column_shares(table(steps, ("Date", "1"), ("By", "a person"), long, long))
        assert shares[0] * LINE >= len("recommendation")

    def test_do_not_starve_a_column_beside_a_word_without_end(self):
        assert column_shares(table(("No.", "1"), ("Action", "w" * 5000)))[0] > 0.1

    def test_are_there_for_a_table_without_rows(self):
        assert column_shares(Table("C", ("a", "b"), ())) == (0.5, 0.5)

    @given(st.lists(st.tuples(HEADERS, CELLS), min_size=1, max_size=12))
    def test_are_the_whole_width_together(self, columns):
        shares = column_shares(table(*columns))
        assert sum(shares) == pytest.approx(1)
        assert min(shares) > 0
