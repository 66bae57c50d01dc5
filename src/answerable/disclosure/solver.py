"""HiGHS, asked for the largest value that an attacker must allow; its answer is never trusted
without its status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from answerable.disclosure.relations import Counts, Places, Relations

TOLERANCE = 1e-6
_SIMPLEX_UP_TO = 1500
"""Above so many open unknowns the interior point method is faster and never stalls."""
_PRIMAL = 4
"""The primal simplex method goes on from the last optimum when only the weights change."""
_SECONDS = 5.0
_SECONDS_AGAIN = 60.0


class NotSolved(RuntimeError):
    """The solver did not reach an optimum; nothing follows from what it holds."""


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
        self._relations = relations
        self._lower, self._upper = lower, upper
        self._open = np.flatnonzero(upper - lower > TOLERANCE)
        self._solver: Any = self._loaded() if len(self._open) else None

    @property
    def size(self) -> int:
        """How many counts there are, open or not."""
        return self._relations.size

    def largest(self, weights: Counts) -> Extreme:
        """The counts at which `weights @ counts` is largest.

        Raises:
            NotSolved: no optimum was reached, with either method.
        """
        wanted = weights[self._open]
        if not len(self._open):
            return Extreme(self._lower.copy(), weights.copy())
        solver = self._solver
        every = np.arange(len(wanted), dtype=np.int32)
        _check(solver.changeColsCost(len(wanted), every, wanted))
        _solve(solver)
        found = solver.getSolution()
        counts = self._lower.copy()
        counts[self._open] = np.clip(
            np.array(found.col_value), self._lower[self._open], self._upper[self._open]
        )
        return Extreme(counts, self._prices(weights, np.array(found.row_dual)))

    def bind(self, places: Places, lower: Counts, upper: Counts) -> None:
        """Give open counts other bounds."""
        at = np.searchsorted(self._open, places)
        if len(at):
            _check(self._solver.changeColsBounds(len(at), at.astype(np.int32), lower, upper))

    def _prices(self, weights: Counts, duals: Counts) -> Counts:
        rows, columns, values = self._relations.entries
        prices = weights.copy()
        every = np.zeros(self._relations.rows)
        every[self._rows] = duals
        np.subtract.at(prices, columns, values * every[rows])
        return prices

    def _loaded(self) -> Any:
        rows, columns, values = self._relations.entries
        height = self._relations.rows
        at = np.full(self._relations.size, -1)
        at[self._open] = np.arange(len(self._open))
        is_open = at[columns] >= 0
        fixed = np.zeros(height)
        np.add.at(fixed, rows[~is_open], values[~is_open] * self._lower[columns[~is_open]])
        self._rows = np.unique(rows[is_open])
        kept = np.full(height, -1)
        kept[self._rows] = np.arange(len(self._rows))
        order = np.argsort(kept[rows[is_open]], kind="stable")
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self._open), len(self._rows)
        program.col_cost_ = np.zeros(len(self._open))
        program.col_lower_, program.col_upper_ = self._lower[self._open], self._upper[self._open]
        program.row_upper_ = -fixed[self._rows]
        program.row_lower_ = np.where(
            self._rows < self._relations.zero_rows, -fixed[self._rows], -highspy.kHighsInf
        )
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        counted = np.bincount(kept[rows[is_open]], minlength=len(self._rows))
        program.a_matrix_.start_ = np.concatenate(([0], np.cumsum(counted)))
        program.a_matrix_.index_ = at[columns[is_open]][order]
        program.a_matrix_.value_ = values[is_open][order]
        program.sense_ = highspy.ObjSense.kMaximize
        solver = quiet_solver()
        _check(solver.passModel(program))
        simplex = len(self._open) <= _SIMPLEX_UP_TO
        _check(solver.setOptionValue("solver", "simplex" if simplex else "ipm"))
        _check(solver.setOptionValue("presolve", "off" if simplex else "on"))
        _check(solver.setOptionValue("simplex_strategy", _PRIMAL))
        return solver


def quiet_solver() -> Any:
    """A solver that prints nothing and uses one thread, so that it answers alike every time."""
    solver = highspy.Highs()
    for name, value in (("output_flag", False), ("parallel", "off"), ("random_seed", 0)):
        _check(solver.setOptionValue(name, value))
    return solver


def _solve(solver: Any) -> None:
    """Run it to an optimum: once as it is set, then with the interior point method."""
    _check(solver.setOptionValue("time_limit", solver.getRunTime() + _SECONDS))
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        return
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        raise NotSolved("No counts fit what is shown.")
    _check(solver.clearSolver())
    _check(solver.setOptionValue("solver", "ipm"))
    _check(solver.setOptionValue("presolve", "on"))
    _check(solver.setOptionValue("time_limit", solver.getRunTime() + _SECONDS_AGAIN))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        status = solver.modelStatusToString(solver.getModelStatus())
        raise NotSolved(f"HiGHS reached no optimum: {status}.")


def _check(status: Any) -> None:
    if status == highspy.HighsStatus.kError:
        raise NotSolved("HiGHS refused what it was given.")


class Covering:
    """The fewest of some places so that every inequality between them is satisfied."""

    def __init__(self) -> None:
        self._asked: dict[tuple[bytes, bytes], tuple[Places, Counts]] = {}

    def add(self, places: Places, shares: Counts) -> bool:
        """From now on the shares of the places that are chosen add up to one or more.

        Answers whether that was not asked before.
        """
        named = (places.tobytes(), np.round(shares, 9).tobytes())
        if named in self._asked:
            return False
        self._asked[named] = (places, shares)
        return True

    def fewest(self, seconds: float) -> tuple[set[int], bool]:
        """The places chosen, and whether fewer were proven not to do.

        Raises:
            NotSolved: not even a choice was found within the time.
        """
        if not self._asked:
            return set(), True
        solver, columns = self._loaded()
        _check(solver.setOptionValue("time_limit", seconds))
        solver.run()
        status = solver.getModelStatus()
        is_proven = status == highspy.HighsModelStatus.kOptimal
        feasible = highspy.SolutionStatus.kSolutionStatusFeasible
        if not is_proven and solver.getInfo().primal_solution_status != int(feasible):
            raise NotSolved(f"HiGHS chose nothing: {solver.modelStatusToString(status)}.")
        chosen = columns[np.array(solver.getSolution().col_value) > 0.5]
        return set(chosen.tolist()), is_proven

    def _loaded(self) -> tuple[Any, Places]:
        """A solver with everything asked, and the place that each of its columns stands for."""
        rows = list(self._asked.values())
        columns = np.unique(np.concatenate([places for places, _ in rows]))
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(columns), len(rows)
        program.col_cost_ = np.ones(len(columns))
        program.col_lower_, program.col_upper_ = np.zeros(len(columns)), np.ones(len(columns))
        program.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)
        program.row_lower_ = np.ones(len(rows))
        program.row_upper_ = np.full(len(rows), highspy.kHighsInf)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.cumsum([0, *(len(places) for places, _ in rows)])
        program.a_matrix_.index_ = np.searchsorted(
            columns, np.concatenate([places for places, _ in rows])
        )
        program.a_matrix_.value_ = np.concatenate([shares for _, shares in rows])
        solver = quiet_solver()
        for name, value in (("mip_rel_gap", 0.0), ("mip_abs_gap", 1.0 - 1e-6)):
            _check(solver.setOptionValue(name, value))
        _check(solver.passModel(program))
        return solver, columns
