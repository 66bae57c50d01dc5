"""Golden numbers: published worked examples, and what statsmodels 0.15.0 (kappa), irrCAC 0.4.4
(AC1) and krippendorff 0.9.0 (alpha) gave for the same tables."""

from __future__ import annotations

import pytest

from answerable.casereviews.agreement import (
    gwet_ac1,
    kappa,
    nominal_alpha,
    ordinal_alpha,
    rated_alike,
    squared,
)

COHEN_1968 = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
"""The table of “Weighted kappa”, 1968, with its kappa 0.492."""
MOSTLY_ALIKE = ((118, 5), (2, 0))
"""Of “Kappa statistic is not satisfactory”, Gwet 2002: both agree in 94%, and kappa is below 0."""
FOUR = ((20, 4, 1, 0), (3, 15, 6, 1), (0, 2, 14, 3), (1, 0, 2, 8))
FIVE = ((31, 4, 1, 0, 2), (5, 9, 3, 0, 1), (0, 2, 7, 0, 2), (1, 0, 0, 6, 0), (1, 1, 2, 0, 5))
GOLDEN = {
    # table: raw, kappa, kappa with squared weights, AC1, alpha nominal, alpha ordinal
    "cohen": (COHEN_1968, 0.7, 0.491525423728813, 0.454545454545455, 0.575971731448763,
              0.488461538461538, 0.493519607843137),
    "mostly alike": (MOSTLY_ALIKE, 0.944, -0.023391812865497, -0.023391812865497,
                     0.940776337608718, -0.024691358024691, -0.024691358024691),
    "four": (FOUR, 0.7125, 0.609009774755631, 0.787111622554660, 0.619375969660403,
             0.610750399148483, 0.792081781851817),
    "five": (FIVE, 0.698795180722892, 0.574969274887341, 0.656438689097330, 0.633982316495050,
             0.577313249308331, 0.695610473168822),
}  # fmt: skip
FOUR_OBSERVERS = (
    *((1, 1, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4)),
    *((4, 4, 4, 4), (1, 1, 2, 1), (2, 2, 2, 2), (5, 5, 5), (1, 1), (3,)),
)
"""Krippendorff 2011, part C: four observers with missing data; alpha 0.743, ordinal 0.815."""


def pairs_of(table):
    return [
        (one, other)
        for one, row in enumerate(table)
        for other, count in enumerate(row)
        for _ in range(count)
    ]


@pytest.mark.parametrize("name", GOLDEN)
class TestTwoReviewers:
    def test_agree_as_others_reckon(self, name):
        table, *golden = GOLDEN[name]
        pairs, scale = pairs_of(table), range(len(table))
        found = (
            rated_alike(pairs),
            kappa(pairs, scale),
            kappa(pairs, scale, squared),
            gwet_ac1(pairs, scale),
            nominal_alpha(pairs),
            ordinal_alpha(pairs, scale),
        )
        assert found == pytest.approx(golden, abs=1e-12)


class TestAlpha:
    def test_of_many_with_gaps_is_as_published(self):
        assert nominal_alpha(FOUR_OBSERVERS) == pytest.approx(0.743421052631579)
        assert ordinal_alpha(FOUR_OBSERVERS, range(1, 6)) == pytest.approx(0.8153875037548814)

    def test_has_no_meaning_where_every_file_is_rated_alike(self):
        assert nominal_alpha([(1, 1), (1, 1)]) is None

    def test_has_no_meaning_where_no_file_was_rated_twice(self):
        assert nominal_alpha([(1,), (2,)]) is None


class TestKappa:
    def test_has_no_meaning_where_every_file_is_rated_alike(self):
        assert kappa([(1, 1)], [1, 2]) is None

    def test_has_none_without_files(self):
        assert (rated_alike([]), kappa([], [1, 2]), gwet_ac1([], [1, 2])) == (None, None, None)


class TestAC1:
    def test_is_whole_where_every_file_is_rated_alike(self):
        assert gwet_ac1([(1, 1), (1, 1)], [1, 2]) == 1.0
