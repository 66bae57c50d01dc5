from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_casereviews
from tests.factories_casereviews import AT
from tests.site.rights import Place, roles

from answerable.casereviews.ratings import Rating
from answerable_site.casereviews import queries
from answerable_site.people.rules import ANONYMOUS, Role

WHOSE = {
    "programmes": (queries.programmes_planned_by, "force"),
    "drawn files": (queries.drawn_seen_by, "programme__force"),
    "reviews to take back": (queries.reviews_taken_back_by, "entry__programme__force"),
    "forces": (queries.forces_planned_for, "pk"),
}


@pytest.fixture
def running(reviewing):
    other = factories_casereviews.reviewing("Sallowfen")
    for one in (other, reviewing):
        one.handed_out(one.drawn(one.planned()))
    return reviewing


@pytest.mark.parametrize(("visible", "whose"), WHOSE.values(), ids=WHOSE)
class TestWhatIsPlanned:
    def test_is_seen_by_supervisors_of_the_force_alone(self, running, visible, whose):
        viewer = running.viewer(running.supervisor)
        assert set(visible(viewer).values_list(whose, flat=True)) == {running.force.pk}

    def test_is_seen_in_no_other_role(self, running, visible, whose):
        found = roles(lambda who: visible(who).exists(), Place.of(running.force))
        assert found == {Role.SUPERVISOR}

    def test_is_seen_by_nobody_of_the_public(self, running, visible, whose):
        assert not visible(ANONYMOUS)


class TestOwnReviews:
    def test_are_those_of_the_reviewer_alone(self, running):
        for user in running.reviewers:
            found = queries.reviews_of(running.viewer(user), at=AT + timedelta(hours=1))
            assert {one.reviewer_id for one in found} == {user.pk}


class TestWhatWasSaid:
    @pytest.fixture
    def double(self, running):
        found = queries.drawn_seen_by(running.viewer(running.supervisor))
        return found.get(is_double=True)

    def test_is_shown_to_nobody_until_both_are_locked(self, running, double):
        first, second = double.reviews.all()
        running.lock(first)
        assert queries.locked_reviews(double) == []
        assert queries.scored_entry(double) is None
        running.lock(second, Rating.NOT_MET)
        assert {one.pk for one in queries.locked_reviews(double)} == {first.pk, second.pk}

    def test_is_shown_to_nobody_while_a_second_reviewer_is_wanted(self, running, double):
        first, second = double.reviews.all()
        running.lock(first)
        second.taken_back_at = AT
        second.save()
        assert queries.locked_reviews(double) == []


class TestReleasedResults:
    def test_are_seen_by_those_who_take_part_for_the_force(self, reviewing):
        release = reviewing.prepared(reviewing.finished(reviewing.planned()))
        seen = roles(lambda who: queries.prepared_seen_by(who).exists(), Place.of(reviewing.force))
        assert seen == {Role.SUPERVISOR, Role.FIGURE_CHECKER}
        assert not roles(
            lambda who: queries.released_seen_by(who).exists(), Place.of(reviewing.force)
        )
        reviewing.released(release)
        reading = roles(
            lambda who: queries.released_seen_by(who).exists(), Place.of(reviewing.force)
        )
        assert reading == {
            *(Role.SUPERVISOR, Role.ANALYST, Role.FIGURE_CHECKER, Role.CHIEF_OFFICERS_OFFICE),
            *(Role.FORCE_LIAISON, Role.APPROVER, Role.RESPONSE_OFFICER, Role.HOLDER),
            Role.PUBLISHER,
        }
