"""What a figure says and shows, from shares that may be shown and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from statistics import median

from answerable.charts.bars import draw_bars
from answerable.charts.picture import Picture
from answerable.charts.series import draw_series
from answerable.charts.style import Size
from answerable.disclosure import gate
from answerable.disclosure.policy import Policy
from answerable.disclosure.rounding import whole_percent
from answerable.measures.answer import Answer
from answerable.measures.behaviour import ENOUGH_POINTS
from answerable.measures.cautions import INVENTED
from answerable.measures.groups import TIMES, last_day
from answerable.measures.interval import FEW
from answerable.measures.signals import NoSeries, Series
from answerable.measures.signals.series import in_order
from answerable.measures.wording import time_in_words
from answerable.release.made import NONE, Share
from answerable.release.results import Result, Results, definition_of

_CERTAINTY = "95"
"""Of intervals, in per cent."""


class SaysTooMuch(RuntimeError):
    """A sentence would name a number that is not shown: a fault of the product."""


def drawn(result: Result, shares: Sequence[Share], results: Results, size: Size) -> Picture | None:
    """The chart of the groups that may be shown; None where there are no two.

    Times in a row without a gap, enough of them for limits, are a process behaviour chart;
    everything else is bars.

    Args:
        shares: all together last.
    """
    groups = shares[:-1]
    shown = [_answer(result, results, one) for one in groups if one.percent.value is not None]
    if len(shown) < 2:
        return None
    if found := _series(result, results, groups):
        return draw_series(found, size, is_synthetic=results.is_synthetic)
    return draw_bars(
        definition_of(result.question),
        shown,
        {(by, value): name for by, names in result.names.items() for value, name in names.items()},
        size,
        is_synthetic=results.is_synthetic,
        not_shown=len(groups) - len(shown),
    )


def said(result: Result, results: Results, shares: Sequence[Share], picture: Picture | None) -> str:
    """What a figure says.

    Raises:
        SaysTooMuch: it, or the picture, names a number that is not shown.
    """
    told = _first_said(result, results, shares)
    if picture:
        told += f" {picture.words.sentence}"
    elif len(shares) > 1:
        told += " Too few groups can be shown to compare them."
    parts = (part for one in shares for part in (one.met, one.asked, one.percent))
    text = f"{told} {picture.description}" if picture else told
    if found := gate.unbacked(text, parts, also=_no_figures(result, results, shares)):
        raise SaysTooMuch(f"A sentence names {', '.join(found)}, which no shown figure has.")
    return told


def _first_said(result: Result, results: Results, shares: Sequence[Share]) -> str:
    """What all come to. What is looked at at each month end is there at several: its share is that
    of the latest, and all month ends together never pass for a number of people."""
    whole = shares[-1]
    if not definition_of(result.question).looks_again:
        if whole.percent.value is None:
            return "The share of all together is not shown."
        return f"In all, {whole.percent.words}% of {whole.asked.words}."
    when = "At all month ends together, each counted at every one"
    ended = _ended(result, results, "month", shares[:-1])
    if result.question.by == ("month",) and ended:
        whole = ended[-1]
        when = f"At the end of {time_in_words(whole.group[0])}"
    if whole.percent.value is None:
        return f"{when}: the share is not shown."
    return f"{when}, {whole.percent.words}% of {whole.asked.words}."


def signal_of(result: Result, results: Results, shares: Sequence[Share]) -> str:
    """Whether a figure by time changed, by the points that are shown and by nothing else.

    Returns:
        The sentence of its behaviour chart; that there are too few points for one; or "" where the
        figure is not by time alone.
    """
    by = result.question.by
    if len(by) != 1 or by[0] not in TIMES:
        return ""
    if found := _series(result, results, shares[:-1]):
        return found.sentence
    return (
        f"Too few points are shown to tell a change from chance: it takes {ENOUGH_POINTS} in a "
        "row, each with its share."
    )


def notes_of(result: Result, results: Results, policy: Policy) -> tuple[str, ...]:
    """What a reader must know, in sentences."""
    return tuple(_notes(result, results, policy))


def _notes(result: Result, results: Results, policy: Policy) -> Iterator[str]:
    definition, rounding = definition_of(result.question), policy.profile.rounding
    if results.is_synthetic:
        yield INVENTED
    yield from definition.cautions
    if definition.not_applicable:
        yield f"Not asked: {definition.not_applicable}."
    if definition.unknown_means:
        yield f"Not known: {definition.unknown_means}. It counts as not met."
    yield (
        f"Counts below {policy.threshold} are hidden, and others so that those cannot be worked "
        "out: [c] stands for a figure that is not shown, never for nought."
    )
    if rounding > 1:
        yield (
            f"Counts are rounded to the nearest {rounding}, totals like the rest, and shares are "
            "worked out from them."
        )
    for by in TIMES:
        if unended := _unended(result, results, by):
            yield f"Not ended on the as-of day: {', '.join(map(time_in_words, unended))}."


def _unended(result: Result, results: Results, by: str) -> list[str]:
    """The times of a breakdown that had not ended on the as-of day, by the calendar alone."""
    return [
        value
        for value in result.names.get(by, {})
        if value != NONE and last_day(value, by) > results.as_of
    ]


def _ended(result: Result, results: Results, every: str, groups: Sequence[Share]) -> list[Share]:
    """The groups whose time had ended on the as-of day."""
    unended = _unended(result, results, every)
    return [one for one in groups if one.group[0] not in (*unended, NONE)]


def _series(result: Result, results: Results, groups: Sequence[Share]) -> Series | None:
    """The groups as a series from the first that may be shown on; None where they are none, or a
    later one may not be shown."""
    if len(result.question.by) != 1 or result.question.by[0] not in TIMES:
        return None
    every = result.question.by[0]
    unended = _unended(result, results, every)
    ended = _ended(result, results, every, groups)
    kept = list(dropwhile(lambda one: one.percent.value is None, ended))
    if len(kept) < ENOUGH_POINTS or any(one.percent.value is None for one in kept):
        return None
    try:
        return in_order(
            definition_of(result.question),
            every,
            [_answer(result, results, one) for one in kept],
            left_out=unended,
        )
    except NoSeries:
        return None


def _answer(result: Result, results: Results, share: Share) -> Answer:
    """A share that is shown, as a chart reads it: its counts are those that are shown."""
    definition = definition_of(result.question)
    return Answer(
        measure=definition.name,
        version=definition.version,
        group=dict(zip(result.question.by, share.group, strict=True)),
        numerator=int(share.met.value or 0),
        denominator=int(share.asked.value or 0),
        not_applicable=0,
        pending=0,
        unknown=0,
        basis=definition.basis,
        as_of=results.as_of,
        cut=results.cut,
    )


def _no_figures(result: Result, results: Results, shares: Sequence[Share]) -> Iterator[str]:
    """Numbers that a sentence may name beside what is shown: those in names, of how many groups
    and points it speaks, and what is worked out from shown figures."""
    groups = shares[:-1]
    for by, names in result.names.items():
        for name in names.values():
            yield from gate.numbers_in(name)
            if by in TIMES:
                yield from gate.numbers_in(time_in_words(name))
    yield from map(str, range(len(groups) + 1))
    yield from (str(FEW), str(ENOUGH_POINTS), _CERTAINTY)
    if found := _series(result, results, groups):
        for name in (*found.names, *found.left_out):
            yield from gate.numbers_in(time_in_words(name))
        yield f"{median(one.denominator for one in found.answers):g}"
        yield from (str(whole_percent(min(max(end, 0.0), 1.0))) for end in _ends(found))
        yield from ("0", "100")


def _ends(series: Series) -> Iterator[float]:
    yield from (series.chart.mean, series.chart.low, series.chart.high)
