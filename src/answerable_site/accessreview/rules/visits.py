"""One visit to a case leaves several entries in the record of access; it is one look."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from answerable_site.accessreview.rules.episodes import grouped
from answerable_site.accessreview.rules.looks import Act, Look

SAME_VISIT: Final = timedelta(minutes=30)
"""Reading on, or coming back to the page from a form of it, is no new look."""


def visits(looks: Iterable[Look]) -> list[Look]:
    """The looks, those of one visit as one: its first, or the first export in it.

    A visit goes on while the same person reads the same case with no pause over `SAME_VISIT`. What
    stood in a list, was found, or was recorded is left as it is.
    """
    kept: list[Look] = []
    read: list[Look] = []
    for look in sorted(looks, key=lambda look: look.place):
        (read if look.act in {Act.OPENED, Act.EXPORTED} else kept).append(look)
    for of_one in grouped(read, lambda look: (look.person, look.record)).values():
        visit = [of_one[0]]
        for look in of_one[1:]:
            if look.at - visit[-1].at > SAME_VISIT:
                kept.append(_one(visit))
                visit = []
            visit.append(look)
        kept.append(_one(visit))
    return sorted(kept, key=lambda look: look.place)


def _one(visit: list[Look]) -> Look:
    return next((look for look in visit if look.act is Act.EXPORTED), visit[0])
