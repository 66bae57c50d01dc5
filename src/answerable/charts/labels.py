"""Words on a chart: how wide they are, where they break, and how they keep out of each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from answerable.charts.style import FONT


@cache
def width_of(words: str, size: float, *, is_bold: bool = False) -> float:
    """How wide some words are set, in pixels, at a size in pixels."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=[FONT], size=size, weight="bold" if is_bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return float(width)


def lines_of(words: str, size: float, room: float, *, is_bold: bool = False) -> list[str]:
    """Words in as many lines as they need in a room, in pixels. A longer word has its own line."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, is_bold=is_bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def spread(wanted: Sequence[float], least: float) -> list[float]:
    """Places as near as can be to those that are wanted, each so far at least from the next.

    The order stays. Those that would touch are moved together around their middle.

    >>> spread([10.0, 11.0, 30.0], 4.0)
    [8.5, 12.5, 30.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    blocks: list[list[float]] = []
    for rank, place in enumerate(order):
        blocks.append([wanted[place] - rank * least, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, many), (other, more) = blocks[-2:]
            blocks[-2:] = [[(one * many + other * more) / (many + more), many + more]]
    starts = [start for start, many in blocks for _ in range(int(many))]
    found = [0.0] * len(wanted)
    for rank, place in enumerate(order):
        found[place] = starts[rank] + rank * least
    return found


def within(places: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Places that keep their distance, moved so that none lies outside two ends, as far as there
    is room."""
    found = spread([min(max(one, low), high) for one in places], least)
    order = sorted(range(len(found)), key=lambda place: found[place])
    for rank, place in enumerate(order):
        found[place] = max(found[place], low + rank * least)
    for rank, place in enumerate(reversed(order)):
        found[place] = min(found[place], high - rank * least)
    return found
