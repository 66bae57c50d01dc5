"""How every chart looks: sizes, colours and shapes, and the font that pages and PDF share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

FONT = "Liberation Sans"
FAMILIES = f"'{FONT}', Arial, Helvetica, sans-serif"
"""Arial is as wide as the font of the product, letter by letter, where that is not there."""
_FONT_FILES = Path(__file__).parents[1] / "writing" / "fonts"
_HASH_SALT = "answerable"
"""The same names within a file whenever it is drawn."""

INK = "#0b0c0c"
"""Words, and lines that nothing stands out from."""
QUIET = "#595959"
"""What is as usual."""
BLUE = "#12436d"
ORANGE = "#c04a10"
PURPLE = "#801650"
"""Three colours that differ for every eye; a shape or a place says the same as each."""
FAINT = "#b1b4b6"
"""Lines of the grid: nothing depends on them."""
MARKS = {"improvement": BLUE, "concern": ORANGE, "signal": PURPLE, "usual": QUIET}
SHAPES = {"improvement": "s", "concern": "D", "signal": "^", "usual": "o"}
"""A square, a diamond, a triangle, a dot."""


class Size(StrEnum):
    """For how much room a chart is drawn."""

    WIDE = "wide"
    """A page, or paper."""
    NARROW = "narrow"
    """A phone."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in pixels, of one size of charts."""

    width: int
    text: float
    small: float
    title: float
    margin: int


MEASURES = {
    Size.WIDE: Measures(width=720, text=14, small=13, title=17, margin=8),
    Size.NARROW: Measures(width=360, text=13, small=12, title=15, margin=4),
}


@cache
def _with_font() -> None:
    from matplotlib.font_manager import fontManager

    for name in ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"):
        fontManager.addfont(_FONT_FILES / name)


@contextmanager
def drawn_alike() -> Iterator[None]:
    """Within it matplotlib draws the same lines on every machine, whatever its settings."""
    from matplotlib import rc_context, rcParamsDefault

    _with_font()
    own = {
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "font.family": [FONT],
        "path.simplify": False,
        "svg.fonttype": "none",
        "svg.hashsalt": _HASH_SALT,
        "text.color": INK,
        "text.parse_math": False,
        "xtick.color": INK,
        "ytick.color": INK,
        "axes.unicode_minus": False,
    }
    defaults = {name: value for name, value in rcParamsDefault.items() if name != "backend"}
    settings: Any = {**defaults, **own}
    with rc_context(settings):
        yield
