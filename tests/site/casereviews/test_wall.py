"""What PostgreSQL itself keeps of reviews from whoever looks."""

from __future__ import annotations

import pytest
from django.db import connection
from tests import factories, factories_casereviews
from tests.site.casework.test_wall import acting_as, execute

from answerable_site.casereviews.models import FileReview, FrameEntry, Score
from answerable_site.casework import wall
from answerable_site.config import database_roles
from answerable_site.people.rules import Role

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite has no row-level security; PostgreSQL runs this.",
    ),
]


@pytest.fixture
def both(reviewing):
    """Two reviews of one file, of which the first is locked."""
    entry = reviewing.handed_out(reviewing.drawn(reviewing.planned()))[0]
    first, second = entry.reviews.all()
    reviewing.lock(first)
    for statement in database_roles.statements(web="test_web", press="test_press"):
        execute(statement)
    return first, second


def scores_read_by(viewer) -> int:
    with acting_as("test_web"):
        wall.stand_for(viewer)
        return Score.objects.count()


class TestScores:
    def test_are_the_reviewers_own_until_both_are_locked(self, reviewing, both):
        first, second = (reviewing.viewer(one.reviewer) for one in both)
        planner = reviewing.viewer(reviewing.supervisor)
        assert [scores_read_by(one) for one in (first, second, planner)] == [1, 0, 0]
        reviewing.lock(both[1])
        assert [scores_read_by(one) for one in (first, second, planner)] == [2, 2, 2]


class TestAFrame:
    def test_is_kept_from_another_force_and_from_whoever_reads_no_case(self, reviewing, both):
        other = factories_casereviews.reviewing("Sallowfen")
        member = factories.person("A Member", (other.force, Role.ANALYST))
        for viewer in (other.viewer(other.supervisor), other.viewer(member)):
            with acting_as("test_web"):
                wall.stand_for(viewer)
                assert not FrameEntry.objects.exists()
                assert not FileReview.objects.exists()
