"""HiGHS, asked for the largest value that an attacker must allow; its answer is never trusted
without its status."""

from __future__ import annotations

from typing import Any

import highspy
import numpy as np

from answerable.disclosure.relations import Counts, Places

TOLERANCE = 1e-6
_SECONDS = 5.0
_SECONDS_AGAIN = 60.0


class NotSolved(RuntimeError):
    """The solver did not reach an optimum; nothing follows from what it holds."""


def quiet_solver() -> Any:
    """A solver that prints nothing and uses one thread, so that it answers alike every time."""
    solver = highspy.Highs()
    for name, value in (("output_flag", False), ("parallel", "off"), ("random_seed", 0)):
        check(solver.setOptionValue(name, value))
    return solver


def solve(solver: Any) -> None:
    """Run it to an optimum: once as it is set, then with the interior point method.

    Raises:
        NotSolved: neither reached one.
    """
    check(solver.setOptionValue("time_limit", solver.getRunTime() + _SECONDS))
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        return
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        raise NotSolved("No counts fit what is shown.")
    check(solver.clearSolver())
    check(solver.setOptionValue("solver", "ipm"))
    check(solver.setOptionValue("presolve", "on"))
    check(solver.setOptionValue("time_limit", solver.getRunTime() + _SECONDS_AGAIN))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        status = solver.modelStatusToString(solver.getModelStatus())
        raise NotSolved(f"HiGHS reached no optimum: {status}.")


def check(status: Any) -> None:
    """Nothing, unless HiGHS refused.

    Raises:
        NotSolved: it did.
    """
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
        check(solver.setOptionValue("time_limit", seconds))
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
            check(solver.setOptionValue(name, value))
        check(solver.passModel(program))
        return solver, columns
