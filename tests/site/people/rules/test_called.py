from __future__ import annotations

import pytest

from answerable_site.people.rules import is_called


class TestIsCalled:
    @pytest.mark.parametrize(
        "typed", ["", "  ", "Mary", "mar", "oneill", "O'Neill", "o’néill", "ONE MA"]
    )
    def test_fits_beginnings_of_words_of_a_name_in_any_order(self, typed):
        assert is_called("Mary O’Néill", typed)

    @pytest.mark.parametrize("typed", ["ary", "neill", "Mary Jones", "Mary O’Neills"])
    def test_fits_nothing_else(self, typed):
        assert not is_called("Mary O’Néill", typed)

    def test_fits_either_part_of_a_name_of_two(self):
        assert is_called("Ann Smith-Jones", "jones")
