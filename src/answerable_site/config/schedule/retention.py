"""Traces of the working site that have served their time."""

from __future__ import annotations

from datetime import datetime

from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT
from answerable_site.upkeep import operations
from answerable_site.upkeep.queries import traces
from answerable_site.upkeep.rules.periods import PERIODS


def erase(at: datetime) -> Outcome:
    """Erase what is older than its period."""
    return Outcome(done=_said(operations.erase_traces(by=PRODUCT, at=at), "erased"))


def foresee(at: datetime) -> tuple[str, ...]:
    """What `erase` would do."""
    return _said(traces.counts(at), "to erase")


def _said(counts: dict[str, int], verb: str) -> tuple[str, ...]:
    return tuple(
        f"{counts[period.name]:,} {verb}: {period.what}."
        for period in PERIODS
        if counts.get(period.name)
    )
