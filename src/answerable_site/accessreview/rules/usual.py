"""What is usual for a person: their own past, or that of others in the same role and organisation.

Median and median absolute deviation, because one busy day must not change what is usual
(Hampel, “The influence curve and its role in robust estimation”, 1974). The deviation times 1.4826
estimates the standard deviation of normally distributed figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import median

from answerable_site.accessreview.rules.thresholds import Thresholds

_TO_STANDARD_DEVIATION = 1.4826

Counts = Mapping[int, Mapping[date, int]]
"""A count by person and day; a day at work with nothing to count is there with nought."""


@dataclass(frozen=True, slots=True)
class Usual:
    """How high a daily count usually is, and how far it scatters."""

    median: float
    spread: float
    days: int
    """On how many days of work it rests."""
    is_own: bool
    """From the person’s own past; else from that of their peers."""

    def limit(self, spreads: float) -> float:
        """The count that lies so many spreads above the median."""
        return self.median + spreads * self.spread

    @property
    def words(self) -> str:
        """What is usual, as the end of a sentence."""
        of_whom = "their own" if self.is_own else "their peers’"
        return f"{of_whom} usual is {self.median:g} a day, from {self.days} days at work"


def usual_before(
    day: date, person: int, peers: Iterable[int], counts: Counts, thresholds: Thresholds
) -> Usual | None:
    """What was usual for somebody before a day; None while too little is known to say.

    Their own past counts where it is long enough, else that of their peers.

    Args:
        day: the day to be judged; it is not part of what is usual.
        person: whose day it is.
        peers: others in the same role and organisation.
        counts: by person and day.
        thresholds: how many days and peers are needed.
    """
    own = _past(counts.get(person, {}), day, thresholds)
    if len(own) >= thresholds.own_days_needed:
        return _usual(own, is_own=True)
    pasts = [past for peer in peers if (past := _past(counts.get(peer, {}), day, thresholds))]
    together = [count for past in pasts for count in past]
    if len(pasts) < thresholds.peers_needed or len(together) < thresholds.peer_days_needed:
        return None
    return _usual(together, is_own=False)


def _past(counts: Mapping[date, int], day: date, thresholds: Thresholds) -> list[int]:
    first = day - timedelta(days=thresholds.history_days)
    return [count for on, count in counts.items() if first <= on < day]


def _usual(counts: Sequence[int], *, is_own: bool) -> Usual:
    """Counts scatter at least as chance alone makes them: by the root of their median, and by 1."""
    middle = median(counts)
    deviation = _TO_STANDARD_DEVIATION * median(abs(count - middle) for count in counts)
    return Usual(middle, max(deviation, sqrt(middle), 1.0), len(counts), is_own)
