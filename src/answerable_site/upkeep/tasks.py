"""A piece of background work that shows that somebody does background work."""

from __future__ import annotations

from django.utils import timezone

from answerable_site.background import task
from answerable_site.upkeep import signs
from answerable_site.upkeep.signs import Sign


@task()
def show_that_work_is_done() -> None:
    """Leave a sign of life of the worker that does this."""
    signs.give(Sign.WORKED, at=timezone.now())
