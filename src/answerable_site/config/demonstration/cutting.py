"""Data cuts of the invented force: of two months, the later one compared with the one before."""

from __future__ import annotations

from datetime import date, timedelta

from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.stories import Story
from answerable_site.figures import operations, tasks

NEEDED_FOR = timedelta(days=3 * 365)


class CutNotMade(RuntimeError):
    """A cut of the demonstration was refused; the message says why."""


def story_of_cuts(county: InventedCounty, today: date) -> Story:
    """The analyst makes a cut after the end of each month, with time left before the visit."""
    last_month = _end_of_month_before(today - timedelta(days=1))
    for as_of in (_end_of_month_before(last_month), last_month):
        yield from _make(county, as_of)


def _make(county: InventedCounty, as_of: date) -> Story:
    made_on = as_of + timedelta(days=1)
    asks, is_there = Act(county.analyst, made_on, 9), Act(county.analyst, made_on, 10)
    yield asks.at
    queued = operations.ask_cut(
        **asks.alone, force=county.force, as_of=as_of, last_day=made_on + NEEDED_FOR
    )
    yield is_there.at
    tasks.make_waiting(queued.pk, now=lambda: is_there.at)
    queued.refresh_from_db()
    if queued.cut is None:
        raise CutNotMade(queued.refusal)


def _end_of_month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)
