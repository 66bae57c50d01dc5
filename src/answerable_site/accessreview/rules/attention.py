"""A case that many people look at without having to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from answerable.statute import days_in_words
from answerable_site.accessreview.rules.concerns import Concern, Kind, concern
from answerable_site.accessreview.rules.episodes import episodes, grouped
from answerable_site.accessreview.rules.looks import Look
from answerable_site.accessreview.rules.thresholds import Thresholds


def unusual_attention(
    looks: Sequence[Look], *, since: datetime, thresholds: Thresholds
) -> list[Concern]:
    """Different people looked at one case by broken glass in a short time; one concern for each.

    Args:
        looks: those without work, earliest first.
        since: what ended before was shown at an earlier review.
        thresholds: figures of the office.
    """
    found = []
    glass = [look for look in looks if look.by_broken_glass]
    for of_one in grouped(glass, lambda look: look.record).values():
        runs = episodes(
            of_one,
            within_days=thresholds.attention_within_days,
            since=since,
            is_enough=lambda window: _people(window) >= thresholds.attention_people,
        )
        for run in runs:
            found += [
                _worded(by_one, run) for by_one in grouped(run, lambda look: look.person).values()
            ]
    return found


def _people(looks: Sequence[Look]) -> int:
    return len({look.person for look in looks})


def _worded(by_one: Sequence[Look], run: Sequence[Look]) -> Concern:
    people, length = _people(run), (run[-1].on - run[0].on).days + 1
    return concern(
        Kind.ATTENTION,
        by_one,
        f"Is one of {people} people who looked at the same case within {days_in_words(length)} "
        "without being assigned to it and without recording anything in it.",
        people=people,
        looks=len(by_one),
        within_days=length,
    )
