"""Last lawful days that a changed rule of statute moves."""

from __future__ import annotations

from datetime import datetime

from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT
from answerable_site.register import operations, queries


def recount(at: datetime) -> Outcome:
    """Count every last lawful day again."""
    moved = operations.recount_clocks(by=PRODUCT, at=at)
    return Outcome(done=(_said(moved, "moved"),) if moved else ())


def foresee(_at: datetime) -> tuple[str, ...]:
    """What `recount` would do."""
    count = len(queries.outdated_clocks())
    return (_said(count, "would move"),) if count else ()


def _said(count: int, verb: str) -> str:
    return f"{count} last lawful day{'' if count == 1 else 's'} {verb}, because a rule changed."
