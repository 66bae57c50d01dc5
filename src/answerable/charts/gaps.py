"""The chart of rare events: the days from each to the next, with mean, limits and signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.charts import strips
from answerable.charts.labels import width_of
from answerable.charts.picture import Picture, Table, Words, source_of
from answerable.charts.points import draw_row, name_lines
from answerable.charts.sheet import Room, Sheet
from answerable.charts.strips import Mark
from answerable.charts.style import INK, MARKS, MEASURES, Size, drawn_alike
from answerable.charts.svg import as_svg
from answerable.charts.times import mark_times
from answerable.measures.behaviour import Rule, Signal
from answerable.measures.definition import Good
from answerable.measures.rare import POWER
from answerable.measures.signals import Events
from answerable.measures.standing import Standing
from answerable.measures.wording import day_in_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEFT = 46
_HEIGHT = {Size.WIDE: 260, Size.NARROW: 220}
_MOST_ROWS = 6
_WHOLE = 10
"""From so many days on whole ones are near enough."""
_MARKS = (0, 1, 3, 7, 14, 30, 60, 120, 240, 480, 960)
"""Days that stand at the scale, whose steps grow as its powers do."""


def draw_gaps(events: Events, size: Size = Size.WIDE, *, is_synthetic: bool = False) -> Picture:
    """The chart of events, each gap at the event that ended it.

    The scale is that of the powers on which the limits are worked out, so that they lie evenly.

    Args:
        is_synthetic: whether the cut is of invented cases; the chart says so.
    """
    definition = events.definition
    words = Words(
        title=definition.title,
        axis=f"Days between those that were {_WORDS[events.of]}{_where(events)}",
        sentence=events.sentence,
        source=source_of(
            definition.name, definition.version, events.as_of, events.cut, is_synthetic=is_synthetic
        ),
    )
    gaps = events.gaps
    description = (
        f"A line of {len(gaps.days)} gaps between events, from {day_in_words(events.on[0])} to "
        f"{day_in_words(events.on[-1])}, with a mean of {_days(gaps.mean)} days and limits of "
        f"{_days(gaps.low)} and {_days(gaps.high)} days. {events.sentence}"
    )
    with drawn_alike():
        svg = as_svg(_sheet(events, words, size).figure, words.title, description)
    return Picture(words, description, _table(events), svg)


def _days(number: float) -> str:
    return f"{number:.0f}" if number >= _WHOLE else f"{number:.1f}".removesuffix(".0")


_WORDS = {
    Standing.MET: "met",
    Standing.MISSED: "missed",
    Standing.UNKNOWN: "unknown",
    Standing.PENDING: "pending",
    Standing.NOT_APPLICABLE: "not asked",
}


def _where(events: Events) -> str:
    return "".join(f", {name} {value}".replace("_", " ") for name, value in events.where.items())


def _sheet(events: Events, words: Words, size: Size) -> Sheet:
    gaps, one = events.gaps, MEASURES[size]
    ends = {
        f"Upper limit {_days(gaps.high)}": gaps.high,
        f"Mean {_days(gaps.mean)}": gaps.mean,
        f"Lower limit {_days(gaps.low)}": gaps.low,
    }
    right = max(width_of(name, one.small) for name in ends) + 10 + one.margin
    width = one.width - _LEFT - right
    step = width / len(gaps.days)
    marks = [
        Mark(
            (signal.points[0] + 0.2) * step,
            (signal.points[-1] + 0.8) * step,
            _called(signal),
            MARKS[_worth(signal, events)],
        )
        for signal in gaps.signals
    ]
    rows = strips.rows_of(marks, width, one.small)[:_MOST_ROWS]
    above = strips.ROW * len(rows) + 6
    sheet = Sheet(words, size, Room(_HEIGHT[size], _LEFT, right, above, 2.8 * one.small + 6))
    axes = sheet.figures()
    _draw(axes, events)
    mark_times(axes, [name[:7] for name in events.names[1:]], sheet.width, one.small)
    strips.draw(sheet, rows)
    name_lines(sheet, axes, {name: at**POWER for name, at in ends.items()})
    return sheet


def _called(signal: Signal) -> str:
    match signal.rule:
        case Rule.OUTSIDE:
            return "Longer than the limit" if signal.is_high else "Shorter than the limit"
        case Rule.NEAR_LIMIT:
            return f"{len(signal.points)} unusually {'long' if signal.is_high else 'short'}"
        case _:
            return "Rarer" if signal.is_high else "More often"


def _worth(signal: Signal, events: Events) -> str:
    """Rarer is better of what should not be, and worse of what should."""
    good = events.definition.good
    if good is Good.NEITHER or events.of not in {Standing.MET, Standing.MISSED}:
        return "signal"
    is_wanted = (events.of is Standing.MET) is (good is Good.HIGHER)
    return "concern" if signal.is_high is is_wanted else "improvement"


def _draw(axes: Axes, events: Events) -> None:
    gaps = events.gaps
    values = [one**POWER for one in gaps.days]
    for end in (gaps.low, gaps.high):
        axes.axhline(end**POWER, color=INK, linewidth=1.2, dashes=(5, 4))
    axes.axhline(gaps.mean**POWER, color=INK, linewidth=1.2)
    worths = ["usual"] * len(values)
    for signal in gaps.signals:
        for place in signal.points:
            worths[place] = _worth(signal, events)
    draw_row(axes, values, worths)
    top = max([*values, gaps.high**POWER]) * 1.06
    marks = [one for one in _MARKS if one**POWER <= top]
    apart = [one for place, one in enumerate(marks) if one == 0 or place % 2 == 0 or one >= 30]
    axes.set_ylim(-0.04 * top, top)
    axes.set_yticks([one**POWER for one in apart], [f"{one}" for one in apart])


def _table(events: Events) -> Table:
    rows = [
        (
            events.names[place],
            events.names[place + 1],
            days,
            "; ".join(_called(one) for one in events.gaps.signals if place in one.points),
        )
        for place, days in enumerate(events.gaps.days)
    ]
    return Table(("from", "to", "days", "signal"), tuple(rows))
