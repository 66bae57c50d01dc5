"""Who holds an office on a day. Somebody may act for the holder for a while."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class _Tenure(Protocol):
    @property
    def from_on(self) -> date: ...
    @property
    def to_on(self) -> date | None: ...
    @property
    def is_acting(self) -> bool: ...


Tenure = TypeVar("Tenure", bound=_Tenure)


def tenures_in_force(tenures: Iterable[Tenure], *, on: date) -> tuple[Tenure, ...]:
    """Those that run on a day, the one that counts first; both their days are inclusive.

    Whoever acts comes before the holder, and who began later before who began earlier.
    """
    running = [t for t in tenures if t.from_on <= on and (t.to_on is None or on <= t.to_on)]
    return tuple(sorted(running, key=lambda t: (t.is_acting, t.from_on), reverse=True))


def tenure_in_force(tenures: Iterable[Tenure], *, on: date) -> Tenure | None:
    """The tenure that counts on a day, or None while the office is vacant or unknown."""
    return next(iter(tenures_in_force(tenures, on=on)), None)


def overlapping(tenures: Iterable[Tenure], *, from_on: date, to_on: date | None) -> Tenure | None:
    """A tenure of a holder, not of somebody acting, that shares a day with a span.

    Args:
        tenures: of one office.
        from_on: first day of the span.
        to_on: its last day, inclusive; None for no end.
    """
    for tenure in tenures:
        begins_in_time = to_on is None or tenure.from_on <= to_on
        ends_too_late = tenure.to_on is None or tenure.to_on >= from_on
        if not tenure.is_acting and begins_in_time and ends_too_late:
            return tenure
    return None
