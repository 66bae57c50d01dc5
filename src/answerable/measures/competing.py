"""What becomes of cases over time, where one ending rules out the others and some are still open.

Aalen and Johansen’s estimate: the share of cases that had each ending by a day. Taking every other
ending for censoring (Kaplan and Meier, one ending at a time) overstates each, and the shares then
add up to more than one. Cases that are open at the end of the cut are in the risk set as long as
they were seen; cases that came under observation late are not in it before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from answerable.measures.interval import Z_95

if TYPE_CHECKING:
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.float64]"
Days: TypeAlias = "NDArray[np.int64]"

_ROUNDING = 1e-12
"""What sums of many shares miss a round number by, at most."""
OPEN = 0
"""Stands for no ending: the case was still open when it was last seen."""


class NotADuration(ValueError):
    """A case ended before it began, or on the same day: it belongs to no estimate as it stands."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Shares of cases by ending, at the end of each day on which one ended."""

    days: Days
    """Days since the origin, earliest first."""
    at_risk: Numbers
    """Cases that were under observation and open until then."""
    incidence: Mapping[str, Numbers]
    """Of each ending, the share of cases that had it by then."""
    low: Mapping[str, Numbers]
    """The lower ends of the 95% bands; not a number where there is none."""
    high: Mapping[str, Numbers]
    still_open: Numbers
    """The share that had no ending by then: with all endings it adds up to one."""

    def by(self, ending: str, day: int) -> float:
        """The share that had an ending by the end of a day, counted from the origin."""
        place = int(np.searchsorted(self.days, day, side="right"))
        return float(self.incidence[ending][place - 1]) if place else 0.0

    def open_after(self, day: int) -> float:
        """The share that was still open at the end of a day."""
        place = int(np.searchsorted(self.days, day, side="right"))
        return float(self.still_open[place - 1]) if place else 1.0

    def day_of_share(self, share: float, ending: str | None = None) -> int | None:
        """The first day by which so large a share had an ending, any or one; None: not reached."""
        found = 1 - self.still_open if ending is None else self.incidence[ending]
        reached = np.flatnonzero(found >= share - _ROUNDING)
        return int(self.days[reached[0]]) if len(reached) else None


def incidence(
    *,
    entered: Sequence[int] | Days,
    left: Sequence[int] | Days,
    ending: Sequence[int] | Days,
    endings: Sequence[str],
    count: Sequence[int] | Days | None = None,
) -> Curve:
    """The share of cases that had each ending, over time.

    Dinse and Larson’s variance by the delta method, which for one ending is Greenwood’s; bands on
    the scale of log(-log), which keeps them between 0 and 1.

    Args:
        entered: days from the origin to the first day on which the case was under observation; 0
            where it was from the beginning.
        left: days from the origin to the ending, or to the last day on which it was seen open.
        ending: the number of its ending in `endings`, from 1; `OPEN` where it had none.
        endings: what the endings are called.
        count: how many cases each row stands for; 1 where not given.

    Raises:
        NotADuration: a case left on the day on which it entered, or before.
    """
    came, went, how = (np.asarray(one, dtype=np.int64) for one in (entered, left, ending))
    many = np.ones(len(went)) if count is None else np.asarray(count, dtype=np.float64)
    if np.any(went <= came):
        raise NotADuration("A case left on the day on which it came under observation, or before.")
    first = came.min(initial=0)
    days = int(went.max(initial=0) - first + 1)
    # Days are few and cases many, so that they are counted by day and not sorted.
    each = np.bincount(how * days + went - first, many, (len(endings) + 1) * days)
    left_by = each.reshape(len(endings) + 1, days).astype(np.float64)
    before = np.cumsum(np.bincount(came - first, many, days) - left_by.sum(axis=0))
    ended = left_by[1:]
    on = np.flatnonzero(ended.sum(axis=0))
    return _estimate(on + first, before[on - 1], ended[:, on], endings)


def _estimate(days: Days, at_risk: Numbers, ended: Numbers, endings: Sequence[str]) -> Curve:
    every = ended.sum(axis=0)
    still_open = np.cumprod(1 - every / at_risk)
    before = np.concatenate(([1.0], still_open[:-1]))
    shares, low, high = {}, {}, {}
    for name, of_it in zip(endings, ended, strict=True):
        share = np.cumsum(before * of_it / at_risk)
        shares[name] = share
        low[name], high[name] = _band(share, _variance(share, before, at_risk, every, of_it))
    return Curve(days, at_risk, shares, low, high, still_open)


def _variance(
    share: Numbers, before: Numbers, at_risk: Numbers, every: Numbers, of_it: Numbers
) -> Numbers:
    """Of the share that had one ending by each day, from sums that run once over the days."""
    left_open = at_risk - every
    # Where the last case at risk ends nothing changes any more, so that this has no weight.
    spread = np.divide(every, at_risk * left_open, out=np.zeros_like(every), where=left_open > 0)
    own = before**2 * of_it * (at_risk - of_it) / at_risk**3
    mixed = before * of_it / at_risk**2
    found: Numbers = (
        share**2 * np.cumsum(spread)
        - 2 * share * np.cumsum(share * spread)
        + np.cumsum(share**2 * spread)
        + np.cumsum(own)
        - 2 * (share * np.cumsum(mixed) - np.cumsum(share * mixed))
    )
    return np.maximum(found, 0)


def _band(share: Numbers, variance: Numbers) -> tuple[Numbers, Numbers]:
    has_one = (share > 0) & (share < 1 - _ROUNDING) & (variance > _ROUNDING**2)
    low, high = np.full_like(share, np.nan), np.full_like(share, np.nan)
    some = share[has_one]
    width = Z_95 * np.sqrt(variance[has_one]) / (some * np.log(some))
    low[has_one], high[has_one] = some ** np.exp(-width), some ** np.exp(width)
    return low, high


def plain(numbers: Numbers) -> list[Any]:
    """Numbers as plain data; None where there is none."""
    return [None if np.isnan(one) else float(one) for one in numbers]
