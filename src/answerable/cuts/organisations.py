"""What a cut holds of organisations: who was in post at each month end, and reviews of the pathway.

Nobody is named in either, and nothing leads to a person: of those in post it is known how many
stood in each way on the last day of a month, and who is the same from one month to the next is not.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.cuts.batches import Batch, Rows, batch_of
from answerable.cuts.listed import CALENDAR_FROM, day_number
from answerable.cuts.tables import IN_POST, PATHWAY_REVIEWS
from answerable.records.codes.qualification import Qualification


@dataclass(frozen=True, slots=True)
class InPost:
    """How many investigators of a force were in post at the end of a month, by how they stood."""

    force: int
    month_end_on: date
    people: Mapping[Qualification, int]


@dataclass(frozen=True, slots=True)
class PathwayReview:
    """A review of how police and prosecutors escalate a disagreement."""

    grouping: str
    """What the organisation is to cases: one of `tables.GROUPINGS`."""
    organisation: int
    held_on: date
    next_due_on: date
    """The day by which it says that the next one is held, inclusive."""


@dataclass(frozen=True, slots=True)
class OfOrganisations:
    """Everything that a cut holds of organisations."""

    in_post: Iterable[InPost] = ()
    reviews: Iterable[PathwayReview] = ()


def organisation_rows(found: OfOrganisations, as_of: date) -> Rows:
    """The same as batches, as far as it had happened by the end of a day, from 2010 on.

    Of reviews of one organisation on one day the last stands.

    Args:
        as_of: the last day, inclusive.
    """
    for one in found.in_post:
        if CALENDAR_FROM <= one.month_end_on <= as_of:
            yield IN_POST.name, _each(one)
    reviews = {
        (one.grouping, one.organisation, day_number(one.held_on)): day_number(one.next_due_on)
        for one in found.reviews
        if one.held_on <= as_of
    }
    rows = [(*key, due) for key, due in reviews.items()]
    yield PATHWAY_REVIEWS.name, batch_of(PATHWAY_REVIEWS, rows)


def _each(one: InPost) -> Batch:
    """A row for each of them, in the order of the list, so that a place says nothing more."""
    import numpy

    stood = [one.people.get(standing, 0) for standing in Qualification]
    people = sum(stood)
    return {
        "force": numpy.full(people, one.force, "int32"),
        "month_end_on": numpy.full(people, day_number(one.month_end_on), "int32"),
        "place": numpy.arange(1, people + 1, dtype="int32"),
        "qualification": numpy.repeat(numpy.arange(len(stood), dtype="uint8"), stood),
    }


def month_ends(first: date, last: date) -> Iterator[date]:
    """The last day of each month from one day to another, both inclusive."""
    day = _end_of_month(first)
    while day <= last:
        yield day
        day = _end_of_month(day + timedelta(days=1))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
