"""From one stage to the next: how many cases take the step, and how long it takes.

Seen from both ends, and never mixed. The **cohort** is every case that reached the first stage in a
time, whatever became of it: cases that still wait count as long as they were seen. The **outcome**
view is of the cases that reached the second stage in a time, whenever they began: it is what is
often published, and it falls when hard cases are left lying.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

import numpy as np

from answerable.cuts.listed import day_number
from answerable.measures.answer import Cell
from answerable.measures.competing import OPEN, incidence
from answerable.measures.groups import TIMES, NoSuchBreakdown
from answerable.measures.paths.journeys import KEYS, NEVER, Days, Journeys, Places, read
from answerable.measures.paths.stages import Stage
from answerable.measures.running import Cut

STEPS = tuple(pairwise(Stage))
"""From each stage to the next."""
POSSIBLE = (*TIMES, *KEYS)
"""By what steps may be broken down: times by the day of the first stage, and in the outcome view by
that of the second."""
HALF, NINE_OF_TEN = 0.5, 0.9
_BEYOND = {stage: tuple(Stage)[place + 1 :] for place, stage in enumerate(Stage)}
"""The stages after each."""


class Fate(StrEnum):
    """What became of a case that had reached the first stage. Each is one thing."""

    REACHED = "reached"
    BEFORE = "before"
    """The second stage has an earlier day than the first. Its time says nothing, so it is in no
    estimate."""
    SKIPPED = "skipped"
    """It reached a later stage, and the second is not recorded."""
    ENDED = "ended"
    OPEN = "open"


FATES = tuple(Fate)


@dataclass(frozen=True, slots=True)
class Cohort:
    """The cases that reached the first stage."""

    cases: int
    fates: Mapping[Fate, int]
    """They add up to the cases."""
    endings: Mapping[str, int]
    """How those ended that did."""
    half_by: int | None
    """Days by which half of them had taken the step, those that never will among them; None: not
    reached."""
    nine_of_ten_by: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The cases that reached the second stage, and how long that had taken them."""

    cases: int
    median: int | None
    """Days; None of nobody."""
    nine_of_ten: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """From one stage to the next, for one group."""

    first: Stage
    second: Stage
    group: Mapping[str, Cell]
    cohort: Cohort
    outcome: Outcome
    as_of: date
    cut: str

    def as_row(self) -> dict[str, Any]:
        """The step as plain data, as other programs read it."""
        return {
            "from": self.first.value,
            "to": self.second.value,
            "group": dict(self.group),
            "cohort": {
                "cases": self.cohort.cases,
                **{fate.value: self.cohort.fates[fate] for fate in Fate},
                "endings": dict(self.cohort.endings),
                "half_by": self.cohort.half_by,
                "nine_of_ten_by": self.cohort.nine_of_ten_by,
            },
            "outcome": {
                "cases": self.outcome.cases,
                "median": self.outcome.median,
                "nine_of_ten": self.outcome.nine_of_ten,
            },
            "as_of": self.as_of.isoformat(),
            "cut": self.cut,
        }


def steps(cut: Cut, by: Sequence[str] = ()) -> list[Step]:
    """Every step of the way, for each group that has a case in it.

    Args:
        by: names of `POSSIBLE`.

    Raises:
        NoSuchBreakdown: steps cannot be broken down so.
    """
    for one in by:
        if one not in POSSIBLE:
            raise NoSuchBreakdown(
                f"Paths cannot be broken down by {one!r}. Choose among: {', '.join(POSSIBLE)}."
            )
    journeys = read(cut, by)
    return [
        one for first, second in STEPS for one in _of_step(cut, journeys, first, second, tuple(by))
    ]


