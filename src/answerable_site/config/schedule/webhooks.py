"""Systems are told of events: what happened is gathered, then sent."""

from __future__ import annotations

from datetime import datetime, timedelta
from time import monotonic
from typing import Final

from answerable_site.casework import wall
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT
from answerable_site.webhooks import operations, queries
from answerable_site.webhooks.tasks import deliver

LONGEST: Final = 120.0
"""Seconds after which a run begins no further delivery: slow receivers keep nothing else back."""


def tell(at: datetime) -> Outcome:
    """Gather events, and try every delivery that is due."""
    with wall.as_product():
        operations.gather_events(by=PRODUCT, at=at)
    began, taken, refused = monotonic(), 0, 0

    def now() -> datetime:
        return at + timedelta(seconds=monotonic() - began)

    for delivery in queries.deliveries_due(at):
        if monotonic() - began > LONGEST:
            break
        match deliver(delivery, now=now):
            case True:
                taken += 1
            case False:
                refused += 1
    done = (f"{_deliveries(taken)} of events taken.",) if taken else ()
    # That a receiver is away is no failure of ours: its page shows it, and it is tried again.
    waits = (f"{_deliveries(refused)} of events not taken.",) if refused else ()
    return Outcome(done=(*done, *waits))


def foresee(at: datetime) -> tuple[str, ...]:
    """What `tell` would try of what was gathered."""
    count = queries.deliveries_due(at).count()
    return (f"{_deliveries(count)} of events to be tried.",) if count else ()


def _deliveries(count: int) -> str:
    return "1 delivery" if count == 1 else f"{count} deliveries"
