"""The first day of each stage of every case of a cut, in arrays, read once for all questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from answerable.measures.answer import Cell
from answerable.measures.compiling import in_time, written
from answerable.measures.groups import ORGANISATIONS, TIMES, label
from answerable.measures.paths.stages import Stage, staged
from answerable.measures.running import Cut, keeping
from answerable.measures.subjects.pilot import PILOT_BEGUN
from answerable.measures.subjects.relations import table

if TYPE_CHECKING:
    from numpy.typing import NDArray

Days: TypeAlias = "NDArray[np.int64]"
Places: TypeAlias = "NDArray[np.int64]"

NEVER = 2**31 - 1
"""Stands for the day of what did not happen: after every other day."""
KEYS = (*ORGANISATIONS, "pilot")
"""By what cases are told apart, beside times."""


@dataclass(frozen=True, slots=True)
class Journeys:
    """Every case with its stages; arrays of one length, in no order."""

    days: Mapping[Stage, Days]
    """The first day of each stage, or `NEVER`."""
    ended_on: Days
    ending: NDArray[np.object_]
    """How it ended otherwise than by a charge; None where it did not."""
    keys: Mapping[str, NDArray[np.object_]]
    times: Mapping[str, tuple[int, NDArray[np.int64]]]
    """For each time the first day of the calendar, and from there on the number of the time."""

    def groups(
        self, among: Places, dated: Days, by: Sequence[str]
    ) -> Iterator[tuple[tuple[Cell, ...], Places]]:
        """The groups of some cases, in their order, each with the places of its cases.

        Args:
            among: the places of the cases.
            dated: for each place in all arrays, the day that puts it into a time.
            by: names of times and of `KEYS`.
        """
        found: dict[tuple[Any, ...], list[int]] = {}
        columns = [self._cells(name, among, dated) for name in by]
        if not columns:
            yield (), among
            return
        for place, *cells in zip(among.tolist(), *columns, strict=True):
            found.setdefault(tuple(cells), []).append(place)
        for cells_ in sorted(found, key=lambda group: [(one is None, one) for one in group]):
            named = tuple(label(name, cell) for name, cell in zip(by, cells_, strict=True))
            yield named, np.array(found[cells_], dtype=np.int64)

    def _cells(self, name: str, among: Places, dated: Days) -> list[Any]:
        if name in self.times:
            first, numbers = self.times[name]
            return list(numbers[dated[among] - first].tolist())
        return list(self.keys[name][among].tolist())


def read(cut: Cut, by: Sequence[str] = ()) -> Journeys:
    """The journeys of a cut.

    Args:
        by: the breakdowns that will be asked for.
    """
    query = written(staged().select(*Stage, "ended_on", "ending", *KEYS), cut.engine.dialect)
    rows: list[tuple[Any, ...]] = []
    with keeping(cut, PILOT_BEGUN):
        for _ in cut.engine.parts():
            rows += cut.engine.rows(query)
    columns = [*zip(*rows, strict=True)] or [()] * (len(Stage) + 2 + len(KEYS))
    days = [_days(column) for column in columns[: len(Stage) + 1]]
    ending, *keys = (np.array(column, dtype=object) for column in columns[len(Stage) + 1 :])
    return Journeys(
        days=dict(zip(Stage, days[:-1], strict=True)),
        ended_on=days[-1],
        ending=ending,
        keys=dict(zip(KEYS, keys, strict=True)),
        times={name: _time(cut, name) for name in by if name in TIMES},
    )


def _days(column: Sequence[int | None]) -> Days:
    return np.array([NEVER if day is None else day for day in column], dtype=np.int64)


def _time(cut: Cut, name: str) -> tuple[int, NDArray[np.int64]]:
    days = in_time(table("calendar").select("day"), "day", (name,))
    rows = cut.engine.rows(written(days.select("day", name), cut.engine.dialect))
    numbers = dict(sorted(rows))
    return min(numbers), np.array([*numbers.values()], dtype=np.int64)
