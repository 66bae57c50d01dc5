"""Looks at a case after it was closed, or after the person’s own part in it ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from answerable.statute import civil_date, days_in_words
from answerable_site.accessreview.rules.concerns import Concern, Kind, concern, days_of
from answerable_site.accessreview.rules.episodes import episodes, grouped
from answerable_site.accessreview.rules.looks import Look, Standing
from answerable_site.accessreview.rules.thresholds import Thresholds


def after_the_end(
    looks: Sequence[Look], *, since: datetime, thresholds: Thresholds
) -> list[Concern]:
    """A case was looked at again although there was nothing left to do in it, and nothing was done.

    A closed case counts for everybody, whoever is still assigned; an ended assignment only for
    looks by broken glass, since a supervisor may be responsible for a case they once held. Looks
    that stop within the days of grace are none: there is always something to tidy.

    Args:
        looks: those without work, earliest first.
        since: what ended before was shown at an earlier review.
        thresholds: figures of the office.
    """
    late = [look for look in looks if _days_after(look) > 0]
    found = []
    for of_one in grouped(late, lambda look: (look.person, look.record)).values():
        runs = episodes(
            of_one,
            within_days=thresholds.ended_within_days,
            since=since,
            is_enough=lambda window: (
                len(window) >= thresholds.ended_looks
                and days_of(window) >= thresholds.ended_days
                and _days_after(window[-1]) > thresholds.grace_days
            ),
        )
        found += [_worded(run) for run in runs]
    return found


def _ended_on(look: Look) -> date | None:
    """The first day on which the person’s work on the case was over, as known at the look."""
    ends = [look.closed_on] if look.closed_on else []
    if look.assignment_ended_at and look.standing is Standing.BROKE_GLASS:
        ends.append(civil_date(look.assignment_ended_at))
    return min(ends, default=None)


def _days_after(look: Look) -> int:
    """Days from the end to the look; 0 where nothing had ended, or on the day itself."""
    ended_on = _ended_on(look)
    return (look.on - ended_on).days if ended_on else 0


def _worded(run: Sequence[Look]) -> Concern:
    last, days = run[-1], days_of(run)
    passed = _days_after(last)
    what = (
        "the case was closed"
        if _ended_on(last) == last.closed_on
        else "their own assignment to it ended"
    )
    return concern(
        Kind.AFTER_THE_END,
        run,
        f"Opened a case {len(run)} times on {days} different days without recording anything in "
        f"it; the last time {days_in_words(passed)} after {what}.",
        looks=len(run),
        days=days,
        days_after_the_end=passed,
    )
