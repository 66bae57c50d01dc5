"""Looks by broken glass: again and again at one case, at many cases, or for no reason given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial

from answerable.statute import days_in_words
from answerable_site.accessreview.rules.concerns import (
    Concern,
    Kind,
    concern,
    counted,
    days_of,
    records_of,
)
from answerable_site.accessreview.rules.episodes import episodes, grouped
from answerable_site.accessreview.rules.looks import Look
from answerable_site.accessreview.rules.thresholds import Thresholds


def same_case_again(
    looks: Sequence[Look], *, since: datetime, thresholds: Thresholds
) -> list[Concern]:
    """One case opened again and again by broken glass, with no work in it.

    Args:
        looks: those without work, earliest first.
        since: what ended before was shown at an earlier review.
        thresholds: figures of the office.
    """
    return _concerns(
        grouped(_by_broken_glass(looks), lambda look: (look.person, look.record)).values(),
        within_days=thresholds.again_within_days,
        since=since,
        is_enough=lambda window: (
            len(window) >= thresholds.again_looks and days_of(window) >= thresholds.again_days
        ),
        worded=_again,
    )


def much_broken_glass(
    looks: Sequence[Look], *, since: datetime, thresholds: Thresholds
) -> list[Concern]:
    """Many different cases opened by broken glass in a short time, with no work in them.

    Args:
        looks: those without work, earliest first.
        since: what ended before was shown at an earlier review.
        thresholds: figures of the office.
    """
    return _concerns(
        grouped(_by_broken_glass(looks), lambda look: look.person).values(),
        within_days=thresholds.glass_within_days,
        since=since,
        is_enough=_have_cases(thresholds.glass_cases),
        worded=_much,
    )


def thin_reasons(
    looks: Sequence[Look], *, since: datetime, thresholds: Thresholds
) -> list[Concern]:
    """The glass was broken with no reason worth the name, or with the same words again and again.

    Args:
        looks: those without work, earliest first.
        since: what ended before was shown at an earlier review.
        thresholds: figures of the office.
    """
    found: list[Concern] = []
    glass = _by_broken_glass(looks)
    for (_, words), of_one in grouped(glass, lambda look: (look.person, _words(look))).items():
        needed = thresholds.same_reason_cases if words else thresholds.thin_reasons
        found += _concerns(
            [of_one],
            within_days=thresholds.reason_within_days,
            since=since,
            is_enough=_have_cases(needed),
            worded=partial(_thin, words=words),
        )
    return found


def _concerns(
    groups: Iterable[Sequence[Look]],
    *,
    within_days: int,
    since: datetime,
    is_enough: Callable[[Sequence[Look]], bool],
    worded: Callable[[Sequence[Look]], Concern],
) -> list[Concern]:
    """One concern for each run of looks of a group that stand close together and are enough."""
    return [
        worded(run)
        for of_one in groups
        for run in episodes(of_one, within_days=within_days, since=since, is_enough=is_enough)
    ]


def _by_broken_glass(looks: Sequence[Look]) -> list[Look]:
    return [look for look in looks if look.by_broken_glass]


def _have_cases(needed: int) -> Callable[[Sequence[Look]], bool]:
    return lambda window: len(records_of(window)) >= needed


def _words(look: Look) -> str:
    """A reason without what typing varies; blank where it has fewer than two words."""
    words = "".join(sign if sign.isalpha() else " " for sign in look.reason.casefold()).split()
    return " ".join(words) if len(words) > 1 else ""


def _again(run: Sequence[Look]) -> Concern:
    days, length = days_of(run), (run[-1].on - run[0].on).days + 1
    elsewhere = (
        " The case belongs to another organisation."
        if run[-1].record_organisation != run[-1].organisation
        else ""
    )
    return concern(
        Kind.SAME_CASE_AGAIN,
        run,
        f"Opened the same case {len(run)} times on {counted(days, 'day', 'different days')} within "
        f"{days_in_words(length)}, each time without being assigned to it and without recording "
        f"anything in it. {counted(run[-1].people_assigned, 'person is', 'people are')} assigned."
        f"{elsewhere}",
        looks=len(run),
        days=days,
        within_days=length,
    )


def _much(run: Sequence[Look]) -> Concern:
    cases, length = len(records_of(run)), (run[-1].on - run[0].on).days + 1
    return concern(
        Kind.MUCH_BROKEN_GLASS,
        run,
        f"Opened {cases} different cases within {days_in_words(length)} without being assigned to "
        "them and without recording anything in them.",
        cases=cases,
        within_days=length,
    )


def _thin(run: Sequence[Look], words: str) -> Concern:
    cases = len(records_of(run))
    gave = (
        f"typed the same words each time, numbers aside: “{run[-1].reason.strip()}”"
        if words
        else "gave no reason, or a single word"
    )
    return concern(
        Kind.THIN_REASONS,
        run,
        f"Opened {cases} different cases without being assigned to them and {gave}. Nothing was "
        "recorded in them.",
        cases=cases,
    )
