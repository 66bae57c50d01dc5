"""Look-ups that are nobody’s business are shown to the access auditor, and few others are.

Two invented forces with 50 people work for 75 days; the first 45 are history, the last 30 are
reviewed week by week. Twenty misuses of five kinds are planted among the looks of each seed by
`insiders`, which knows no threshold. A misuse counts as raised only when a concern names the person
with a record of it that no concern names without it. The same days are then reviewed with misuses
of many sizes, to show from which size on the rules see them, and which they never see.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from statistics import median

from rich.progress import track

from answerable_site.accessreview.rules.concerns import Concern
from answerable_site.accessreview.rules.decoys import decoys_seen
from answerable_site.accessreview.rules.looks import Look
from answerable_site.accessreview.rules.review import concerns
from answerable_site.accessreview.rules.sample import weekly_sample
from bench.insiders.habits import ordinary_looks
from bench.insiders.misuses import Misuse, Planted, planted
from bench.insiders.offices import DAYS, RUN_IN, Office, drawn, moment
from bench.proof import Proof

SEEDS = range(1001, 1026)
"""None of them was looked at while the thresholds were chosen; that was done with 1 to 30."""
PLANTED = 20
RAISED_GOAL = 19
FALSE_ALARMS_GOAL = 5.0
LOOKS_GOAL = 10_000
WORK_DAYS = timedelta(days=2)
SAMPLE = 50
"""Looks of a weekly sample: one for each person."""
CARELESS_SEEDS = 5
CARELESS = 0.5
"""How much of the usual is recorded in the part that shows what the rules hang on."""
LADDER = [
    *((Misuse.EX_PARTNER, size) for size in range(1, 7)),
    *((Misuse.SKIM, size) for size in (4, 6, 8, 10, 12, 15, 20)),
    *((Misuse.FORMER_CASE, size) for size in range(1, 6)),
    *((Misuse.FAMOUS_CASE, size) for size in range(2, 9)),
    *((Misuse.UNIT_CASE, size) for size in (3, 6)),
    *((Misuse.UNIT_SKIM, size) for size in (12, 20)),
    *((Misuse.STUDY_SKIM, size) for size in (12, 20)),
]
"""Sizes from too small to plain, and three kinds within people’s own standing."""


@dataclass
class Measured:
    """What came of all seeds, one entry a seed in each list."""

    looks: list[int] = field(default_factory=list)
    raised: list[int] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)
    false_alarms: list[float] = field(default_factory=list)
    """Per 1,000 innocent look-ups."""
    false_kinds: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seconds: list[float] = field(default_factory=list)
    decoys_at_once: list[bool] = field(default_factory=list)
    by_kind: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    ladder: dict[tuple[Misuse, int], list[bool]] = field(default_factory=lambda: defaultdict(list))
    sampled: list[int] = field(default_factory=list)
    """Misuses of which a look was drawn into a weekly sample."""
    careless: list[float] = field(default_factory=list)
    """False alarms per 1,000 where people record half as much."""


def prove(*, full: bool) -> Proof:
    """Review every seed and count what was raised and what was raised in vain."""
    seeds = range(1001, 1101) if full else SEEDS
    measured = Measured()
    for seed in track(seeds, description="Reviewing 30 days"):
        _measure(seed, measured)
    for seed in seeds[:CARELESS_SEEDS]:
        _measure_careless(seed, measured)
    return Proof(
        claim="Look-ups without business are shown to the access auditor, and few others are",
        figures=_figures(measured),
        goal=(
            f"for every seed: at least {RAISED_GOAL} of {PLANTED} misuses raised, at most "
            f"{FALSE_ALARMS_GOAL:.0f} false alarms per 1,000 look-ups, {LOOKS_GOAL:,} look-ups or "
            "more, every decoy from its first look alone"
        ),
        holds=min(measured.raised) >= RAISED_GOAL
        and max(measured.false_alarms) <= FALSE_ALARMS_GOAL
        and min(measured.looks) >= LOOKS_GOAL
        and all(measured.decoys_at_once),
    )


def _measure(seed: int, measured: Measured) -> None:
    chance = Random(seed)
    office = drawn(chance)
    ordinary = ordinary_looks(office, chance)
    misuses = planted(office, ordinary, chance)
    began = time.process_time()
    in_vain = _named(_reviewed_weekly(ordinary))
    measured.seconds.append((time.process_time() - began) / len(_weeks()))
    looks = [*ordinary, *(look for misuse in misuses for look in misuse.looks)]
    _count(ordinary, misuses, _reviewed_weekly(looks), in_vain, measured)
    _climb(office, ordinary, chance, in_vain, measured)
    _sample(looks, misuses, seed, measured)


def _measure_careless(seed: int, measured: Measured) -> None:
    """False alarms among people who record half of what they usually do."""
    chance = Random(seed)
    ordinary = ordinary_looks(drawn(chance), chance, CARELESS)
    found = _reviewed_weekly(ordinary)
    measured.careless.append(1000 * len(found) / _innocent(ordinary))


def _weeks() -> list[tuple[datetime, datetime]]:
    """The first moment of each review and the first after it."""
    return [(moment(first, 0), moment(min(first + 7, DAYS), 0)) for first in range(RUN_IN, DAYS, 7)]


def _reviewed_weekly(looks: Sequence[Look]) -> list[Concern]:
    """Concerns of each week’s review, held when work of the two days after it can be seen."""
    found = []
    for since, until in _weeks():
        known = [look for look in looks if look.at < until + WORK_DAYS]
        found += concerns(known, since=since, until=until)
    return found


def _innocent(ordinary: Iterable[Look]) -> int:
    """Ordinary look-ups of the reviewed days; lists and work are none."""
    return sum(1 for look in ordinary if look.shows_the_record and look.at >= moment(RUN_IN, 0))


def _count(
    ordinary: Iterable[Look],
    misuses: Sequence[Planted],
    found: Sequence[Concern],
    in_vain: set[tuple[int, str]],
    measured: Measured,
) -> None:
    named = _named(found) - in_vain
    guilty = {pair for misuse in misuses for pair in misuse.seen}
    innocent = _innocent(ordinary)
    false = [one for one in found if not any((one.person, it) in guilty for it in one.records)]
    for one in false:
        measured.false_kinds[one.kind.value] += 1
    for misuse in misuses:
        measured.by_kind[misuse.kind].append(_is_raised(misuse, named))
        if misuse.kind is Misuse.DECOY:
            look = misuse.looks[0]
            alone = decoys_seen([look], since=look.at)
            measured.decoys_at_once.append(_is_raised(misuse, _named(alone)))
    measured.looks.append(innocent)
    measured.raised.append(sum(_is_raised(misuse, named) for misuse in misuses))
    measured.shown.append(len(found))
    measured.false_alarms.append(1000 * len(false) / innocent)


def _climb(
    office: Office,
    ordinary: Sequence[Look],
    chance: Random,
    in_vain: set[tuple[int, str]],
    measured: Measured,
) -> None:
    """The same days with one misuse of each size."""
    misuses = planted(office, ordinary, chance, LADDER)
    looks = [*ordinary, *(look for misuse in misuses for look in misuse.looks)]
    named = _named(_reviewed_weekly(looks)) - in_vain
    for misuse in misuses:
        measured.ladder[misuse.kind, misuse.size].append(_is_raised(misuse, named))


def _sample(
    looks: Iterable[Look], misuses: Iterable[Planted], seed: int, measured: Measured
) -> None:
    """Which misuses the weekly samples would have laid before a supervisor."""
    drawn_looks: set[Look] = set()
    for since, until in _weeks():
        of_week = [look for look in looks if since <= look.at < until]
        before = {look.record for look in drawn_looks}
        drawn_looks.update(weekly_sample(of_week, size=SAMPLE, seed=seed, sampled_before=before))
    measured.sampled.append(sum(1 for misuse in misuses if drawn_looks & {*misuse.looks}))


def _named(found: Iterable[Concern]) -> set[tuple[int, str]]:
    return {(one.person, record) for one in found for record in one.records}


def _is_raised(misuse: Planted, named: set[tuple[int, str]]) -> bool:
    """Whether a concern names the person with one of the records; of a crowd, everybody."""
    if misuse.kind is Misuse.FAMOUS_CASE:
        return misuse.seen <= named
    return bool(misuse.seen & named)


def _figures(measured: Measured) -> dict[str, object]:
    weeks = (DAYS - RUN_IN) / 7
    ladder: dict[str, dict[str, str]] = defaultdict(dict)
    for (kind, size), raised in measured.ladder.items():
        ladder[kind][f"size {size}"] = _of(raised)
    return {
        "seeds": len(measured.raised),
        "innocent look-ups of a seed (median, fewest)": [
            median(measured.looks),
            min(measured.looks),
        ],
        "misuses raised of 20 (median, worst)": [median(measured.raised), min(measured.raised)],
        "false alarms per 1,000 look-ups (median, worst)": [
            round(median(measured.false_alarms), 2),
            round(max(measured.false_alarms), 2),
        ],
        "concerns shown in a week (median)": round(median(measured.shown) / weeks, 1),
        "decoys raised from one look alone": _of(measured.decoys_at_once),
        "raised by kind": {kind: _of(raised) for kind, raised in measured.by_kind.items()},
        "false alarms by kind, all seeds": dict(sorted(measured.false_kinds.items())),
        "raised by size, beyond the planted": dict(ladder),
        f"misuses in weekly samples of {SAMPLE}, of 20 (median)": median(measured.sampled),
        "false alarms per 1,000 where half as much is recorded (median, worst)": [
            round(median(measured.careless), 2),
            round(max(measured.careless), 2),
        ],
        "CPU seconds of a review (median)": round(median(measured.seconds), 2),
    }


def _of(raised: Sequence[bool]) -> str:
    return f"{sum(raised)} of {len(raised)}"
