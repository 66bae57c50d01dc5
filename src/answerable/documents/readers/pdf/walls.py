"""What keeps words apart although they are close: upright rules, and the ends of rules across."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from answerable.documents.readers.pdf.drawings import Edge

_TOUCHING: Final = 1.5
_FEWEST_RULES: Final = 2
_ROW_ABOVE: Final = 40.0
"""Points above the first rule in which a header row may stand."""


class Walls:
    """The places of a page that no word reaches across, from left to right."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        upright = [edge for edge in edges if edge.upright]
        self._edges = sorted(
            (edge.place, edge.start, edge.end) for edge in [*upright, *_joints(edges)]
        )

    def between(self, left: float, right: float, height: float) -> bool:
        """Whether a wall stands between two places at a height."""
        index = bisect_left(self._edges, (left - 1,))
        while index < len(self._edges) and self._edges[index][0] <= right + 1:
            if self._edges[index][1] <= height <= self._edges[index][2]:
                return True
            index += 1
        return False


def _joints(edges: Iterable[Edge]) -> list[Edge]:
    """Where rules across, drawn cell by cell, meet at the same place in several rows."""
    rows: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if not edge.upright:
            rows[round(edge.place)].append(edge)
    heights: dict[int, list[float]] = defaultdict(list)
    for row in rows.values():
        for before, after in pairwise(sorted(row, key=lambda edge: edge.start)):
            if abs(after.start - before.end) <= _TOUCHING:
                heights[round(after.start)].append(after.place)
    return [
        Edge(True, float(place), min(found) - _ROW_ABOVE, max(found))  # noqa: FBT003
        for place, found in heights.items()
        if len(found) >= _FEWEST_RULES
    ]
