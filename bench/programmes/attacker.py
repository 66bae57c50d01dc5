"""An attacker on everything that a programme showed, who shares no code with the product.

For each version of the data there is one unknown for every kind of person. Each cell that was
released is a sum of them; the attacker knows the rounding, the threshold and which version and cut
a table is of, and, where people were only added, that too. For each figure the least and the
greatest value is found that all of this leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable

import highspy
import numpy as np

from bench.programmes.inventing import KINDS, VERSIONS, Released

Figure = tuple[int, tuple[int, ...]]
"""A version of the data, and the kinds of people that are counted."""


class Attacker:
    """Everything known, ready to be asked."""

    def __init__(self, released: Iterable[Released], *, rounding: int, threshold: int) -> None:
        self._known: dict[Figure, tuple[float, float]] = {}
        for one in released:
            for labels, shown in one.protected.shown.items():
                figure = one.version, one.kinds(labels)
                least, most = self._known.get(figure, (0.0, highspy.kHighsInf))
                if not isinstance(shown, str):
                    least = max(least, threshold, shown - rounding // 2)
                    most = min(most, shown + rounding // 2)
                self._known[figure] = least, most
        self._size = VERSIONS * len(KINDS)

    def load(self, *, only_added: bool) -> None:
        """Put what is known before the solver."""
        solver = self._solver = highspy.Highs()
        for name, value in (("output_flag", False), ("solver", "simplex"), ("presolve", "off")):
            solver.setOptionValue(name, value)
        solver.setOptionValue("simplex_strategy", 4)
        nothing = np.zeros(self._size)
        solver.addVars(self._size, nothing, np.full(self._size, 1e6))
        for figure, (least, most) in self._known.items():
            at = self._places(figure)
            solver.addRow(least, most, len(at), at, np.ones(len(at)))
        if only_added:
            for place in range(self._size - len(KINDS)):
                pair = np.array([place, place + len(KINDS)], np.int32)
                solver.addRow(0.0, highspy.kHighsInf, 2, pair, np.array([-1.0, 1.0]))

    def values(self, figure: Figure, less: Figure | None = None) -> int:
        """How many whole values a figure could have, or one figure less another."""
        weights = np.zeros(self._size)
        weights[self._places(figure)] += 1
        if less:
            weights[self._places(less)] -= 1
        most, least = self._largest(weights), -self._largest(-weights)
        return int(np.floor(most + 1e-6) - np.ceil(least - 1e-6)) + 1

    def _largest(self, weights: np.ndarray) -> float:
        self._solver.changeColsCost(self._size, np.arange(self._size, dtype=np.int32), -weights)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError("The attacker found no optimum.")
        return -float(self._solver.getInfo().objective_function_value)

    @staticmethod
    def _places(figure: Figure) -> np.ndarray:
        version, kinds = figure
        return np.array([version * len(KINDS) + kind for kind in kinds], np.int32)
