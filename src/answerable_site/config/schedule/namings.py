"""Names of organisations that take effect on the day."""

from __future__ import annotations

from datetime import datetime

from answerable.statute import civil_date
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people import operations, queries
from answerable_site.people.rules import PRODUCT


def apply(at: datetime) -> Outcome:
    """Let names that have begun stand."""
    changed = operations.apply_namings(by=PRODUCT, at=at, on=civil_date(at))
    return Outcome(done=(_said(changed, "took"),) if changed else ())


def foresee(at: datetime) -> tuple[str, ...]:
    """What `apply` would do."""
    count = len(queries.namings_to_apply(on=civil_date(at)))
    return (_said(count, "would take"),) if count else ()


def _said(count: int, verb: str) -> str:
    return f"{count} organisation{'' if count == 1 else 's'} {verb} another name."