def _of_step(
    cut: Cut, journeys: Journeys, first: Stage, second: Stage, by: tuple[str, ...]
) -> Iterator[Step]:
    began, reached = journeys.days[first], journeys.days[second]
    fates, days = _fates(journeys, first, second, day_number(cut.as_of))
    took = np.flatnonzero((reached != NEVER) & (reached >= began))
    cohorts = dict(journeys.groups(np.flatnonzero(began != NEVER), began, by))
    outcomes = dict(journeys.groups(took, reached, by))
    nobody = np.array([], dtype=np.int64)
    for group in sorted(
        {*cohorts, *outcomes}, key=lambda some: [(one is None, one) for one in some]
    ):
        yield Step(
            first=first,
            second=second,
            group=dict(zip(by, group, strict=True)),
            cohort=_cohort(journeys, fates, days, cohorts.get(group, nobody)),
            outcome=_outcome((reached - began)[outcomes.get(group, nobody)]),
            as_of=cut.as_of,
            cut=cut.digest,
        )


def _fates(journeys: Journeys, first: Stage, second: Stage, as_of: int) -> tuple[Places, Days]:
    """For each case the place of its fate in `FATES`, and the days until then."""
    began, reached = journeys.days[first], journeys.days[second]
    beyond = _first_day_of_later(journeys, second, began)
    ended = np.where(journeys.ended_on >= began, journeys.ended_on, NEVER)
    is_of_fate = {
        Fate.REACHED: (reached != NEVER) & (reached >= began),
        Fate.BEFORE: reached < began,
        Fate.SKIPPED: beyond != NEVER,
        Fate.ENDED: ended != NEVER,
    }
    fates = np.select(
        list(is_of_fate.values()),
        [FATES.index(one) for one in is_of_fate],
        default=FATES.index(Fate.OPEN),
    )
    on = np.select(list(is_of_fate.values()), [reached, reached, beyond, ended], default=as_of)
    return fates, on - began


def _first_day_of_later(journeys: Journeys, second: Stage, began: Days) -> Days:
    """The first day of any stage after the second, where it is not before the first one."""
    found = np.full_like(began, NEVER)
    for stage in _BEYOND[second]:
        days = journeys.days[stage]
        found = np.where(days >= began, np.minimum(found, days), found)
    return found


def _cohort(journeys: Journeys, fates: Places, days: Days, among: Places) -> Cohort:
    counts = np.bincount(fates[among], minlength=len(FATES))
    ended = among[fates[among] == FATES.index(Fate.ENDED)]
    names, many = np.unique(journeys.ending[ended].astype(str), return_counts=True)
    half_by, nine_of_ten_by = _reached_by(fates[among], days[among])
    return Cohort(
        cases=len(among),
        fates=dict(zip(FATES, counts.tolist(), strict=True)),
        endings=dict(zip(names.tolist(), many.tolist(), strict=True)),
        half_by=half_by,
        nine_of_ten_by=nine_of_ten_by,
    )


def _reached_by(fates: Places, days: Days) -> tuple[int | None, int | None]:
    """The days by which half, and nine of ten, had taken the step (Aalen and Johansen).

    A step on the day itself takes 0 days. The estimate wants whole days in which a case was seen,
    so that every duration counts from the evening before.
    """
    seen = fates != FATES.index(Fate.BEFORE)
    how = np.full(len(FATES), 2)
    how[FATES.index(Fate.REACHED)], how[FATES.index(Fate.OPEN)] = 1, OPEN
    curve = incidence(
        entered=np.zeros(int(seen.sum()), dtype=np.int64),
        left=days[seen] + 1,
        ending=how[fates[seen]],
        endings=("reached", "otherwise"),
    )
    half, most = (curve.day_of_share(share, "reached") for share in (HALF, NINE_OF_TEN))
    return half if half is None else half - 1, most if most is None else most - 1


def _outcome(days: Days) -> Outcome:
    if not len(days):
        return Outcome(0, None, None)
    ordered = np.sort(days)
    half, most = (
        int(ordered[int(np.ceil(share * len(days))) - 1]) for share in (HALF, NINE_OF_TEN)
    )
    return Outcome(len(days), half, most)
