"""How investigators stood at each month end: the figure of 31 March for every month."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories_training
from tests.factories_training import LAST_DAY

from answerable.records.codes.qualification import Qualification
from answerable_site.training import operations, queries
from answerable_site.training.rules import FigureKind, FinancialYear, Outcome

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 5, 12)
FEBRUARY, MARCH, APRIL = date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)


def stood(school, until=UNTIL):
    """By month end, how many stood in which way."""
    return {
        one.month_end_on: {standing: people for standing, people in one.people.items() if people}
        for one in queries.in_post_to_cut(school.force.pk, until=until)
    }


class TestThoseInPost:
    def test_are_counted_at_each_month_end_since_the_first_posting(self, school):
        school.posted()
        assert min(stood(school)) == date(2020, 1, 31)
        assert max(stood(school)) == APRIL
        assert max(stood(school, until=MARCH)) == MARCH

    def test_stand_as_they_did_on_that_day(self, school):
        operations.add_counting(**school.about, version=school.version, new=school.counts())
        school.posted(to_on=APRIL)
        school.result(Outcome.PASSED)
        found = stood(school)
        assert LAST_DAY > FEBRUARY
        assert [found[day] for day in (FEBRUARY, MARCH, APRIL)] == [
            {Qualification.NO_COURSE: 1},
            {Qualification.QUALIFIED: 1},
            {Qualification.QUALIFIED: 1},
        ]

    def test_are_nobody_once_they_left(self, school):
        school.posted(to_on=date(2026, 3, 30))
        assert stood(school)[FEBRUARY] == {Qualification.NO_COURSE: 1}
        assert stood(school)[MARCH] == {}

    def test_are_nobody_without_a_posting(self, school):
        assert stood(school) == {}

    def test_are_nobody_of_another_force(self, school):
        factories_training.school("Sallowfen").posted()
        assert stood(school) == {}

    def test_are_those_of_the_figure_that_is_published(self, school):
        operations.add_counting(**school.about, version=school.version, new=school.counts())
        school.posted()
        school.result(Outcome.PASSED)
        figures = queries.figures_of(school.force, FinancialYear.of(MARCH))
        published, _ = figures.reckoned(FigureKind.QUALIFIED)
        assert stood(school)[MARCH][Qualification.QUALIFIED] == published == 1
