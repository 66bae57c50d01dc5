"""A share is written in one way wherever it may be shown."""

from __future__ import annotations

import pytest

from answerable.disclosure.rounding import whole_percent


@pytest.mark.parametrize(
    ("share", "shown"), [(0, 0), (0.004, 0), (1 / 3, 33), (2 / 3, 67), (0.995, 100), (1, 100)]
)
def test_to_the_nearest_whole(share, shown):
    assert whole_percent(share) == shown


@pytest.mark.parametrize("half", [0.125, 0.135, 0.575, 23 / 40, 29 / 200])
def test_a_half_goes_up_however_the_division_came_out(half):
    assert whole_percent(half) == int(100 * half + 0.500001)
