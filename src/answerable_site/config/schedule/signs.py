"""Signs of life: that what is due is done, and that somebody does background work."""

from __future__ import annotations

from datetime import datetime

from answerable_site.config.schedule.jobs import Outcome
from answerable_site.upkeep import signs
from answerable_site.upkeep.signs import Sign
from answerable_site.upkeep.tasks import show_that_work_is_done


def give(at: datetime) -> Outcome:
    """Leave one, and ask the worker for another."""
    signs.give(Sign.RAN, at=at)
    show_that_work_is_done.enqueue()
    return Outcome()


def foresee(_at: datetime) -> tuple[str, ...]:
    """Nothing that anybody would notice."""
    return ()
