"""The whole story of a recommendation, as far as somebody may read it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories, factories_followup
from tests.factories_cuts import AT
from tests.factories_figures import answered, protected, released

from answerable.measures.definitions import DEFINITIONS
from answerable_site.home import queries
from answerable_site.register.models import Inspection, Recommendation

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture(autouse=True)
def cuts(settings, tmp_path):
    settings.CUTS = tmp_path / "cuts"


@pytest.fixture
def followed(db):
    return factories_followup.followed_up()


def story(followed, who="officer"):
    viewer = followed.viewer(who, on=TODAY)
    found = Recommendation.objects.select_related("inspection").get(
        pk=followed.commitment.recommendation_id
    )
    return queries.story_of(viewer, found, on=TODAY)


class TestStory:
    def test_has_what_was_answered_and_what_is_done(self, followed):
        found = story(followed)
        assert [one.inspection_id for one in found.answers] == [followed.inspection.pk]
        assert found.commitments == (followed.commitment,)

    def test_has_no_figures_where_no_measure_serves(self, followed):
        released(protected(answered(followed.office.force)))
        assert story(followed).figures == ()

    def test_has_the_figures_that_somebody_handed_to_follow_up(self, followed):
        factories_followup.handed(followed)
        found = released(protected(answered(followed.office.force)))
        (of,) = story(followed).figures
        (told,) = of.told
        assert of.force == followed.office.force.name
        assert (told.released_id, told.as_of, of.untold) == (found.pk, found.as_of, ())

    def test_has_the_measures_whose_definitions_name_it(self, followed):
        Inspection.objects.filter(pk=followed.inspection.pk).update(
            inspectorates=["HMICFRS", "HMCPSI"]
        )
        Recommendation.objects.filter(pk=followed.commitment.recommendation_id).update(
            number="6", published_on="2021-07-16"
        )
        released(protected(answered(followed.office.force)))
        (of,) = story(followed).figures
        assert [one.measure for one in of.told] == ["victims_told"]
        six = [one.title for one in DEFINITIONS.values() if "6" in one.recommendations]
        assert sorted((*of.untold, of.told[0].title)) == sorted(six)

    def test_has_no_figure_that_nobody_released(self, followed):
        factories_followup.handed(followed)
        protected(answered(followed.office.force))
        (of,) = story(followed).figures
        assert (of.told, of.untold) == ((), (DEFINITIONS["victims_told"].title,))

    def test_is_the_same_for_the_body_and_its_force(self, followed):
        factories_followup.handed(followed)
        released(protected(answered(followed.office.force)))
        assert story(followed).figures == story(followed, "chief").figures

    def test_tells_nobody_else_of_commitments_or_figures(self, followed):
        factories_followup.handed(followed)
        released(protected(answered(followed.office.force)))
        foreign = factories.viewer(factories.office("Sallowfen").officer, on=TODAY)
        found = queries.story_of(foreign, followed.commitment.recommendation, on=TODAY)
        assert (found.answers, found.commitments, found.figures) == ((), (), ())

    def test_takes_as_many_queries_however_much_there_is(self, followed):
        factories_followup.handed(followed)
        released(protected(answered(followed.office.force)))
        with CaptureQueriesContext(connection) as for_one:
            story(followed)
        factories_followup.promised(
            followed.office, followed.commitment.recommendation, followed.cps
        )
        for recommendation in followed.recommendations[1:]:
            factories_followup.promised(followed.office, recommendation, followed.office.force)
        for measure in ("decisions_explained", "told_as_wished"):
            factories_followup.handed(followed, measure)
        released(protected(answered(followed.office.force), profile="scrutiny_meeting"))
        with CaptureQueriesContext(connection) as for_many:
            found = story(followed)
        assert (len(found.commitments), len(found.figures[0].untold)) == (2, 2)
        assert len(for_many) == len(for_one)
