from __future__ import annotations

import pytest

from answerable.casereviews.estimates import Counted, UnusableCounts, estimated
from answerable.casereviews.intervals import Interval, Method, clopper_pearson, wilson

# By scipy 1.12.0 and statsmodels 0.15.0, proportion_confint with "wilson" and "beta".
GOLDEN = {
    (8, 10): ((0.490162471536642, 0.943317848545625), (0.443904537692356, 0.974789273673167)),
    (0, 10): ((0.0, 0.277532799862889), (0.0, 0.308497107818761)),
    (10, 10): ((0.722467200137111, 1.0), (0.691502892181239, 1.0)),
    (41, 82): ((0.394228283919920, 0.605771716080080), (0.387474845214576, 0.612525154785425)),
    (79, 82): ((0.897872653563915, 0.987480426918431), (0.896784978381831, 0.992390722697906)),
    (1, 30): ((0.005908590381612, 0.166703909914092), (0.000843570926630, 0.172169455633413)),
}


@pytest.mark.parametrize(("count", "size"), GOLDEN)
class TestAnInterval:
    def test_is_as_others_reckon(self, count, size):
        of_wilson, exact = GOLDEN[count, size]
        found = wilson(count / size, size)
        assert (found.low, found.high) == pytest.approx(of_wilson, abs=1e-12)
        found = clopper_pearson(count, size)
        assert (found.low, found.high) == pytest.approx(exact, abs=1e-12)


class TestAnEstimate:
    def test_weighs_each_file_by_how_many_it_stands_for(self):
        found = estimated([Counted(100, 10, 10, 2), Counted(400, 10, 10, 6)])
        assert found.share == pytest.approx((10 * 2 + 40 * 6) / 500)
        assert (found.applies, found.met) == (20, 8)

    def test_is_of_the_files_to_which_the_question_applies(self):
        assert estimated([Counted(100, 10, 4, 3)]).share == pytest.approx(0.75)

    def test_of_one_stratum_is_that_of_wilson_with_the_correction_for_a_finite_frame(self):
        found = estimated([Counted(532, 82, 82, 41)])
        # n (N - 1) / (N - n), but for n - 1 in the variance of the sample.
        assert found.effective == pytest.approx(81 / (1 - 82 / 532))
        assert found.interval == wilson(0.5, found.effective)

    def test_leaves_nothing_to_chance_where_every_file_was_drawn(self):
        assert estimated([Counted(10, 10, 10, 4)]).interval == Interval(0.4, 0.4)

    def test_is_open_to_one_side_where_all_drawn_files_are_alike(self):
        found = estimated([Counted(100, 10, 10, 0)]).interval
        assert found.low == 0.0
        assert 0.2 < found.high < 0.3

    def test_is_none_where_the_question_applies_to_no_drawn_file(self):
        assert estimated([Counted(100, 10, 0, 0)]) is None

    def test_is_never_more_precise_than_its_weights_allow(self):
        alike = [Counted(400, 10, 10, 10), Counted(10, 10, 10, 0)]
        assert estimated(alike).effective < 12

    def test_is_wider_by_the_exact_method(self):
        strata = [Counted(100, 20, 20, 9), Counted(200, 20, 18, 4)]
        near, exact = (estimated(strata, method=one).interval for one in Method)
        assert exact.low < near.low
        assert exact.high > near.high

    @pytest.mark.parametrize("counts", [(5, 6, 0, 0), (5, 0, 0, 0), (5, 3, 4, 0), (5, 3, 2, 3)])
    def test_is_refused_for_counts_that_contradict_each_other(self, counts):
        with pytest.raises(UnusableCounts):
            Counted(*counts)
