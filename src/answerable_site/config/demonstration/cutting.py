"""Data cuts of the invented force, each compared with the one before, and figures of them."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime, timedelta

from answerable_site.config.demonstration import releasing
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.promises import TRAINING
from answerable_site.config.demonstration.stories import Story
from answerable_site.figures import operations, tasks
from answerable_site.figures.models import DataCut
from answerable_site.people.models import User

FIRST_DAYS_AGO = 225
"""While the training that was promised is still followed up, and before any case."""
NEEDED_FOR = timedelta(days=3 * 365)


class CutNotMade(RuntimeError):
    """A cut of the demonstration was refused; the message says why."""


def story_of_cuts(county: InventedCounty, liaison: User, today: date) -> Story:
    """The analyst makes a cut after the end of a month, with time left before the visit; how many
    investigators are trained is released of each, and the first is handed to follow-up."""
    first = _end_of_month_before(today - timedelta(days=FIRST_DAYS_AGO))
    last_month = _end_of_month_before(today - timedelta(days=1))
    for as_of in (first, _end_of_month_before(last_month), last_month):
        cut = yield from _make(county, as_of)
        made_on = as_of + timedelta(days=1)
        yield from releasing.release(county, cut, made_on)
        if as_of == first:
            yield from releasing.hand_over(liaison, TRAINING, made_on)


def _make(county: InventedCounty, as_of: date) -> Generator[datetime, None, DataCut]:
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
    return queued.cut


def _end_of_month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)
