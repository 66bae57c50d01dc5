"""All looks that need a question at a review, most pressing first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from answerable_site.accessreview.rules.attention import unusual_attention
from answerable_site.accessreview.rules.concerns import Concern, Kind, in_order
from answerable_site.accessreview.rules.decoys import decoys_seen
from answerable_site.accessreview.rules.ended import after_the_end
from answerable_site.accessreview.rules.looks import Look
from answerable_site.accessreview.rules.thresholds import DEFAULT, Thresholds
from answerable_site.accessreview.rules.volume import skimmed, unusual_volume
from answerable_site.accessreview.rules.without_assignment import (
    much_broken_glass,
    same_case_again,
    thin_reasons,
)
from answerable_site.accessreview.rules.work import looks_without_work


def concerns(
    looks: Iterable[Look],
    *,
    since: datetime,
    until: datetime,
    thresholds: Thresholds = DEFAULT,
) -> list[Concern]:
    """What an access auditor is shown about the looks of a time.

    Looks from before it count as history and as the beginning of what goes on: give
    `thresholds.history_days` of them where they exist. Looks from after it count only as work that
    explains: hold a review `thresholds.work_within_days` after its last moment. A matter that goes
    on is shown again at the next review, with what was added. Nothing random and no clock: the
    same looks always give the same concerns.

    Args:
        looks: in any order.
        since: the first moment that is reviewed; begin a day in London, so that none is cut.
        until: the first moment that is no longer reviewed.
        thresholds: figures of the office.
    """
    looks = list(looks)
    unworked = [one for one in looks_without_work(looks, thresholds) if one.at < until]
    looks = [one for one in looks if one.at < until]
    return in_order(
        _without_repetition(
            [
                *decoys_seen(looks, since=since),
                *unusual_attention(unworked, since=since, thresholds=thresholds),
                *after_the_end(unworked, since=since, thresholds=thresholds),
                *same_case_again(unworked, since=since, thresholds=thresholds),
                *skimmed(looks, unworked, since=since, thresholds=thresholds),
                *much_broken_glass(unworked, since=since, thresholds=thresholds),
                *unusual_volume(looks, unworked, since=since, thresholds=thresholds),
                *thin_reasons(unworked, since=since, thresholds=thresholds),
            ]
        )
    )


_SAY_MORE = {
    Kind.SAME_CASE_AGAIN: Kind.AFTER_THE_END,
    Kind.UNUSUAL_VOLUME: Kind.SKIMMED,
    Kind.THIN_REASONS: Kind.MUCH_BROKEN_GLASS,
}
"""Kinds that repeat what another kind says better of the same looks."""


def _without_repetition(found: list[Concern]) -> list[Concern]:
    """Each matter once: a concern is left out where a better one covers most of its records."""
    return [one for one in found if not any(_says_more(other, one) for other in found)]


def _says_more(other: Concern, one: Concern) -> bool:
    return (
        other.kind is _SAY_MORE.get(one.kind)
        and other.person == one.person
        and other.first_at <= one.last_at
        and other.last_at >= one.first_at
        and 2 * len({*other.records} & {*one.records}) > len(one.records)
    )
