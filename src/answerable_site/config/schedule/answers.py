"""What machines were answered, once nobody can be told it again."""

from __future__ import annotations

from datetime import datetime

from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people import operations, queries
from answerable_site.people.rules import PRODUCT


def forget(at: datetime) -> Outcome:
    """Erase answers whose time is over."""
    count = operations.forget_answers(by=PRODUCT, at=at)
    return Outcome(done=(_said(count, "erased"),) if count else ())


def foresee(at: datetime) -> tuple[str, ...]:
    """What `forget` would do."""
    count = queries.answers_to_forget(at - operations.ANSWERS_KEPT_FOR).count()
    return (_said(count, "to erase"),) if count else ()


def _said(count: int, verb: str) -> str:
    return f"{count} answer{'' if count == 1 else 's'} to machines {verb}."
