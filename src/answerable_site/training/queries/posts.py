"""How the investigators of a force stood at each month end, as numbers alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.cuts.organisations import InPost, month_ends
from answerable.records.codes.qualification import Qualification
from answerable_site.training.queries.facts import countings_of, people_of
from answerable_site.training.rules import Duty, Presence, qualified_on

_QUALIFICATIONS = {
    Presence.COUNTED: Qualification.QUALIFIED,
    Presence.RAN_OUT: Qualification.RAN_OUT,
    Presence.DOES_NOT_COUNT: Qualification.DOES_NOT_COUNT,
    Presence.NOT_PASSED: Qualification.NOT_PASSED,
    Presence.NO_COURSE: Qualification.NO_COURSE,
}
"""What those in post are to the figure of a day; who is not in post has no place in a cut."""


def in_post_to_cut(force_id: int, *, until: date) -> Iterator[InPost]:
    """How many investigators of a force were in post at each month end since the first posting, and
    how they stood, by the record of now: the figure of 31 March for every month.

    For cuts alone: nobody is named, and nothing leads from one month to the next.

    Args:
        until: the last day, inclusive.
    """
    people, every = people_of(force_id), countings_of(force_id)
    postings = (one for person in people for one in person.postings)
    begun = [one.from_on for one in postings if one.duty is Duty.INVESTIGATOR]
    for day in month_ends(min(begun, default=date.max), until):
        counts = qualified_on(day, people, every, Duty.INVESTIGATOR).counts
        yield InPost(force_id, day, {found: counts[one] for one, found in _QUALIFICATIONS.items()})
