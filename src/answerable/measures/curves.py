"""Curves of a cut: how long cases take until they end, and how.

A curve of endings counts cases of recorded crimes from the day of recording. A case ends by its
outcome or by the charge, whichever came first; cases that have not are open until the as-of day of
the cut. The curve of the first hearing counts from the report, and a charge ends nothing there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

import ibis

from answerable.cuts.listed import day_number
from answerable.measures.answer import Cell
from answerable.measures.competing import OPEN, Curve, incidence, plain
from answerable.measures.compiling import Dialect, in_time, written
from answerable.measures.groups import ORGANISATIONS, TIMES, NoSuchBreakdown, label
from answerable.measures.running import Cut, keeping
from answerable.measures.subjects.decisions import is_outcome
from answerable.measures.subjects.pilot import PILOT_BEGUN, compared
from answerable.measures.subjects.relations import beside, earliest, table, truly
from answerable.records.kinds.decision import Maker

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value


class Ending(StrEnum):
    """How a case ended. One rules out the others."""

    CHARGE = "charge"
    POLICE = "police_no_further_action"
    CPS = "cps_no_further_action"
    VICTIM = "victim_does_not_support"
    TRANSFERRED = "transferred_or_cancelled"
    OTHERWISE = "otherwise"
    """Out of court, taken into consideration, out of time, or a code that is none."""
    FIRST_HEARING = "first_hearing"
    """The case came to court: an ending in the curve of the first hearing alone."""


class Which(StrEnum):
    """What a curve is of: which ending counts where a case was taken up again, or the hearing."""

    FIRST = "first"
    LATEST = "latest"
    """The outcome that was recorded last: one that was taken up again and has no further outcome
    counts by that which it had."""
    HEARING = "hearing"
    """From the report to the first hearing; first outcomes but a charge rule it out."""

    @property
    def curve(self) -> str:
        """What the curve is called."""
        if self is Which.HEARING:
            return "reported_to_first_hearing"
        return f"recorded_to_{self.value}_ending"

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that the curve tells apart."""
        own = {Ending.CHARGE: Ending.FIRST_HEARING} if self is Which.HEARING else {}
        every = (one for one in Ending if one is not Ending.FIRST_HEARING)
        return tuple(own.get(one, one).value for one in every)


POSSIBLE = (*TIMES, *ORGANISATIONS, "pilot")
"""By what a curve may be broken down; times by the day from which it counts."""
_BY_POLICE = (5, 10, 11, 12, 13, 18, 21)


@dataclass(frozen=True, slots=True)
class Course:
    """The curve of one group, with what is not in it."""

    group: Mapping[str, Cell]
    curve: Curve
    cases: int
    """In the curve, open ones among them."""
    contradictory: int
    """Left out: ended before the first day of the curve or on it. They are neither dropped unsaid
    nor taken for a day."""
    undated: int
    """Left out: no first day is recorded, or it is the as-of day."""
    unobserved: int
    """Left out: ended before the observation began."""
    which: Which
    as_of: date
    cut: str

    def as_row(self) -> dict[str, Any]:
        """The course as plain data, as other programs read it."""
        curve = self.curve
        return {
            "curve": self.which.curve,
            "group": dict(self.group),
            "cases": self.cases,
            "left_out": {
                "contradictory": self.contradictory,
                "undated": self.undated,
                "unobserved": self.unobserved,
            },
            "time": curve.days.tolist(),
            "at_risk": [int(one) for one in curve.at_risk],
            "incidence": {name: plain(some) for name, some in curve.incidence.items()},
            "low": {name: plain(some) for name, some in curve.low.items()},
            "high": {name: plain(some) for name, some in curve.high.items()},
            "still_open": plain(curve.still_open),
            "half_ended_by": curve.day_of_share(0.5),
            "as_of": self.as_of.isoformat(),
            "cut": self.cut,
        }


def courses(
    cut: Cut,
    which: Which = Which.FIRST,
    by: Sequence[str] = (),
    *,
    observed_from: date | None = None,
) -> list[Course]:
    """For each group, what became of its cases over time.

    Args:
        which: the ending that counts where a case was taken up again.
        by: names of `POSSIBLE`.
        observed_from: the first day on which cases were watched, where that is later than the
            first recording: earlier cases then enter late, and those that had ended are left out.

    Raises:
        NoSuchBreakdown: a curve cannot be broken down so.
    """
    for one in by:
        if one not in POSSIBLE:
            raise NoSuchBreakdown(
                f"A curve cannot be broken down by {one!r}. Choose among: {', '.join(POSSIBLE)}."
            )
    query = _compiled(which, tuple(by), cut.engine.dialect)
    groups: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    with keeping(cut, *([PILOT_BEGUN] if "pilot" in by else [])):
        for _ in cut.engine.parts():
            for row in cut.engine.rows(query):
                groups.setdefault(row[: len(by)], []).append(row[len(by) :])
    ordered = sorted(groups, key=lambda group: [(one is None, one) for one in group])
    return [
        _course(cut, which, tuple(by), group, groups[group], observed_from) for group in ordered
    ]


