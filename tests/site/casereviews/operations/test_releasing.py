from __future__ import annotations

import pytest
from tests import factories
from tests.factories_casereviews import AT

from answerable_site.casereviews import operations
from answerable_site.casereviews.rules import OutOfOrder
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role


@pytest.fixture
def finished(reviewing):
    return reviewing.finished(reviewing.planned())


class TestPrepareResults:
    def test_tells_no_share_of_two_files(self, reviewing, finished):
        [answer] = reviewing.prepared(finished).told.answers
        assert (answer.fully, answer.partly) == (None, None)

    def test_is_refused_while_a_file_waits_to_be_scored(self, reviewing):
        programme = reviewing.drawn(reviewing.planned())
        closed = operations.close_programme(
            **reviewing.about, programme=programme, words="Given up."
        )
        with pytest.raises(OutOfOrder):
            reviewing.prepared(closed)

    def test_is_done_once_while_its_results_stand(self, reviewing, finished):
        prepared = reviewing.prepared(finished)
        with pytest.raises(OutOfOrder):
            reviewing.prepared(finished)
        operations.withdraw_results(**reviewing.about, release=prepared, words="A wrong theme.")
        assert reviewing.prepared(finished).pk != prepared.pk


class TestReleaseResults:
    def test_is_by_a_second_person(self, reviewing, finished):
        released = reviewing.released(reviewing.prepared(finished))
        assert released.released_by_id == reviewing.checker.pk

    def test_is_refused_to_whoever_prepared_them(self, reviewing, finished):
        both = factories.person(
            "Both", (reviewing.force, Role.SUPERVISOR), (reviewing.force, Role.FIGURE_CHECKER)
        )
        release = operations.prepare_results(
            by=reviewing.viewer(both), at=AT, programme=finished, themes=[]
        )
        with pytest.raises(Refused):
            operations.release_results(by=reviewing.viewer(both), at=AT, release=release)

    def test_is_refused_once_they_were_withdrawn(self, reviewing, finished):
        prepared = reviewing.prepared(finished)
        operations.withdraw_results(**reviewing.about, release=prepared, words="No.")
        with pytest.raises(OutOfOrder):
            reviewing.released(prepared)
