"""Invented forces have investigators in post and review their pathway, or do not."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from tests.library.synthetic.cases.inventing import KNOWN_UNTIL, invention

from answerable.cuts.organisations import month_ends
from answerable.records.codes.qualification import Qualification
from answerable.synthetic.cases.forces import AREAS_FROM, Forces
from answerable.synthetic.cases.organisations import of_organisations
from answerable.synthetic.cases.parameters import number

FORCES = range(1, 44)
MARCH = date(2026, 3, 31)


@pytest.fixture(scope="module")
def found():
    return of_organisations(invention(100_000))


def people_in(found, force, day):
    (there,) = (one for one in found.in_post if (one.force, one.month_end_on) == (force, day))
    return there.people


class TestInvestigators:
    def test_are_in_post_in_each_force_at_each_month_end(self, found):
        ends = set(month_ends(date(2021, 3, 31), KNOWN_UNTIL))
        told = {(one.force, one.month_end_on) for one in found.in_post}
        assert {day for _, day in told} <= ends
        assert len(told) == len(found.in_post) == len(FORCES) * len({day for _, day in told})

    def test_are_as_many_as_the_reports_ask_for(self, found):
        counted = sum(sum(people_in(found, force, MARCH).values()) for force in FORCES)
        assert counted == pytest.approx(100_000 / 5 * number("investigators") / 100, rel=0.02)

    def test_stand_in_every_way_and_most_of_them_are_qualified(self, found):
        stood = Counter()
        for one in found.in_post:
            stood.update(one.people)
        assert set(stood) == set(Qualification)
        assert min(stood.values()) > 0
        assert stood[Qualification.QUALIFIED] > stood.total() / 2

    def test_are_one_at_the_least(self):
        few = of_organisations(invention(10, forces=Forces.SMALL))
        assert all(sum(one.people.values()) == 1 for one in few.in_post)


class TestReviews:
    def test_are_held_within_what_is_known_and_name_a_later_day(self, found):
        assert all(one.held_on <= KNOWN_UNTIL for one in found.reviews)
        assert all(one.next_due_on > one.held_on for one in found.reviews)

    def test_are_of_forces_and_areas_but_not_of_all(self, found):
        reviewed = {(one.grouping, one.organisation) for one in found.reviews}
        areas = {("cps_area", AREAS_FROM + one) for one in FORCES}
        every = areas | {("force", one) for one in FORCES}
        assert reviewed < every
        assert {grouping for grouping, _ in reviewed} == {"force", "cps_area"}


def test_the_same_seed_gives_the_same_and_another_gives_others():
    first, again, other = (of_organisations(invention(2_000, seed=seed)) for seed in (3, 3, 4))
    assert first == again
    assert first != other
