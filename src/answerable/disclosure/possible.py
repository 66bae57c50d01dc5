"""What an attacker must allow: every set of counts that fits what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from answerable.disclosure.relations import Counts, Places, Relations
from answerable.disclosure.solver import TOLERANCE, check, quiet_solver, solve

_SIMPLEX_UP_TO = 1500
"""Above so many open unknowns the interior point method is faster and never stalls."""
_PRIMAL = 4
"""The primal simplex method goes on from the last optimum when only the weights change."""


@dataclass(frozen=True, slots=True)
class Extreme:
    """Counts at which a weighted sum is largest, among all that an attacker cannot rule out."""

    counts: Counts
    prices: Counts
    """By how much the sum would grow with each count, were its bound moved by one."""


class Possible:
    """Every set of counts that fits what is shown: relations, and a lower and upper bound each.

    Counts whose bounds meet are put in as numbers, so that only the open ones are searched.
    """

    def __init__(self, relations: Relations, lower: Counts, upper: Counts) -> None:
        self._lean = lean = relations.lean
        self._lower, self._upper = lower, upper
        self._open = lean.unknowns[(upper - lower)[lean.unknowns] > TOLERANCE]
        self._column = _numbers(relations.size, self._open)
        rows, places, factors = lean.entries
        is_open = self._column[places] >= 0
        self._rows = np.unique(rows[is_open])
        self._row = _numbers(lean.rows, self._rows)
        self._entries = self._row[rows[is_open]], self._column[places[is_open]], factors[is_open]
        self._fixed = np.zeros(lean.rows)
        np.add.at(self._fixed, rows[~is_open], factors[~is_open] * lower[places[~is_open]])
        self._solver: Any = self._loaded() if len(self._open) else None

    def largest(self, weights: Counts) -> Extreme:
        """The counts at which `weights @ counts` is largest.

        Raises:
            NotSolved: no optimum was reached, with either method.
        """
        if not len(self._open):
            return Extreme(self._lower.copy(), weights.copy())
        spread = self._spread(weights)
        every = np.arange(len(self._open), dtype=np.int32)
        check(self._solver.changeColsCost(len(every), every, spread[self._open]))
        solve(self._solver)
        found = self._solver.getSolution()
        return Extreme(
            self._counts(np.array(found.col_value)),
            self._prices(spread, np.array(found.row_dual)),
        )

    def bind(self, places: Places, lower: Counts, upper: Counts) -> None:
        """Give open counts other bounds."""
        columns = self._column[places]
        is_column = columns >= 0
        if is_column.any():
            ends = lower[is_column], upper[is_column]
            check(self._solver.changeColsBounds(len(ends[0]), columns[is_column], *ends))
        is_row = ~is_column
        if is_row.any():
            rows = self._lean.row_of[places[is_row]]
            ends = lower[is_row] - self._fixed[rows], upper[is_row] - self._fixed[rows]
            check(self._solver.changeRowsBounds(len(rows), self._row[rows], *ends))

    def _spread(self, weights: Counts) -> Counts:
        """The weights, those of what was put in given to its parts."""
        rows, places, factors = self._lean.sums_put_in
        spread = weights.copy()
        np.add.at(spread, places, factors * weights[self._lean.put_in][rows])
        return spread

    def _counts(self, values: Counts) -> Counts:
        counts = self._lower.copy()
        counts[self._open] = values
        rows, places, factors = self._lean.sums_put_in
        sums = np.zeros(len(self._lean.put_in))
        np.add.at(sums, rows, factors * counts[places])
        counts[self._lean.put_in] = sums
        return np.clip(counts, self._lower, self._upper)

    def _prices(self, spread: Counts, duals: Counts) -> Counts:
        every = np.zeros(self._lean.rows)
        every[self._rows] = duals
        rows, places, factors = self._lean.entries
        prices = spread.copy()
        np.subtract.at(prices, places, factors * every[rows])
        prices[self._lean.put_in] = every[self._lean.first_put_in :]
        return prices

    def _loaded(self) -> Any:
        lean, (rows, columns, factors) = self._lean, self._entries
        least = np.zeros(lean.rows)
        least[lean.equal : lean.first_put_in] = -highspy.kHighsInf
        least[lean.first_put_in :] = self._lower[lean.put_in]
        most = np.zeros(lean.rows)
        most[lean.first_put_in :] = self._upper[lean.put_in]
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self._open), len(self._rows)
        program.col_cost_ = np.zeros(len(self._open))
        program.col_lower_, program.col_upper_ = self._lower[self._open], self._upper[self._open]
        program.row_lower_ = (least - self._fixed)[self._rows]
        program.row_upper_ = (most - self._fixed)[self._rows]
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        counted = np.bincount(rows, minlength=len(self._rows))
        program.a_matrix_.start_ = np.concatenate(([0], np.cumsum(counted)))
        program.a_matrix_.index_, program.a_matrix_.value_ = columns, factors
        program.sense_ = highspy.ObjSense.kMaximize
        solver = quiet_solver()
        check(solver.passModel(program))
        simplex = len(self._open) <= _SIMPLEX_UP_TO
        check(solver.setOptionValue("solver", "simplex" if simplex else "ipm"))
        check(solver.setOptionValue("presolve", "off" if simplex else "on"))
        check(solver.setOptionValue("simplex_strategy", _PRIMAL))
        return solver


def _numbers(size: int, chosen: Places) -> NDArray[np.int32]:
    """The number of each that is chosen among them; below nought for the others."""
    found = np.full(size, -1, np.int32)
    found[chosen] = np.arange(len(chosen))
    return found
