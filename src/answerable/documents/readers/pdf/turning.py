"""Pages that are turned: places become distances from the top left of the page as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Turning:
    """How a page's own coordinates become those of its reader.

    `angle` is the direction in which most text runs, in degrees anticlockwise: 0 for a plain
    page. The edges are those of the visible page in its own coordinates.
    """

    angle: int
    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, page: Any, angle: int) -> Turning:
        """The turning of a `pypdfium2.PdfPage` whose text mostly runs at this angle."""
        left, bottom, right, top = page.get_cropbox()
        return cls(angle if angle in (0, 90, 180, 270) else 0, left, bottom, right, top)

    @property
    def is_plain(self) -> bool:
        return self.angle == 0

    @property
    def width(self) -> float:
        across = self.right - self.left, self.top - self.bottom
        return across[1] if self.angle in (90, 270) else across[0]

    @property
    def height(self) -> float:
        across = self.right - self.left, self.top - self.bottom
        return across[0] if self.angle in (90, 270) else across[1]

    def upright(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Left, top, right and bottom as the reader sees them."""
        if self.angle == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.angle == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.angle == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom

    def holds(self, left: float, middle: float) -> bool:
        """Whether a place is on the visible page."""
        return -1 <= left <= self.width + 1 and -1 <= middle <= self.height + 1
