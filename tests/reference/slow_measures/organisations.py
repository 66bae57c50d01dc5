"""Recommendations 5 and 12 by organisation: who was in post, and reviews of the pathway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from tests.reference.slow_measures.reading import FIRST_DAY_OF_CALENDAR, Row

from answerable.cuts.organisations import OfOrganisations
from answerable.records.file import CaseFile

Cases = Iterable[tuple[CaseFile, Mapping[str, int]]]
Found = Iterator[tuple[Row, Mapping[str, int]]]
"""Each row with the organisation that it is of."""


def _in_post(record: OfOrganisations, as_of: date) -> Iterator[tuple[int, date, str]]:
    """The force, the day and how they stood, of everybody in post at a month end."""
    for one in record.in_post:
        if FIRST_DAY_OF_CALENDAR <= one.month_end_on <= as_of:
            for standing, people in one.people.items():
                for _ in range(people):
                    yield one.force, one.month_end_on, str(standing.value)


def investigators_qualified(record: OfOrganisations, cases: Cases, as_of: date) -> Found:
    for force, day, standing in _in_post(record, as_of):
        met = "met" if standing == "qualified" else "missed"
        yield Row(met, day, {"qualification": standing}), {"force": force}


def investigators_trained(record: OfOrganisations, cases: Cases, as_of: date) -> Found:
    for force, day, standing in _in_post(record, as_of):
        met = "missed" if standing == "no_course" else "met"
        yield Row(met, day), {"force": force}


def pathway_reviewed(record: OfOrganisations, cases: Cases, as_of: date) -> Found:
    first: dict[tuple[str, int], date] = {}
    for file, organisations in cases:
        if file.reported_on <= as_of:
            for one in organisations.items():
                first[one] = min(file.reported_on, first.get(one, file.reported_on))
    for (grouping, organisation), since in first.items():
        own = [
            one
            for one in record.reviews
            if one.grouping == grouping and one.organisation == organisation
        ]
        day = since
        while day <= as_of:
            if (day + timedelta(days=1)).day == 1:
                held = sorted(
                    (one for one in own if one.held_on <= day), key=lambda one: one.held_on
                )
                is_current = bool(held) and held[-1].next_due_on >= day
                days = (day - held[-1].held_on).days if held else None
                facts = {"grouping": grouping, "days_since_review": days}
                row = Row("met" if is_current else "missed", day, facts)
                yield row, {grouping: organisation}
            day += timedelta(days=1)


MEASURES = {
    one.__name__: one for one in (investigators_qualified, investigators_trained, pathway_reviewed)
}
