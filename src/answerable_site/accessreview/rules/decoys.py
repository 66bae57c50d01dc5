"""Records that nobody’s work leads to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from answerable_site.accessreview.rules.concerns import Concern, Kind, concern, counted
from answerable_site.accessreview.rules.episodes import grouped
from answerable_site.accessreview.rules.looks import Act, Look


def decoys_seen(looks: Iterable[Look], *, since: datetime) -> list[Concern]:
    """A decoy was looked up, opened, exported or written to: one look is enough.

    A decoy in a list that somebody was shown is no concern: they did not ask for it.
    """
    ordered = sorted(looks, key=lambda look: look.place)
    seen = [
        look
        for look in ordered
        if look.is_decoy and look.act is not Act.LISTED and look.at >= since
    ]
    return [
        concern(
            Kind.DECOY,
            of_one,
            f"Saw a decoy record {counted(len(of_one), 'time', 'times')}. It belongs to no case, "
            "so no work leads to it; a mistyped reference may.",
            looks=len(of_one),
        )
        for of_one in grouped(seen, lambda look: (look.person, look.record)).values()
    ]
