"""From stage to stage a second time: case files one after another, days one after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from math import ceil

from tests.reference.slow_measures.reading import Case

from answerable.records.file import CaseFile

STAGES = (
    "reported",
    "suspect_identified",
    "suspect_spoken_to",
    "submitted",
    "decided_by_prosecutors",
    "charged",
    "first_hearing",
    "trial",
    "result_at_court",
)
Caseload = Iterable[tuple[CaseFile, Mapping[str, int]]]


def stages(case: Case) -> dict[str, date]:
    """The first day of each stage that a case reached."""
    spoken = [
        one.on for _, one in case.of("suspect_status") if one.status in {"arrested", "interviewed"}
    ]
    decided = [
        one.on
        for _, one in case.of("decision")
        if one.maker == "cps" and one.made in {"charge", "no_further_action"}
    ]
    days = (
        case.reported_on,
        case.first_day("suspect_identified"),
        min(spoken, default=None),
        case.first_day("submitted"),
        min(decided, default=None),
        case.first_day("charged"),
        case.first_day("hearing_held", hearing="first"),
        case.first_day("hearing_held", hearing="trial"),
        case.first_day("court_result"),
    )
    return {stage: day for stage, day in zip(STAGES, days, strict=True) if day is not None}


def ended_on(case: Case) -> date | None:
    """When it first ended otherwise than by a charge."""
    days = [one.on for _, one in case.of("not_a_crime")]
    for _, one in case.of("outcome_recorded")[:1]:
        if one.outcome.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "1":
            days.append(one.on)
    return min(days, default=None)


def fate(case: Case, first: str, second: str) -> tuple[str, int]:
    """What became of a case that reached the first stage, and after how many days."""
    days = stages(case)
    began, ended = days[first], ended_on(case)
    later = [
        days[one]
        for one in STAGES[STAGES.index(second) + 1 :]
        if one in days and days[one] >= began
    ]
    if second in days:
        name = "reached" if days[second] >= began else "before"
        return name, (days[second] - began).days
    if later:
        return "skipped", (min(later) - began).days
    if ended is not None and ended >= began:
        return "ended", (ended - began).days
    return "open", (case.as_of - began).days


def day_of_share(fates: list[tuple[str, int]], share: Fraction) -> int | None:
    """The day by which so many had reached the second stage, the others taken as they went."""
    fates = [one for one in fates if one[0] != "before"]
    found, still = Fraction(0), Fraction(1)
    for today in sorted({days for _, days in fates}):
        at_risk = sum(days >= today for _, days in fates)
        now = Counter(name for name, days in fates if days == today)
        found += still * Fraction(now["reached"], at_risk)
        still *= 1 - Fraction(now["reached"] + now["skipped"] + now["ended"], at_risk)
        if found >= share:
            return today
    return None


def step(cases: Caseload, as_of: date, first: str, second: str) -> dict[str, object]:
    """One step of all cases, from both ends."""
    read = [Case(file, as_of) for file, _ in cases if file.reported_on <= as_of]
    fates = [fate(case, first, second) for case in read if first in stages(case)]
    took = sorted(days for name, days in fates if name == "reached")
    return {
        "cases": len(fates),
        "fates": dict(Counter(name for name, _ in fates)),
        "half_by": day_of_share(fates, Fraction(1, 2)),
        "nine_of_ten_by": day_of_share(fates, Fraction(9, 10)),
        "took": len(took),
        "median": took[ceil(len(took) / 2) - 1] if took else None,
    }


def ways(cases: Caseload, as_of: date) -> Counter[tuple[str, ...]]:
    """How many cases went through the stages in which order."""
    found: Counter[tuple[str, ...]] = Counter()
    for file, _ in cases:
        if file.reported_on <= as_of:
            days = stages(Case(file, as_of))
            found[tuple(sorted(days, key=lambda one: (days[one], STAGES.index(one))))] += 1
    return found