def _course(
    cut: Cut,
    which: Which,
    by: tuple[str, ...],
    group: tuple[Any, ...],
    rows: list[tuple[Any, ...]],
    observed_from: date | None,
) -> Course:
    sorted_out = Counter[str]()
    kept = []
    for origin, ended, ending, count in rows:
        course = _observed(origin, ended, day_number(cut.as_of), observed_from)
        if isinstance(course, str):
            sorted_out[course] += count
        else:
            number = OPEN if ended is None else which.endings.index(ending) + 1
            kept.append((*course, number, count))
    entered, left, endings_, counts = zip(*kept, strict=True) if kept else ((),) * 4
    return Course(
        group={name: label(name, value) for name, value in zip(by, group, strict=True)},
        curve=incidence(
            entered=entered, left=left, ending=endings_, endings=which.endings, count=counts
        ),
        cases=sum(counts),
        contradictory=sorted_out["contradictory"],
        undated=sorted_out["undated"],
        unobserved=sorted_out["unobserved"],
        which=which,
        as_of=cut.as_of,
        cut=cut.digest,
    )


def _observed(
    origin: int | None, ended: int | None, end: int, observed_from: date | None
) -> tuple[int, int] | str:
    """The days from the origin from which and to which a case was seen, or why it was not."""
    if origin is None or (ended is None and origin >= end):
        return "undated"
    left = (end if ended is None else ended) - origin
    entered = max(0, day_number(observed_from) - origin) if observed_from else 0
    if left <= 0:
        return "contradictory"
    return (entered, left) if entered < left else "unobserved"


@cache
def _compiled(which: Which, by: tuple[str, ...], dialect: Dialect) -> str:
    """How many cases share a group, an origin, a last day and an ending."""
    ended = hearings() if which is Which.HEARING else endings(which)
    if "pilot" in by:
        ended = beside(ended, compared(), "case_number")
    rows = in_time(ended, "origin", by)
    keys = [*by, "origin", "ended_on", "ending"]
    return written(rows.group_by(keys).aggregate(cases=rows.count()), dialect)


def endings(which: Which) -> Table:
    """Each case with the day of recording, and when and how it ended."""
    spine = table("spine")
    outcome = spine[f"{which.value}_outcome"]
    maker = spine[f"{which.value}_outcome_maker"]
    outcome_on = spine[f"{which.value}_outcome_on"]
    ended_on = earliest(spine["charged_on"], outcome_on, spine["not_a_crime_on"])
    if which is Which.LATEST:
        ended_on = ibis.coalesce(outcome_on, earliest(spine["charged_on"], spine["not_a_crime_on"]))
    ending = ibis.cases(
        (ended_on.isnull(), ibis.null("string")),
        (truly(spine["charged_on"] == ended_on), Ending.CHARGE.value),
        (truly(outcome_on == ended_on), of_outcome(outcome, maker)),
        else_=Ending.TRANSFERRED.value,
    )
    return spine.select(
        "case_number",
        "force",
        "cps_area",
        origin=spine["recorded_on"],
        ended_on=ended_on,
        ending=ending,
    )


def hearings() -> Table:
    """Each case with the day of the report, and when it came to court or ended without."""
    spine = table("spine")
    without_on, without = ended_without_charge(spine)
    heard_on = spine["first_hearing_on"]
    ended_on = earliest(heard_on, without_on)
    ending = ibis.cases((truly(heard_on == ended_on), Ending.FIRST_HEARING.value), else_=without)
    return spine.select(
        "case_number",
        "force",
        "cps_area",
        origin=spine["reported_on"],
        ended_on=ended_on,
        ending=ending,
    )


def ended_without_charge(spine: Table) -> tuple[Value, Value]:
    """When each case first ended otherwise than by a charge, and how; both empty where it did not.

    The first outcome counts, whether or not the case was taken up again.
    """
    outcome, outcome_on = spine["first_outcome"], spine["first_outcome_on"]
    ended_on = earliest(ibis.cases((~is_outcome(outcome, 1), outcome_on)), spine["not_a_crime_on"])
    ending = ibis.cases(
        (ended_on.isnull(), ibis.null("string")),
        (truly(outcome_on == ended_on), of_outcome(outcome, spine["first_outcome_maker"])),
        else_=Ending.TRANSFERRED.value,
    )
    return ended_on, ending


def of_outcome(outcome: Value, maker: Value) -> Value:
    """How a case ended by its outcome and by who decided it."""
    by_cps = truly(maker == Maker.CPS.value)
    return ibis.cases(
        (is_outcome(outcome, 1), Ending.CHARGE.value),
        (is_outcome(outcome, 14, 16), Ending.VICTIM.value),
        (is_outcome(outcome, 9) | (is_outcome(outcome, 15) & by_cps), Ending.CPS.value),
        (is_outcome(outcome, 15, *_BY_POLICE), Ending.POLICE.value),
        (is_outcome(outcome, 20), Ending.TRANSFERRED.value),
        else_=Ending.OTHERWISE.value,
    )
