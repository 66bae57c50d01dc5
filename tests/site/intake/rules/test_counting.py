"""Every row of a load is counted once."""

from __future__ import annotations

import pytest

from answerable.mappings import DoesNotAddUp
from answerable_site.intake.rules import Counts


class TestCounts:
    def test_have_no_value_that_does_not_add_up(self):
        with pytest.raises(DoesNotAddUp, match="Nothing of this file was taken"):
            Counts(read=5, loaded=1, unchanged=1, set_aside=1, blank=1)

    def test_have_no_value_below_nothing(self):
        with pytest.raises(DoesNotAddUp):
            Counts(read=1, loaded=2, unchanged=-1, set_aside=0, blank=0)
