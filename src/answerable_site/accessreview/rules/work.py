"""Whether looks are explained by work: something that the same person recorded in the same case."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from answerable_site.accessreview.rules.looks import Act, Look
from answerable_site.accessreview.rules.thresholds import Thresholds


def looks_without_work(looks: Iterable[Look], thresholds: Thresholds) -> list[Look]:
    """Looks that show a record and that no work of the same person explains, earliest first."""
    ordered = sorted(looks, key=lambda look: look.place)
    worked: dict[tuple[int, str], list[datetime]] = defaultdict(list)
    for look in ordered:
        if look.act is Act.RECORDED:
            worked[look.person, look.record].append(look.at)
    within = timedelta(days=thresholds.work_within_days)
    return [
        look
        for look in ordered
        if look.shows_the_record
        and not _is_near(look.at, worked.get((look.person, look.record), []), within)
    ]


def _is_near(moment: datetime, moments: list[datetime], within: timedelta) -> bool:
    place = bisect_left(moments, moment - within)
    return place < len(moments) and moments[place] <= moment + within
