"""Days between rare events: whether they come more often than they did, or less.

A month in which something happens never or twice says little by its count; the days from one event
to the next say it event by event. If events come by chance at a steady rate, such gaps are
exponential; their power of 1/3.6 is close to normal, and goes into a process behaviour chart (the
t chart). Nelson, L. S. (1994), A control chart for parts-per-million nonconforming items, Journal
of Quality Technology 26, 239-240.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from answerable.measures import behaviour
from answerable.measures.behaviour import ENOUGH_POINTS, Rule, Signal

POWER = 1 / 3.6
"""Makes exponential times nearly normal."""
ENOUGH_EVENTS = ENOUGH_POINTS + 1
"""With fewer there are too few gaps for limits to say much."""


class TooFewEvents(ValueError):
    """A chart of gaps needs three events at least."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The days from each event to the next, with mean and limits."""

    days: tuple[int, ...]
    """Days from one event to the next, in order; 0 where both were on one day."""
    mean: float
    """The mean of the chart, in days: half of the gaps are about as long, or longer."""
    low: float
    high: float
    signals: tuple[Signal, ...]
    """Points are gaps. High is long: the events became rarer."""
    open_days: int | None
    """Days since the last event, where it is known that there was none since."""

    @property
    def is_short(self) -> bool:
        """Whether there are too few gaps for the limits to say much."""
        return len(self.days) < ENOUGH_POINTS

    @property
    def is_open_gap_long(self) -> bool:
        """Whether the time since the last event is itself above the upper limit."""
        return self.open_days is not None and self.open_days > self.high

    def sentence(self, names: Sequence[str]) -> str:
        """What the chart says, in words.

        Args:
            names: what each event is called, such as its day: one more than there are gaps.
        """
        told = [_told(one, names) for one in self.signals]
        if self.is_open_gap_long:
            told.append(
                f"None happened in the {self.open_days:,} days since {names[-1]}: longer than the "
                "upper limit."
            )
        if not told:
            told.append("Nothing shows but the variation that is usual here.")
        if self.is_short:
            told.append(f"With fewer than {ENOUGH_EVENTS} events this says little.")
        return " ".join(told)


def gaps(on: Sequence[int], watched_until: int | None = None) -> Gaps:
    """The days between events, with the signals in them.

    Args:
        on: the day of each event, as a number, in order.
        watched_until: the last day of which it is known whether there was an event; None: none
            after the last event.

    Raises:
        TooFewEvents: there are fewer than three.
        ValueError: the days are not in order.
    """
    if len(on) < 3:
        raise TooFewEvents("A chart of the days between events needs three events at least.")
    days = tuple(later - earlier for earlier, later in pairwise(on))
    if min(days) < 0 or (watched_until is not None and watched_until < on[-1]):
        raise ValueError("The days of events are given in order.")
    found = behaviour.chart([one**POWER for one in days])
    return Gaps(
        days=days,
        mean=_in_days(found.mean),
        low=_in_days(found.low),
        high=_in_days(found.high),
        signals=found.signals,
        open_days=None if watched_until is None else watched_until - on[-1],
    )


def _in_days(value: float) -> float:
    days: float = max(value, 0.0) ** (1 / POWER)
    return days


def _told(signal: Signal, names: Sequence[str]) -> str:
    first, last = names[signal.points[0]], names[signal.points[-1] + 1]
    often = "rarer" if signal.is_high else "more often"
    many = len(signal.points)
    match signal.rule:
        case Rule.OUTSIDE if first == last:
            return f"Two events on {first} are closer than the limits."
        case Rule.OUTSIDE:
            length = "longer" if signal.is_high else "shorter"
            return f"The gap from {first} to {last} is {length} than the limits."
        case Rule.SHIFT:
            return f"From {first} to {last} events came {often}: {many} gaps in a row."
        case Rule.TREND:
            return f"From {first} to {last} events came ever {often}: {many} gaps in a row."
        case Rule.NEAR_LIMIT:
            length = "long" if signal.is_high else "short"
            return f"From {first} to {last} {many} gaps are unusually {length}."
