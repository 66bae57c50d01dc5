"""The process behaviour chart of a measure: its figures in order, with mean, limits and signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.charts import strips
from answerable.charts.labels import width_of
from answerable.charts.picture import Cell, Picture, Table, Words, share_in_words, source_of
from answerable.charts.points import draw_row, name_lines
from answerable.charts.scales import scale_shares
from answerable.charts.sheet import Room, Sheet
from answerable.charts.strips import Mark
from answerable.charts.style import INK, MARKS, MEASURES, Size, drawn_alike
from answerable.charts.svg import as_svg
from answerable.charts.times import mark_times
from answerable.measures.behaviour import Part, Rule, Signal
from answerable.measures.definition import Good
from answerable.measures.signals import Series
from answerable.measures.wording import time_in_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEFT = 46
_HEIGHT = {Size.WIDE: 260, Size.NARROW: 220}
_MOST_ROWS = 6
"""Signals beyond so many rows stand in the sentence and the table alone."""


def draw_series(series: Series, size: Size = Size.WIDE, *, is_synthetic: bool = False) -> Picture:
    """The chart of a series.

    Args:
        is_synthetic: whether the cut is of invented cases; the chart says so.
    """
    first = series.answers[0]
    words = Words(
        title=series.definition.title,
        axis=_axis(series),
        sentence=series.sentence,
        source=source_of(
            first.measure, first.version, first.as_of, first.cut, is_synthetic=is_synthetic
        ),
    )
    description = _description(series)
    with drawn_alike():
        sheet = _sheet(series, words, size)
        svg = as_svg(sheet.figure, words.title, description)
    return Picture(words, description, _table(series), svg)


def _axis(series: Series) -> str:
    where = "".join(f", {name} {value}" for name, value in series.where.items())
    every = series.every.replace("_", " ")
    return f"Share of those that were asked, by {every}{where}".replace("_", " ")


def _description(series: Series) -> str:
    chart = series.chart
    first, last = (time_in_words(series.names[place]) for place in (0, -1))
    return (
        f"A line of {len(series.names)} points from {first} to {last}, with a mean of "
        f"{share_in_words(chart.mean)} and limits of {share_in_words(_shown(chart.low))} and "
        f"{share_in_words(_shown(chart.high))}, which are shown no lower than 0% and no higher "
        f"than 100%. "
        f"{series.sentence}"
    )


def _shown(share: float) -> float:
    """A limit as it is shown: no share is below 0 or above 1."""
    return min(max(share, 0.0), 1.0)


def _sheet(series: Series, words: Words, size: Size) -> Sheet:
    chart, one = series.chart, MEASURES[size]
    ends = {
        f"Upper limit {share_in_words(_shown(chart.high))}": _shown(chart.high),
        f"Mean {share_in_words(chart.mean)}": chart.mean,
        f"Lower limit {share_in_words(_shown(chart.low))}": _shown(chart.low),
    }
    right = max(width_of(name, one.small) for name in ends) + 10 + one.margin
    width = one.width - _LEFT - right
    rows = strips.rows_of(_marks(series, width), width, one.small)[:_MOST_ROWS]
    room = Room(
        height=_HEIGHT[size],
        left=_LEFT,
        right=right,
        above=strips.ROW * len(rows) + 6,
        below=2.8 * one.small + 6,
    )
    sheet = Sheet(words, size, room)
    axes = _draw(sheet, series)
    strips.draw(sheet, rows)
    name_lines(sheet, axes, ends)
    return sheet


def _marks(series: Series, width: float) -> list[Mark]:
    step = width / len(series.names)
    signals = [
        Mark(
            (one.points[0] + 0.2) * step,
            (one.points[-1] + 0.8) * step,
            _called(one),
            MARKS[_worth(one, series.definition.good)],
        )
        for one in series.chart.signals
    ]
    changes = [
        Mark(part.first * step, part.first * step, f"Anew: {part.reason}")
        for part in series.chart.parts[1:]
    ]
    return [*signals, *changes]


def _called(signal: Signal) -> str:
    high = signal.is_high
    match signal.rule:
        case Rule.OUTSIDE:
            return "Above the limit" if high else "Below the limit"
        case Rule.SHIFT:
            return f"{len(signal.points)} {'above' if high else 'below'} the mean"
        case Rule.TREND:
            return f"{len(signal.points)} {'rising' if high else 'falling'}"
        case Rule.NEAR_LIMIT:
            return f"{len(signal.points)} near the {'upper' if high else 'lower'} limit"


def _worth(signal: Signal, good: Good) -> str:
    if good is Good.NEITHER:
        return "signal"
    return "improvement" if signal.is_high is (good is Good.HIGHER) else "concern"


def _worth_of_points(series: Series) -> list[str]:
    """For each point what it is a sign of; a concern before an improvement."""
    found = ["usual"] * len(series.names)
    for signal in series.chart.signals:
        worth = _worth(signal, series.definition.good)
        for place in signal.points:
            if found[place] != "concern":
                found[place] = worth
    return found


def _draw(sheet: Sheet, series: Series) -> Axes:
    chart, axes = series.chart, sheet.figures()
    limits = [_shown(end) for part in chart.parts for end in (part.low, part.high)]
    scale_shares(axes, [*chart.values, *limits])
    mark_times(axes, series.names, sheet.width, sheet.measures.small)
    for part in chart.parts:
        across = [part.first - 0.5, part.last + 0.5]
        axes.plot(across, [part.mean] * 2, color=INK, linewidth=1.2)
        for end in (part.low, part.high):
            axes.plot(across, [_shown(end)] * 2, color=INK, linewidth=1.2, dashes=(5, 4))
        if part.reason:
            axes.axvline(part.first - 0.5, color=INK, linewidth=1, dashes=(1, 3))
    draw_row(axes, chart.values, _worth_of_points(series))
    return axes


def _table(series: Series) -> Table:
    signals = [
        "; ".join(_called(one) for one in series.chart.signals if place in one.points)
        for place in range(len(series.names))
    ]
    rows = [
        _row(name, one.numerator, one.denominator, part, told)
        for place, (name, one, told) in enumerate(
            zip(series.names, series.answers, signals, strict=True)
        )
        for part in series.chart.parts
        if part.first <= place <= part.last
    ]
    columns = ("numerator", "denominator", "recorded_rate", "mean", "lower_limit", "upper_limit")
    return Table((series.every, *columns, "signal"), tuple(rows))


def _row(name: str, numerator: int, denominator: int, part: Part, told: str) -> tuple[Cell, ...]:
    limits = (_shown(part.low), _shown(part.high))
    return (name, numerator, denominator, numerator / denominator, part.mean, *limits, told)
