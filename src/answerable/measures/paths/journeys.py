"""The first day of each stage of every case of a cut, in arrays, read once for all questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import ibis
import numpy as np

from answerable.measures.answer import Cell
from answerable.measures.compiling import in_time
from answerable.measures.groups import ORGANISATIONS, TIMES, label
from answerable.measures.paths.stages import Stage, staged
from answerable.measures.running import Cut
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
    found = cut.database.execute(_compiled()).fetchnumpy()
    return Journeys(
        days={stage: np.ma.filled(found[stage.value], NEVER).astype(np.int64) for stage in Stage},
        ended_on=np.ma.filled(found["ended_on"], NEVER).astype(np.int64),
        ending=_cells(found["ending"]),
        keys={name: _cells(found[name]) for name in KEYS},
        times={name: _time(cut, name) for name in by if name in TIMES},
    )


def _cells(column: Any) -> NDArray[np.object_]:
    """A column as plain cells, None where it is empty."""
    cells = np.array(np.ma.getdata(column).tolist(), dtype=object)
    cells[np.ma.getmaskarray(column)] = None
    return cells


@cache
def _compiled() -> str:
    return str(ibis.to_sql(staged(), dialect="duckdb"))


def _time(cut: Cut, name: str) -> tuple[int, NDArray[np.int64]]:
    days = table("calendar").select("day")
    query = ibis.to_sql(in_time(days, "day", (name,)).order_by("day"), dialect="duckdb")
    found = cut.database.execute(str(query)).fetchnumpy()
    return int(found["day"][0]), np.asarray(found[name], dtype=np.int64)
