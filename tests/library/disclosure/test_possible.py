from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.disclosure.possible import Possible
from answerable.disclosure.relations import Sum, relations

CELLS = 6
PARTS = st.lists(
    st.lists(st.integers(0, CELLS - 1), min_size=1, max_size=CELLS, unique=True),
    min_size=1,
    max_size=8,
)
TRUE = st.lists(st.integers(0, 9), min_size=CELLS, max_size=CELLS)


def figures(parts, true, grown, open_ones):
    """Two finest tables, the second nowhere smaller; figures of both, some of which are hidden."""
    cells = [np.array(true, float), np.array(true, float) + np.array(grown, float)]
    counts = np.array([cells[at % 2][one].sum() for at, one in enumerate(parts)])
    sums = [
        Sum(at, tuple(len(parts) + (at % 2) * CELLS + part for part in one))
        for at, one in enumerate(parts)
    ]
    orders = [(len(parts) + at, len(parts) + CELLS + at) for at in range(CELLS)]
    latent = 2 * CELLS
    hidden = np.resize(np.array(open_ones), len(parts))
    lower = np.concatenate([np.where(hidden, 0, np.maximum(counts - 2, 0)), np.zeros(latent)])
    upper = np.concatenate([np.where(hidden, 200, counts + 2), np.full(latent, 200.0)])
    return sums, orders, lower, upper


class TestPossible:
    @given(PARTS, TRUE, TRUE, st.lists(st.booleans(), min_size=1, max_size=8), st.integers(0, 999))
    def test_finds_the_same_whether_totals_are_put_in_or_stand_for_themselves(
        self, parts, true, grown, open_ones, seed
    ):
        sums, orders, lower, upper = figures(parts, true, grown, open_ones)
        weights = np.random.default_rng(seed).integers(-1, 2, len(lower)).astype(float)
        put_in = relations(len(parts), [], orders, 2 * CELLS, sums)
        standing = relations(len(lower), sums, orders, 0, [])
        found = Possible(put_in, lower, upper).largest(weights).counts
        as_they_stand = Possible(standing, lower, upper).largest(weights).counts
        assert weights @ found == pytest.approx(weights @ as_they_stand, abs=1e-5)
        assert standing.hold_of(found)

    @given(PARTS, TRUE, TRUE, st.lists(st.booleans(), min_size=1, max_size=8), st.integers(0, 999))
    def test_its_prices_explain_the_largest_sum_by_the_bounds_alone(
        self, parts, true, grown, open_ones, seed
    ):
        sums, orders, lower, upper = figures(parts, true, grown, open_ones)
        weights = np.random.default_rng(seed).integers(-1, 2, len(lower)).astype(float)
        found = Possible(relations(len(parts), [], orders, 2 * CELLS, sums), lower, upper).largest(
            weights
        )
        ends = np.where(found.prices > 0, upper, lower)
        assert found.prices @ ends == pytest.approx(weights @ found.counts, abs=1e-4)

    @given(PARTS, TRUE, TRUE, st.integers(0, 7), st.integers(0, 3))
    def test_a_figure_that_is_bound_goes_no_further_and_goes_on_once_let_go(
        self, parts, true, grown, which, most
    ):
        sums, orders, lower, upper = figures(parts, true, grown, [True])
        place = np.array([which % len(parts)])
        weights = np.zeros(len(lower))
        weights[place] = 1.0
        possible = Possible(relations(len(parts), [], orders, 2 * CELLS, sums), lower, upper)
        free = possible.largest(weights).counts[place[0]]
        possible.bind(place, lower[place], np.array([float(most)]))
        assert possible.largest(weights).counts[place[0]] == pytest.approx(min(free, most))
        possible.bind(place, lower[place], upper[place])
        assert possible.largest(weights).counts[place[0]] == pytest.approx(free)
