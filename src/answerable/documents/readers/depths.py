"""How deep a list item stands, told from how far its label stands to the right."""

from __future__ import annotations


class Depths:
    """The indents of the list items that are still open, the outermost first."""

    def __init__(self, step: float) -> None:
        """Starts without any open item.

        Args:
            step: the least difference between two depths, in the unit of the indents.
        """
        self._step = step
        self._open: list[float] = []

    def of_item(self, indent: float) -> int:
        """The depth of the next list item, from 1."""
        while self._open and indent < self._open[-1] - self._step:
            self._open.pop()
        if not self._open or indent > self._open[-1] + self._step:
            self._open.append(indent)
        return len(self._open)

    def pass_text(self, indent: float) -> None:
        """Text between items closes the list, unless it is indented like a part of it."""
        if self._open and indent <= self._open[0] + self._step:
            self._open.clear()
