"""What became of cases over time: a place for each ending, all on one scale."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from answerable.charts.labels import lines_of
from answerable.charts.picture import Cell, Picture, Table, Words, percent, source_of
from answerable.charts.scales import scale_shares
from answerable.charts.sheet import Room, Sheet
from answerable.charts.style import BLUE, FAINT, MEASURES, QUIET, Size, drawn_alike
from answerable.charts.svg import as_svg
from answerable.measures.curves import Course, Which
from answerable.measures.naming import PILOT, named

if TYPE_CHECKING:
    from matplotlib.axes import Axes

READ_AT = (28, 90, 180, 365, 730)
"""Days at which the curves are read off in words and in the table."""
FEW_AT_RISK = 10
"""Where fewer are at risk a curve says little, and ends."""
_LEFT = 46
_EACH = {Size.WIDE: 130, Size.NARROW: 110}
_HEAD = 46
"""Pixels above each place, for its name."""
_GAP = 26
"""Pixels between two places side by side."""
_COLUMNS = {Size.WIDE: 2, Size.NARROW: 1}
_YEAR = 365
_OPEN = "still_open"


class NoCourse(ValueError):
    """There are too few cases for a curve."""


def draw_course(course: Course, size: Size = Size.WIDE, *, is_synthetic: bool = False) -> Picture:
    """The curves of one group, to the last day on which enough cases are at risk.

    Args:
        is_synthetic: whether the cut is of invented cases; the chart says so.

    Raises:
        NoCourse: there are too few cases at risk from the first day on.
    """
    last = _last_day(course)
    start = "the report" if course.which is Which.HEARING else "the recording of the crime"
    group = ", ".join(named(name, value, PILOT) for name, value in course.group.items())
    words = Words(
        title=_TITLES[course.which] + (f": {group}" if group else ""),
        axis=f"Share of cases with each ending, by days since {start}, with 95% bands",
        sentence=_sentence(course, last),
        source=source_of(
            course.which.curve, 1, course.as_of, course.cut, is_synthetic=is_synthetic
        ),
    )
    shown = _shown(course, last)
    description = (
        f"{len(shown)} curves over {last} days, one for each ending and one for cases that are "
        f"still open. {words.sentence}"
    )
    with drawn_alike():
        sheet = _sheet(course, words, size, shown, last)
        svg = as_svg(sheet.figure, words.title, description)
    return Picture(words, description, _table(course, last), svg)


_TITLES = {
    Which.FIRST: "What became of cases, by their first ending",
    Which.LATEST: "What became of cases, by their latest ending",
    Which.HEARING: "From the report to the first hearing",
}


def _last_day(course: Course) -> int:
    """The last day of an event at which enough cases were at risk."""
    enough = np.flatnonzero(course.curve.at_risk >= FEW_AT_RISK)
    if not len(enough):
        raise NoCourse(f"Fewer than {FEW_AT_RISK} cases are at risk from the first day on.")
    return int(course.curve.days[enough[-1]])


def _shown(course: Course, last: int) -> list[str]:
    """The endings that some case had, the commonest first, and the cases still open."""
    shares = {name: course.curve.by(name, last) for name in course.curve.incidence}
    happened = [name for name, share in shares.items() if share > 0]
    return [*sorted(happened, key=lambda name: -shares[name]), _OPEN]


def called(name: str) -> str:
    """What an ending is called within a sentence."""
    return name.replace("_", " ").replace("cps", "CPS")


def _share(course: Course, name: str, day: int) -> float:
    return course.curve.open_after(day) if name == _OPEN else course.curve.by(name, day)


def _sentence(course: Course, last: int) -> str:
    day = max((one for one in READ_AT if one <= last), default=last)
    told = ", ".join(
        f"{called(name)} {percent(_share(course, name, day))}" for name in _shown(course, last)
    )
    half = course.curve.day_of_share(0.5)
    reached = (
        "Half of the cases had not ended by the end of the curve: not reached."
        if half is None or half > last
        else f"Half of the cases had ended by day {half:,}."
    )
    left_out = course.contradictory + course.undated + course.unobserved
    apart = f" {left_out:,} cases are left out." if left_out else ""
    return f"Of {course.cases:,} cases, by day {day:,}: {told}. {reached}{apart}"


def _sheet(course: Course, words: Words, size: Size, shown: list[str], last: int) -> Sheet:
    columns, each, one = _COLUMNS[size], _EACH[size], MEASURES[size]
    rows = -(-len(shown) // columns)
    tall = _HEAD + each + 26
    below = 3.4 * one.small
    sheet = Sheet(words, size, Room(tall * rows, _LEFT, one.margin + 14, 0, below))
    wide = (sheet.width - (columns - 1) * (_LEFT + _GAP)) / columns
    most = max(_highest(course, name, last) for name in shown[:-1])
    for place, name in enumerate(shown):
        row, column = divmod(place, columns)
        left = _LEFT + column * (wide + _LEFT + _GAP)
        top = sheet.top + row * tall + _HEAD
        axes = sheet.place(left=left, top=top, width=wide, height=each)
        _draw(axes, course, name, last)
        scale_shares(axes, [0.0, 1.0 if name == _OPEN else most])
        axes.set_ylim(bottom=0)
        head = called(name)
        sheet.write(left, top - 24, head[0].upper() + head[1:], size=one.text, is_bold=True)
        share = percent(_share(course, name, last))
        sheet.write(left, top - 8, f"{share} by day {last:,}", colour=BLUE)
    _write_at_risk(sheet, course, last, sheet.top + rows * tall + one.small)
    return sheet


def _highest(course: Course, name: str, last: int) -> float:
    """The upper end of the band of an ending at its last day; the share where there is no band."""
    place = int(np.searchsorted(course.curve.days, last, side="right")) - 1
    high = float(course.curve.high[name][place])
    return _share(course, name, last) if isnan(high) else high


def _draw(axes: Axes, course: Course, name: str, last: int) -> None:
    curve = course.curve
    shares = curve.still_open if name == _OPEN else curve.incidence[name]
    changes = np.flatnonzero(np.diff(shares, prepend=1.0 if name == _OPEN else 0.0))
    kept = changes[curve.days[changes] <= last]
    days = np.concatenate(([0], curve.days[kept], [last]))
    line = np.concatenate(([1.0 if name == _OPEN else 0.0], shares[kept], shares[kept[-1:]]))
    if name != _OPEN:
        low, high = (
            np.concatenate(([np.nan], ends[name][kept], ends[name][kept[-1:]]))
            for ends in (curve.low, curve.high)
        )
        axes.fill_between(days, low, high, step="post", color=BLUE, alpha=0.18, linewidth=0)
    colour = QUIET if name == _OPEN else BLUE
    axes.step(days, line, where="post", color=colour, linewidth=1.8)
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(0, last)
    marks = _day_marks(last)
    axes.set_xticks(marks, [f"{mark:,}" for mark in marks])


def _day_marks(last: int) -> list[int]:
    step = next(
        (one for one in (7, 14, 28, 90, 180, _YEAR, 2 * _YEAR) if last / one <= 5), 4 * _YEAR
    )
    return list(range(0, last + 1, step))


def _write_at_risk(sheet: Sheet, course: Course, last: int, y: float) -> None:
    counts = [f"{at_risk(course, day):,} at day {day:,}" for day in _day_marks(last)[1:]]
    room = sheet.measures.width - 2 * sheet.measures.margin
    for line in lines_of(f"Still at risk: {', '.join(counts)}.", sheet.measures.small, room):
        sheet.write(sheet.measures.margin, y, line)
        y += sheet.measures.small * 1.3


def at_risk(course: Course, day: int) -> int:
    """How many cases were under observation and open until a day on which one ended, at or after
    the day; of the last such day where there is none."""
    curve = course.curve
    place = min(int(np.searchsorted(curve.days, day)), len(curve.days) - 1)
    return int(curve.at_risk[place])


def _table(course: Course, last: int) -> Table:
    """A row for each day at which curves are read off, and the last one."""
    columns = ["days", "at_risk"]
    rows: list[tuple[Cell, ...]] = []
    for name in course.curve.incidence:
        columns += [name, f"{name}_low", f"{name}_high"]
    for day in [*(one for one in READ_AT if one < last), last]:
        place = int(np.searchsorted(course.curve.days, day, side="right")) - 1
        row: list[Cell] = [day, at_risk(course, day)]
        for name, shares in course.curve.incidence.items():
            bands = (course.curve.low[name], course.curve.high[name])
            cells = [float(one[place]) if place >= 0 else None for one in (shares, *bands)]
            row += [None if one is None or isnan(one) else one for one in cells]
        rows.append((*row, course.curve.open_after(day)))
    return Table((*columns, _OPEN), tuple(rows))
