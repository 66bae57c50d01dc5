"""What a corrected file says otherwise than the one before it."""

from __future__ import annotations

import pytest
from tests.library.mappings.making import CELLS, checked, profile

from answerable.mappings import compare
from answerable.mappings.comparing import Changed, OtherProfile


class TestCompare:
    def test_says_what_is_new_gone_and_changed(self):
        before = [{**CELLS, "ref": f"X/00{number}"} for number in (1, 2, 3)]
        after = [before[0], {**before[1], "age": "34"}, {**CELLS, "ref": "X/009"}]
        with checked(before) as earlier, checked(after) as later:
            found = compare(earlier, later)
        assert (found.new, found.gone, found.unchanged, found.not_compared) == ((4,), (4,), 1, 0)
        (changed,) = found.changed
        assert changed == Changed(("X/002", "A", ""), 3, 3, {"age": ("", "34")})

    def test_counts_rows_that_cannot_be_compared(self):
        with checked([CELLS, CELLS, {**CELLS, "ref": "?"}]) as one, checked([CELLS]) as other:
            assert compare(one, other).not_compared == 3

    def test_refuses_files_that_were_read_with_different_profiles(self):
        with (
            checked([CELLS]) as one,
            checked([CELLS], profile(version=2)) as other,
            pytest.raises(OtherProfile),
        ):
            compare(one, other)
