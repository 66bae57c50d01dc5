from __future__ import annotations

import pytest

from answerable.statute import days_in_words


class TestDaysInWords:
    @pytest.mark.parametrize(("count", "words"), [(0, "0 days"), (1, "1 day"), (12, "12 days")])
    def test_is_singular_for_one_day_alone(self, count, words):
        assert days_in_words(count) == words
