from __future__ import annotations

from datetime import date

import pytest
from tests import factories_training
from tests.factories_training import LAST_DAY, School
from tests.site.rights import Place, roles

from answerable_site.people.rules import ANONYMOUS, Role
from answerable_site.training import operations, queries
from answerable_site.training.rules import FigureKind, FinancialYear

WHOSE = {
    "records": (queries.records_visible_to, "organisation"),
    "courses": (queries.courses_visible_to, "organisation"),
    "versions": (queries.versions_visible_to, "course__organisation"),
    "countings": (queries.countings_visible_to, "version__course__organisation"),
    "events": (queries.events_visible_to, "version__course__organisation"),
    "bookings": (queries.bookings_visible_to, "record__organisation"),
    "postings": (queries.postings_visible_to, "record__organisation"),
    "qualifications": (queries.qualifications_visible_to, "record__organisation"),
    "developments": (queries.developments_visible_to, "record__organisation"),
    "stated figures": (queries.stated_figures_visible_to, "organisation"),
}


def keep_one_of_each(school: School) -> School:
    operations.add_counting(**school.about, version=school.version, new=school.counts())
    school.booking()
    school.posted()
    operations.add_qualification(
        **school.about,
        person=school.record,
        version=school.version,
        from_on=date(2022, 5, 1),
        to_on=None,
        evidence="A certificate.",
    )
    operations.add_development(
        **school.about, person=school.record, on=LAST_DAY, what="Reading", minutes=30
    )
    year = FinancialYear.of(LAST_DAY)
    operations.state_figure(
        **school.about,
        organisation=school.force,
        kind=FigureKind.ATTENDANCE,
        year=year,
        shown=queries.figures_of(school.force, year).reckoned(FigureKind.ATTENDANCE)[0],
    )
    return school


@pytest.fixture
def kept(school):
    keep_one_of_each(factories_training.school("Sallowfen"))
    return keep_one_of_each(school)


@pytest.mark.parametrize(("visible", "whose"), WHOSE.values(), ids=WHOSE)
class TestWhatIsKeptOfTraining:
    def test_is_seen_by_coordinators_of_the_organisation_alone(self, kept, visible, whose):
        seen = set(visible(kept.viewer).values_list(whose, flat=True))
        assert seen == {kept.force.pk}

    def test_is_seen_in_no_other_role(self, kept, visible, whose):
        found = roles(lambda who: visible(who).exists(), Place.of(kept.force))
        assert found == {Role.TRAINING_COORDINATOR}

    def test_is_seen_by_nobody_of_the_public(self, kept, visible, whose):
        assert not visible(ANONYMOUS)


class TestFiguresOfAForce:
    def test_are_of_its_own_people(self, kept):
        assert len(queries.people_of(kept.force.pk)) == 1
