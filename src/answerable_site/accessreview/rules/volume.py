"""Too many cases in a day for this person, or many one after another, with no work in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median

from answerable.statute import civil_date
from answerable_site.accessreview.rules.concerns import Concern, Kind, concern, records_of
from answerable_site.accessreview.rules.looks import Look
from answerable_site.accessreview.rules.thresholds import Thresholds
from answerable_site.accessreview.rules.usual import Usual, usual_before

Days = Mapping[int, Mapping[date, Sequence[Look]]]
"""Looks without work by person and day; a day at work without such looks is there and empty."""


def unusual_volume(
    looks: Iterable[Look], unworked: Sequence[Look], *, since: datetime, thresholds: Thresholds
) -> list[Concern]:
    """A person opened far more cases in a day than is usual, and worked on none of them.

    On a day that is busy for all peers, being busy is not unusual.

    Args:
        looks: all looks; they say on which days somebody was at work, and in which role.
        unworked: the looks without work, earliest first.
        since: days before its day were shown at an earlier review.
        thresholds: figures of the office.
    """
    looks = list(looks)
    days, peers = _days(looks, unworked), _peers(looks)
    counts = {
        person: {on: len(records_of(of_day)) for on, of_day in by_day.items()}
        for person, by_day in days.items()
    }
    found = []
    for person, on, of_day in _since(days, since):
        count = counts[person][on]
        if count < thresholds.volume_cases:
            continue
        usual = usual_before(on, person, peers[person], counts, thresholds)
        if usual is None or count <= usual.limit(thresholds.usual_spreads):
            continue
        same_day = [counts[peer][on] for peer in peers[person] if on in counts[peer]]
        busy = median(same_day) if len(same_day) >= thresholds.peers_needed else 0.0
        if count >= thresholds.busy_day_times * busy:
            found.append(_much(of_day, count, usual, busy, thresholds))
    return found


def skimmed(
    looks: Iterable[Look], unworked: Sequence[Look], *, since: datetime, thresholds: Thresholds
) -> list[Concern]:
    """A person went through many cases quickly, one after another, and worked on none of them.

    Whoever often does so (a dip sample, a morning’s list) is held to their own longest runs.

    Args:
        looks: all looks; they say on which days somebody was at work, and in which role.
        unworked: the looks without work, earliest first.
        since: days before its day were shown at an earlier review.
        thresholds: figures of the office.
    """
    looks = list(looks)
    days = _days(looks, unworked)
    runs = {
        person: {on: _longest_run(of_day, thresholds) for on, of_day in by_day.items()}
        for person, by_day in days.items()
    }
    found = []
    for person, on, _ in _since(days, since):
        run = runs[person][on]
        cases, longest = len(records_of(run)), _longest_before(on, runs[person], thresholds)
        if cases >= max(thresholds.skim_cases, thresholds.skim_share * longest):
            found.append(_skimmed(run, cases, longest))
    return found


def _days(looks: Iterable[Look], unworked: Sequence[Look]) -> Days:
    days: dict[int, dict[date, list[Look]]] = {}
    for look in looks:
        days.setdefault(look.person, {}).setdefault(look.on, [])
    for look in unworked:
        days[look.person][look.on].append(look)
    return days


def _peers(looks: Iterable[Look]) -> Mapping[int, Sequence[int]]:
    """Others in the role and organisation that a person last acted in."""
    last = {look.person: (look.role, look.organisation) for look in sorted(looks, key=_moment)}
    return {
        person: [other for other, theirs in last.items() if theirs == own and other != person]
        for person, own in last.items()
    }


def _moment(look: Look) -> datetime:
    return look.at


def _since(days: Days, since: datetime) -> Iterator[tuple[int, date, Sequence[Look]]]:
    first = civil_date(since)
    for person, by_day in days.items():
        for on, of_day in by_day.items():
            if on >= first and of_day:
                yield person, on, of_day


def _longest_run(of_day: Sequence[Look], thresholds: Thresholds) -> Sequence[Look]:
    """The looks of the day’s run with the most cases, each soon after the one before."""
    gap = timedelta(minutes=thresholds.skim_gap_minutes)
    runs: list[list[Look]] = []
    for look in of_day:
        if runs and look.at - runs[-1][-1].at <= gap:
            runs[-1].append(look)
        else:
            runs.append([look])
    return max(runs, key=lambda run: len(records_of(run)), default=[])


def _longest_before(day: date, runs: Mapping[date, Sequence[Look]], thresholds: Thresholds) -> int:
    """Cases in a run that the person reached on one day in ten of their past or oftener."""
    first = day - timedelta(days=thresholds.history_days)
    past = sorted(len(records_of(run)) for on, run in runs.items() if first <= on < day)
    return past[(len(past) - 1) * 9 // 10] if past else 0


def _much(
    of_day: Sequence[Look], count: int, usual: Usual, busy: float, thresholds: Thresholds
) -> Concern:
    limit = usual.limit(thresholds.usual_spreads)
    return concern(
        Kind.UNUSUAL_VOLUME,
        of_day,
        f"Opened {count} cases in a day without recording anything in them; {usual.words}. "
        f"A question is asked above {limit:.0f}.",
        cases=count,
        usual=usual.median,
        limit=round(limit, 1),
        days_of_history=usual.days,
        peers_that_day=busy,
    )


def _skimmed(run: Sequence[Look], cases: int, longest: int) -> Concern:
    minutes = round((run[-1].at - run[0].at).total_seconds() / 60)
    return concern(
        Kind.SKIMMED,
        run,
        f"Opened {cases} cases one after another in {minutes} minutes without recording anything "
        f"in them; on nine days in ten their longest run is {longest} or fewer.",
        cases=cases,
        minutes=minutes,
        usual_longest=longest,
    )
