"""Invented forces beside their cases: who is in post, and reviews of the escalation pathway.

Drawn from a part of the seed of their own, so that the cases of a seed stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from answerable.cuts.organisations import InPost, OfOrganisations, PathwayReview, month_ends
from answerable.records.codes.qualification import Qualification
from answerable.synthetic.cases.chance import Chance, Numbers, Truths, whole
from answerable.synthetic.cases.forces import AREAS_FROM
from answerable.synthetic.cases.invent import Invention
from answerable.synthetic.cases.lives.beginning import EPOCH, days_of_reports
from answerable.synthetic.cases.parameters import number

_FOR_ORGANISATIONS = 2**32 - 2
"""The part of the seed from which forces are drawn, after that of the backlog."""
_STANDINGS = tuple(Qualification)


def of_organisations(invention: Invention) -> OfOrganisations:
    """What there is of the forces of an invention, from the first day of its reports to the last.

    The same invention gives the same.
    """
    last_day = (invention.known_until - EPOCH).days
    first_day = last_day - days_of_reports(last_day) + 1
    chance = Chance(invention.seed, _FOR_ORGANISATIONS)
    in_post = list(_in_post(invention, first_day, last_day, chance))
    return OfOrganisations(in_post, list(_reviews(invention, first_day, last_day, chance)))


@dataclass(frozen=True, slots=True)
class _Holders:
    """Those who came into post at one time of asking, one for each place."""

    force: Numbers
    first: Numbers
    last: Numbers
    course_on: Numbers
    has_course: Truths
    has_passed: Truths
    is_outdated: Truths
    is_refreshed: Truths

    def standings(self, day: int) -> Numbers:
        """How each stands on a day, as its place among the ways to stand."""
        is_over = day > self.course_on + int(number("qualification_length"))
        return np.select(
            [
                ~self.has_course | (self.course_on > day),
                ~self.has_passed,
                self.is_outdated,
                is_over & ~self.is_refreshed,
            ],
            [
                _STANDINGS.index(one)
                for one in (
                    Qualification.NO_COURSE,
                    Qualification.NOT_PASSED,
                    Qualification.DOES_NOT_COUNT,
                    Qualification.RAN_OUT,
                )
            ],
            default=_STANDINGS.index(Qualification.QUALIFIED),
        ).astype(np.int32)


def _in_post(
    invention: Invention, first_day: int, last_day: int, chance: Chance
) -> Iterator[InPost]:
    everybody = list(_holders(invention, first_day, last_day, chance))
    forces = [one.number for one in invention.forces]
    for month_end in month_ends(EPOCH + timedelta(days=first_day), invention.known_until):
        day = (month_end - EPOCH).days
        counts = np.zeros((max(forces) + 1, len(_STANDINGS)), np.int32)
        for some in everybody:
            there = (some.first <= day) & (some.last >= day)
            np.add.at(counts, (some.force[there], some.standings(day)[there]), 1)
        for force in forces:
            people = dict(zip(_STANDINGS, counts[force].tolist(), strict=True))
            yield InPost(force, month_end, people)


def _holders(
    invention: Invention, first_day: int, last_day: int, chance: Chance
) -> Iterator[_Holders]:
    """Who holds each place, one after the other, until nobody more comes by the last day."""
    force = _places(invention)
    size = len(force)
    stays = _lengths("posting_length", "posting_spread", size, chance)
    first = first_day - chance.between(0, stays - 1, size)
    while (first <= last_day).any():
        waits = _lengths("course_wait", "course_wait_spread", size, chance)
        yield _Holders(
            force=force,
            first=first,
            last=first + stays - 1,
            course_on=first + waits,
            has_course=chance.happens("course_taken", size),
            has_passed=chance.happens("course_passed", size),
            is_outdated=chance.happens("course_outdated", size),
            is_refreshed=chance.happens("qualification_refreshed", size),
        )
        first = first + stays
        stays = _lengths("posting_length", "posting_spread", size, chance)


def _places(invention: Invention) -> Numbers:
    """The number of the force of each place of an investigator."""
    a_year = invention.cases / number("years")
    people = [
        max(1, round(a_year * one.share * number("investigators") / 100))
        for one in invention.forces
    ]
    return np.repeat([one.number for one in invention.forces], people).astype(np.int32)


def _reviews(
    invention: Invention, first_day: int, last_day: int, chance: Chance
) -> Iterator[PathwayReview]:
    forces = [("force", one.number) for one in invention.forces]
    areas = [("cps_area", AREAS_FROM + one.number) for one in invention.forces]
    pathways = [*forces, *areas]
    size, interval = len(pathways), int(number("pathway_review_interval"))
    is_reviewed = chance.happens("pathway_reviewed", size)
    held = first_day + chance.between(0, interval - 1, size)
    while (held <= last_day).any():
        for place in np.flatnonzero(is_reviewed & (held <= last_day)).tolist():
            day = EPOCH + timedelta(days=int(held[place]))
            yield PathwayReview(*pathways[place], day, day + timedelta(days=interval))
        late = _lengths("pathway_review_late", "pathway_review_late_spread", size, chance)
        is_in_time = chance.happens("pathway_review_in_time", size)
        held = held + interval + np.where(is_in_time, 0, late)


def _lengths(median: str, spread: str, size: int, chance: Chance) -> Numbers:
    """Whole days, one at the least."""
    return np.maximum(whole(chance.days(median, spread, size)), 1)
