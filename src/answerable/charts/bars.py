"""Bars of a measure by group, each with the interval that says how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.charts.labels import lines_of, width_of
from answerable.charts.picture import Picture, Table, Words, share_in_words, source_of
from answerable.charts.scales import scale_shares
from answerable.charts.sheet import Room, Sheet
from answerable.charts.style import BLUE, FAINT, INK, MEASURES, Size, drawn_alike
from answerable.charts.svg import as_svg
from answerable.measures.answer import Answer, Cell
from answerable.measures.definition import Definition
from answerable.measures.groups import TIMES, all_in_words
from answerable.measures.interval import FEW
from answerable.measures.naming import Names, named
from answerable.measures.wording import time_in_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 30
"""Pixels from one bar to the next, of one line of words."""
_LINE = 15
_NAMES = {Size.WIDE: 230, Size.NARROW: 116}
"""The most that names take, in pixels."""


class NoBars(ValueError):
    """Nobody was asked in any group."""


def draw_bars(
    definition: Definition,
    answers: Sequence[Answer],
    names: Names,
    size: Size = Size.WIDE,
    *,
    is_synthetic: bool = False,
    not_shown: int = 0,
) -> Picture:
    """A bar for each answer in which somebody was asked: times in order, all else highest first.

    Args:
        answers: of one measure and breakdown.
        names: what groups are called.
        is_synthetic: whether the cut is of invented cases; the chart says so.
        not_shown: how many groups more there are that may not be shown; the chart says so.

    Raises:
        NoBars: nobody was asked in any group.
    """
    asked = _in_order([Bar(_name_of(one, names), one) for one in answers if one.denominator])
    first = asked[0].answer
    by = all_in_words(first.group)
    few = f"; * fewer than {FEW} were asked" if any(bar.answer.is_few for bar in asked) else ""
    words = Words(
        title=definition.title,
        axis=f"Share of those that were asked{', by ' if by else ''}{by}, with 95% intervals{few}",
        sentence=_sentence(asked, not_shown),
        source=source_of(
            first.measure, first.version, first.as_of, first.cut, is_synthetic=is_synthetic
        ),
    )
    description = f"{len(asked)} bars with 95% intervals. {words.sentence}"
    with drawn_alike():
        svg = as_svg(_sheet(asked, words, size).figure, words.title, description)
    return Picture(words, description, _table(asked), svg)


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer with its name."""

    name: str
    answer: Answer

    @property
    def share(self) -> float:
        """How long the bar is."""
        return self.answer.numerator / self.answer.denominator

    @property
    def ends(self) -> tuple[float, float]:
        """The interval."""
        return self.answer.interval or (0.0, 1.0)

    @property
    def figure(self) -> str:
        """The share and of how many, in words."""
        return f"{share_in_words(self.share)} of {self.answer.denominator:,}"


def _name_of(answer: Answer, names: Names) -> str:
    return ", ".join(_called(name, value, names) for name, value in answer.group.items()) or "All"


def _called(by: str, value: Cell, names: Names) -> str:
    name = named(by, value, names)
    return time_in_words(name) if by in TIMES and value is not None else name


def _in_order(bars: Sequence[Bar]) -> list[Bar]:
    if not bars:
        raise NoBars("Nobody was asked in any group, so there is no bar to draw.")
    if set(bars[0].answer.group) & set(TIMES):
        return list(bars)
    return sorted(bars, key=lambda bar: -bar.share)


def _sentence(asked: Sequence[Bar], not_shown: int) -> str:
    hidden = f" Not shown: {not_shown} of {len(asked) + not_shown} groups." if not_shown else ""
    if len(asked) == 1:
        return f"{asked[0].name}: {asked[0].figure}.{hidden}"
    least, most = min(asked, key=lambda bar: bar.share), max(asked, key=lambda bar: bar.share)
    told = _compared(least, most)
    few = sum(bar.answer.is_few for bar in asked)
    if few:
        told += f" {few} of {len(asked)} groups have fewer than {FEW}: their shares say little."
    return told + hidden


def _compared(least: Bar, most: Bar) -> str:
    """How the groups with the lowest and the highest share stand to each other."""
    if least.share == most.share:
        return f"Each has the same share, {share_in_words(least.share)}."
    told = (
        f"Lowest is “{least.name}” with {least.figure}, highest “{most.name}” with {most.figure}."
    )
    if least.ends[1] >= most.ends[0]:
        told += " Their intervals overlap, so that chance may be all there is between them."
    return told


def _sheet(asked: Sequence[Bar], words: Words, size: Size) -> Sheet:
    one = MEASURES[size]
    names = [lines_of(bar.name, one.small, _NAMES[size]) for bar in asked]
    left = max(width_of(line, one.small) for lines in names for line in lines) + 10 + one.margin
    figures = [f"{bar.figure}{' *' if bar.answer.is_few else ''}" for bar in asked]
    right = max(width_of(figure, one.small) for figure in figures) + 10 + one.margin
    tall = max(_ROW, max(map(len, names)) * _LINE + 8)
    room = Room(tall * len(asked), left, right, above=4, below=1.5 * one.small + 8)
    sheet = Sheet(words, size, room)
    _draw(sheet.figures(), asked)
    for place, (lines, figure) in enumerate(zip(names, figures, strict=True)):
        middle = sheet.top + tall * (place + 0.5) + 4
        for line, words_ in enumerate(lines):
            y = middle + (line - (len(lines) - 1) / 2) * _LINE
            sheet.write(left - 8, y, words_, align="right")
        sheet.write(left + sheet.width + 8, middle, figure)
    return sheet


def _draw(axes: Axes, asked: Sequence[Bar]) -> None:
    axes.grid(visible=False, axis="y")
    axes.grid(visible=True, axis="x", color=FAINT, linewidth=0.6)
    axes.barh(range(len(asked)), [bar.share for bar in asked], 0.55, color=BLUE)
    for place, bar in enumerate(asked):
        axes.plot(bar.ends, [place] * 2, color="white", linewidth=5, solid_capstyle="butt")
        axes.plot(bar.ends, [place] * 2, "|-", color=INK, linewidth=1.6, markersize=9)
    axes.set_ylim(len(asked) - 0.5, -0.5)
    axes.set_yticks([])
    scale_shares(axes, [0.0, *(bar.ends[1] for bar in asked)], across=True)
    axes.set_xlim(left=0)


def _table(asked: Sequence[Bar]) -> Table:
    columns = ("numerator", "denominator", "recorded_rate", "interval_low", "interval_high")
    rows = [
        (
            *(None if value is None else str(value) for value in bar.answer.group.values()),
            bar.answer.numerator,
            bar.answer.denominator,
            bar.share,
            *bar.ends,
        )
        for bar in asked
    ]
    return Table((*asked[0].answer.group, *columns), tuple(rows))
