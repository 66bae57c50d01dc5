"""Rates, medians, curves, points of charts and words: they pass the same gate as tables.

What is shown here is worked out from what a protected table shows, or holds back where that does
not go. A rate of two shown figures tells nothing that they do not; a text may name no number that
no shown figure has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from answerable.disclosure.policy import Policy
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.release import Symbol
from answerable.disclosure.rounding import whole_percent
from answerable.disclosure.table import Labels

_NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it may be shown: a number, or the symbol of why there is none."""

    value: float | None
    symbol: Symbol | None = None

    @property
    def words(self) -> str:
        """The figure in a sentence, a label or an alternative text; never nought for hidden."""
        if self.value is None:
            return "not shown" if self.symbol is Symbol.CONFIDENTIAL else "not available"
        return f"{self.value:,.10g}"


HIDDEN: Final = Shown(None, Symbol.CONFIDENTIAL)
NOT_AVAILABLE: Final = Shown(None, Symbol.NOT_AVAILABLE)


def count(table: ProtectedTable, cell: Labels) -> Shown:
    """A cell of a protected table.

    Raises:
        KeyError: the table has no such cell.
    """
    shown = table.shown[cell]
    return HIDDEN if isinstance(shown, str) else Shown(shown)


def rate(table: ProtectedTable, part: Labels, whole: Labels, policy: Policy) -> Shown:
    """The share that one cell is of another, in whole per cent, from what is shown of both.

    Hidden where either is, where the whole has fewer people than the policy asks for, and where
    the two look alike or the part is nought: that all or none of a group had something is told of
    each of them.

    Raises:
        KeyError: the table has no such cell.
    """
    above, below = count(table, part), count(table, whole)
    if above.value is None or below.value is None:
        return HIDDEN
    if below.value < policy.rules.denominator.value or not 0 < above.value < below.value:
        return HIDDEN
    return Shown(whole_percent(above.value / below.value))


def median(values: Sequence[float], policy: Policy) -> Shown:
    """The value that half of the people do not exceed, to the multiple that counts are rounded to.

    Args:
        values: one for each person, such as days.

    Hidden where there are fewer people than the policy asks for. None of nobody.
    """
    if not values:
        return NOT_AVAILABLE
    if len(values) < policy.rules.denominator.value:
        return HIDDEN
    base = policy.profile.rounding
    return Shown(base * round(median_low(values) / base))


def sum_of(contributions: Sequence[float], policy: Policy) -> Shown:
    """A total to which each contributor gave a part, such as hours by officer.

    Hidden where one of them gave more of it than the policy allows, or where there are fewer
    contributors than the policy asks for. None of nobody.
    """
    if not contributions:
        return NOT_AVAILABLE
    total = sum(contributions)
    if len(contributions) < policy.rules.denominator.value:
        return HIDDEN
    if 100 * max(contributions) > policy.rules.dominance.value * total:
        return HIDDEN
    return Shown(total)


@dataclass(frozen=True, slots=True)
class Step:
    """A point of a curve: by so many days, this share in per cent had ended."""

    day: int
    share: Shown


def curve(days: Sequence[int], endings: Sequence[int], people: int, policy: Policy) -> list[Step]:
    """The steps of a curve that may be drawn.

    A step is drawn when as many people as a count must have took it since the last one, while as
    many are left: one step of one person would tell the day of a case. The shares are those of
    rounded counts.

    Args:
        days: from the start, ascending.
        endings: people who ended on each of these days.
        people: at the start; too few give no curve.
    """
    whole = policy.rounded(people)
    if people < policy.rules.denominator.value or not whole:
        return []
    steps, since, ended = [], 0, 0
    for day, number in zip(days, endings, strict=True):
        since, ended = since + number, ended + number
        if since >= policy.threshold and people - ended >= policy.threshold:
            share = whole_percent(policy.rounded(ended) / whole)
            steps.append(Step(day, Shown(share)))
            since = 0
    return steps


def points(table: ProtectedTable, cells: Iterable[Labels]) -> list[Shown]:
    """The points of a chart over time, each a cell of a protected table.

    Averages and limits of the chart are worked out from the points that are shown, and from
    nothing else.
    """
    return [count(table, cell) for cell in cells]


def unbacked(text: str, shown: Iterable[Shown], *, also: Iterable[str] = ()) -> list[str]:
    """The numbers in a text that no shown figure has: a sentence, a label, an alternative text.

    Args:
        also: numbers that are no figures, such as those of years and recommendations, as written.
    """
    backed = {one.words for one in shown if one.value is not None} | set(also)
    plain = {one.replace(",", "") for one in backed}
    return [one for one in numbers_in(text) if one.replace(",", "") not in plain]


def numbers_in(text: str) -> list[str]:
    """The numbers in a text, as written."""
    return [one.rstrip(",") for one in _NUMBER.findall(text)]
