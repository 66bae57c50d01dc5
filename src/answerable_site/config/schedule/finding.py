"""What was published before there was a search is found by it once an upgraded site has run."""

from __future__ import annotations

from datetime import datetime

from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT
from answerable_site.publication import operations
from answerable_site.publication.queries import entries_without_words


def catch_up(at: datetime) -> Outcome:
    """Write the words of everything public, if any entry has none.

    Args:
        at: when the run begins.
    """
    if not entries_without_words():
        return Outcome()
    count = operations.find_anew(by=PRODUCT, at=at, tell=lambda _count: None)
    return Outcome(done=(f"{count:,} public texts can be searched.",))


def foresee(_at: datetime) -> tuple[str, ...]:
    """What `catch_up` would do."""
    count = entries_without_words()
    return (f"{count:,} public entries would be made searchable.",) if count else ()
