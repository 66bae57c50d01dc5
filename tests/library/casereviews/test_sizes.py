from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.casereviews.sizes import UnusableSize, half_width, in_proportion, sample_size

counts = st.dictionaries(
    st.sampled_from("abcdefg"), st.integers(min_value=1, max_value=300), min_size=1
)


class TestASampleSize:
    def test_is_82_of_532_for_ten_points_and_224_for_five(self):
        assert (sample_size(532, 0.10), sample_size(532, 0.05)) == (82, 224)

    def test_is_never_more_than_there_are(self):
        assert sample_size(30, 0.001) == 30

    @given(st.integers(min_value=2, max_value=5000), st.floats(min_value=0.01, max_value=0.4))
    def test_is_the_fewest_that_are_as_precise(self, population, wanted):
        size = sample_size(population, wanted)
        assert half_width(population, size) <= wanted + 1e-9
        assert size == 1 or half_width(population, size - 1) > wanted - 1e-9

    @pytest.mark.parametrize(("population", "wanted"), [(0, 0.1), (10, 0.0), (10, 1.0)])
    def test_is_refused_for_what_has_no_meaning(self, population, wanted):
        with pytest.raises(UnusableSize):
            sample_size(population, wanted)

    def test_of_all_leaves_nothing_open(self):
        assert half_width(532, 532) == 0.0

    def test_of_none_says_nothing(self):
        with pytest.raises(UnusableSize):
            half_width(532, 0)


class TestSharingOut:
    def test_is_in_proportion(self):
        assert in_proportion({"a": 300, "b": 200, "c": 100}, 60) == {"a": 30, "b": 20, "c": 10}

    @given(counts, st.data())
    def test_gives_all_that_are_asked_for_and_two_of_each(self, population, data):
        least = sum(min(2, count) for count in population.values())
        size = data.draw(st.integers(min_value=least, max_value=sum(population.values())))
        shared = in_proportion(population, size)
        assert sum(shared.values()) == size
        assert all(min(2, population[one]) <= shared[one] <= population[one] for one in shared)

    def test_is_refused_below_two_of_each(self):
        with pytest.raises(UnusableSize):
            in_proportion({"a": 5, "b": 5}, 3)
