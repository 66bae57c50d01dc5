from __future__ import annotations

from dataclasses import fields
from math import exp, factorial

import pytest

from answerable_site.accessreview.rules.thresholds import DEFAULT, Thresholds, ThresholdTooLow
from answerable_site.accessreview.rules.usual import Usual


def more_than(limit: float, mean: int) -> float:
    """How likely a count that scatters by chance alone (Poisson) lies above the limit."""
    return 1 - sum(exp(-mean) * mean**count / factorial(count) for count in range(int(limit) + 1))


class TestThresholds:
    @pytest.mark.parametrize("name", [field.name for field in fields(Thresholds)])
    def test_are_refused_below_one(self, name):
        with pytest.raises(ThresholdTooLow, match=name):
            Thresholds(**{name: 0})

    @pytest.mark.parametrize("mean", range(1, 61))
    def test_call_a_count_by_chance_unusual_on_fewer_than_one_day_in_a_thousand(self, mean):
        usual = Usual(mean, max(mean**0.5, 1), days=30, is_own=True)
        limit = max(usual.limit(DEFAULT.usual_spreads), DEFAULT.volume_cases - 1)
        assert more_than(limit, mean) < 0.001
