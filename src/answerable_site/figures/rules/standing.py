"""What was released last of a measure, in words: from what is shown and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from answerable.measures.cautions import INVENTED
from answerable.measures.definition import Good
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import TIMES, last_day
from answerable.measures.wording import day_in_words, time_in_words
from answerable_site.figures.rules.shown import HIDDEN, ShownFigure, ShownRow

NO_NUMBER: Final = f"Not shown {HIDDEN}: it could tell of few people. That never means nought."
NO_TIMES: Final = (
    "It was released by no month, quarter or year, so nothing tells a change from chance."
)
_MONTH: Final = re.compile(r"\d{4}-\d\d")
_BETTER: Final = {
    Good.HIGHER: " Higher is better.",
    Good.LOWER: " Lower is better.",
    Good.NEITHER: "",
}


@dataclass(frozen=True, slots=True)
class StandingRelease:
    """Figures that stand: released, not withdrawn, not corrected."""

    released_id: int
    profile: str
    marking: str
    as_of: date
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What was released last of a measure, and before it."""

    released_id: int
    profile: str
    marking: str
    latest: ShownFigure
    by_time: ShownFigure | None
    """The same by months, quarters or years, of the same release."""
    before: ShownFigure | None = None
    """The last one of an earlier day, under the same profile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMeasure:
    """What was released last of a measure, in sentences."""

    measure: str
    title: str
    released_id: int
    share: str
    """Of all together, and of how many; or that it is not shown, which is never nought."""
    sentence: str
    """What the figure says itself."""
    as_of: date
    trend: str
    signal: str
    marking: str
    is_invented: bool


def standing_among(
    measures: Collection[str], releases: Iterable[StandingRelease]
) -> dict[str, Standing]:
    """What was released last of each measure, by name; those are missing of which nothing was.

    Args:
        releases: of one force, those as of the latest day first. No more are read than are needed.
    """
    found: dict[str, Standing] = {}
    if not measures:
        return found
    for release in releases:
        for measure in measures:
            own = [one for one in release.figures if one.measure == measure]
            held = found.get(measure)
            if own and held is None:
                found[measure] = _latest(release, own)
            elif own and held and _is_before(release, held):
                found[measure] = _with_before(held, own)
        if all(name in found and found[name].before for name in measures):
            break
    return found


def told_measure(one: Standing) -> ToldMeasure:
    """What was released last of a measure, in sentences."""
    figure = one.latest
    return ToldMeasure(
        measure=figure.measure,
        title=figure.title,
        released_id=one.released_id,
        share=_share(figure),
        sentence=figure.sentence,
        as_of=figure.as_of,
        trend=_trend(figure, one.before),
        signal=one.by_time.signal if one.by_time and one.by_time.signal else NO_TIMES,
        marking=one.marking,
        is_invented=INVENTED in figure.notes,
    )


def _latest(release: StandingRelease, own: Sequence[ShownFigure]) -> Standing:
    timed = (one for one in own if len(one.by) == 1 and one.by[0] in TIMES)
    return Standing(
        released_id=release.released_id,
        profile=release.profile,
        marking=release.marking,
        latest=_plainest(own),
        by_time=next(timed, None),
    )


def _is_before(release: StandingRelease, held: Standing) -> bool:
    return (
        held.before is None
        and release.as_of < held.latest.as_of
        and release.profile == held.profile
    )


def _with_before(held: Standing, own: Sequence[ShownFigure]) -> Standing:
    return Standing(
        held.released_id, held.profile, held.marking, held.latest, held.by_time, _plainest(own)
    )


def _plainest(own: Sequence[ShownFigure]) -> ShownFigure:
    """The figure that shows the share of all together, of those the least broken down."""
    return min(own, key=lambda one: (_percent(one) == HIDDEN, len(one.by)))


def _whole(figure: ShownFigure) -> ShownRow:
    """The row of all together; of what is looked at at each month end the latest one that had
    ended, since several together count the same people again."""
    if figure.by == ("month",) and _looks_again(figure):
        ended = [one for one in figure.rows[:-1] if _has_ended(one.group[0], figure.as_of)]
        return ended[-1] if ended else figure.rows[-1]
    return figure.rows[-1]


def _looks_again(figure: ShownFigure) -> bool:
    return figure.measure in DEFINITIONS and DEFINITIONS[figure.measure].looks_again


def _has_ended(month: str, as_of: date) -> bool:
    """Whether a month, such as "2026-03", was over on a day; a group without one never is."""
    return _MONTH.fullmatch(month) is not None and last_day(month, "month") <= as_of


def _percent(figure: ShownFigure) -> str:
    return _whole(figure).percent


def _share(figure: ShownFigure) -> str:
    row = _whole(figure)
    if row.percent == HIDDEN:
        return NO_NUMBER
    told = f"{row.percent}: {row.met} of {row.asked}"
    if row is figure.rows[-1]:
        return told
    return f"{told} at the end of {time_in_words(row.group[0])}"


def _trend(figure: ShownFigure, before: ShownFigure | None) -> str:
    """How the share of all stands to the one before, in a sentence."""
    if before is None:
        return "No earlier figure was released to compare it with."
    then = f"the figure as of {day_in_words(before.as_of)}"
    if before.version != figure.version:
        return f"Cannot be compared with {then}: the measure is defined anew since."
    if HIDDEN in (_percent(figure), _percent(before)):
        which = "this share" if _percent(figure) == HIDDEN else "that share"
        return f"Cannot be compared with {then}: {which} is not shown."
    now, earlier = (int(_percent(one).rstrip("%")) for one in (figure, before))
    if now == earlier:
        return f"The same share as {then}."
    moved = "Up" if now > earlier else "Down"
    good = DEFINITIONS[figure.measure].good if figure.measure in DEFINITIONS else Good.NEITHER
    return f"{moved} from {earlier}% in {then}.{_BETTER[good]}"
