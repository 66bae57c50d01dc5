"""The funnel of a measure: units by their size, with what chance gives to each size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from answerable.charts.labels import width_of
from answerable.charts.picture import Picture, Table, Words, percent, source_of
from answerable.charts.points import draw_points, name_lines
from answerable.charts.scales import scale_shares
from answerable.charts.sheet import Room, Sheet
from answerable.charts.style import INK, MEASURES, QUIET, Size, drawn_alike
from answerable.charts.svg import as_svg
from answerable.measures.definition import Good
from answerable.measures.funnel import Funnel, Limits, Unit
from answerable.measures.groups import in_words
from answerable.measures.signals import Units

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEFT = 46
_HEIGHT = {Size.WIDE: 320, Size.NARROW: 240}
_BETWEEN = 100
"""At how many sizes the limits are worked out, beside those of the units."""


def draw_funnel(compared: Units, size: Size = Size.WIDE, *, is_synthetic: bool = False) -> Picture:
    """The funnel of a compared.

    Args:
        is_synthetic: whether the cut is of invented cases; the chart says so.
    """
    definition, funnel = compared.definition, compared.funnel
    unit = in_words(compared.unit)
    where = "".join(f", {name} {value}" for name, value in compared.where.items())
    words = Words(
        title=definition.title,
        axis=(
            f"Share of those that were asked, upwards, by how many were, to the right. One mark is "
            f"a {unit}{where}"
        ),
        sentence=compared.sentence,
        source=source_of(
            definition.name,
            definition.version,
            compared.as_of,
            compared.cut,
            is_synthetic=is_synthetic,
        ),
    )
    description = (
        f"A mark for each of {len(funnel.units)} units, by its size from left to right and its "
        f"share upwards, with a line at {percent(funnel.target)} and limits that grow narrower "
        f"with size. {compared.sentence}"
    )
    with drawn_alike():
        svg = as_svg(_sheet(compared, words, size).figure, words.title, description)
    return Picture(words, description, _table(compared), svg)


def _sheet(compared: Units, words: Words, size: Size) -> Sheet:
    funnel, one = compared.funnel, MEASURES[size]
    most = max(unit.denominator for unit in funnel.units)
    limits = funnel.limits(most)
    ends = {
        "99.8% limit": limits.high_998,
        "95% limit": limits.high_95,
        f"All {percent(funnel.target)}": funnel.target,
        "95% limit ": limits.low_95,
        "99.8% limit ": limits.low_998,
    }
    right = max(width_of(name, one.small) for name in ends) + 10 + one.margin
    room = Room(_HEIGHT[size], _LEFT, right, above=6, below=1.5 * one.small + 8)
    sheet = Sheet(words, size, room)
    axes = sheet.figures()
    _draw_limits(axes, funnel, most)
    _draw_units(axes, compared)
    _name_units(sheet, axes, funnel)
    name_lines(sheet, axes, ends)
    return sheet


def _sizes(funnel: Funnel, most: int) -> list[int]:
    """At which sizes limits are drawn: closer where they bend."""
    least = max(1, min(unit.denominator for unit in funnel.units) // 2)
    steps = {round(least * (most / least) ** (place / _BETWEEN)) for place in range(_BETWEEN + 1)}
    return sorted(steps)


def _draw_limits(axes: Axes, funnel: Funnel, most: int) -> None:
    sizes = _sizes(funnel, most)
    limits = [funnel.limits(one) for one in sizes]
    lines: tuple[tuple[str, tuple[float, float] | None], ...] = (
        ("low_95", (5, 4)),
        ("high_95", (5, 4)),
        ("low_998", None),
        ("high_998", None),
    )
    for name, dashes in lines:
        (line,) = axes.plot(sizes, [_end(one, name) for one in limits], color=INK, linewidth=1.2)
        if dashes:
            line.set_dashes(dashes)
    axes.axhline(funnel.target, color=QUIET, linewidth=1.2)
    shares = [unit.share for unit in funnel.units]
    usual = [end for one in limits[len(limits) // 4 :] for end in (one.low_998, one.high_998)]
    scale_shares(axes, [*shares, *usual])
    axes.set_xlim(0, most * 1.03)
    marks = [mark for mark in axes.get_xticks() if 0 <= mark <= most * 1.03 and mark == int(mark)]
    axes.set_xticks(marks, [f"{int(mark):,}" for mark in marks])


def _end(limits: Limits, name: str) -> float:
    return float(getattr(limits, name))


def _draw_units(axes: Axes, compared: Units) -> None:
    good, units = compared.definition.good, compared.funnel.units
    out = {unit.name: is_high for unit, is_high, _ in compared.funnel.outside()}
    worths = [
        _worth(good, is_high=out[unit.name]) if unit.name in out else "usual" for unit in units
    ]
    sizes, shares = [unit.denominator for unit in units], [unit.share for unit in units]
    draw_points(axes, sizes, shares, worths)


def _worth(good: Good, *, is_high: bool) -> str:
    if good is Good.NEITHER:
        return "signal"
    return "improvement" if is_high is (good is Good.HIGHER) else "concern"


def _name_units(sheet: Sheet, axes: Axes, funnel: Funnel) -> None:
    """Names of the units outside their limits, as far as they keep out of each other and of every
    mark; the others stand in the sentence and the table."""
    marks = [_at(sheet, axes, unit) for unit in funnel.units]
    taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in marks]
    size = sheet.measures.small
    for unit, _, _ in funnel.outside():
        x, y = _at(sheet, axes, unit)
        long = width_of(unit.name, size)
        for left, base in ((x + 9, y + 4), (x - 9 - long, y + 4), (x - long / 2, y - 9)):
            box = (left, base - size, left + long, base + 3)
            if _is_free(box, taken) and _is_inside(box, sheet):
                sheet.write(left, base, unit.name)
                taken.append(box)
                break


def _at(sheet: Sheet, axes: Axes, unit: Unit) -> tuple[float, float]:
    """Where the mark of a unit is, in pixels from the upper left corner of the sheet."""
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    x = sheet.room.left + sheet.width * (unit.denominator - left) / (right - left)
    return x, sheet.top + sheet.room.height * (high - unit.share) / (high - low)


Box = tuple[float, float, float, float]


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return not any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in taken
    )


def _is_inside(box: Box, sheet: Sheet) -> bool:
    ends = (sheet.room.left, sheet.room.left + sheet.width)
    return ends[0] <= box[0] and box[2] <= ends[1] and sheet.top <= box[1]


def _table(compared: Units) -> Table:
    rows = []
    out = {
        unit.name: f"{'above' if is_high else 'below'} the {'99.8' if is_far else '95'}% limit"
        for unit, is_high, is_far in compared.funnel.outside()
    }
    for unit in compared.funnel.units:
        limits = compared.funnel.limits(unit.denominator)
        ends = (limits.low_95, limits.high_95, limits.low_998, limits.high_998)
        counts = (unit.numerator, unit.denominator, unit.share)
        rows.append((unit.name, *counts, *ends, out.get(unit.name, "")))
    columns = ("numerator", "denominator", "recorded_rate", "low_95", "high_95")
    return Table((compared.unit, *columns, "low_998", "high_998", "outside"), tuple(rows))
