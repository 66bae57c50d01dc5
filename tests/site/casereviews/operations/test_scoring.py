from __future__ import annotations

import pytest
from tests import factories
from tests.factories_casereviews import AT

from answerable.casereviews.ratings import Rating
from answerable_site.audit.models import AuditEntry
from answerable_site.casereviews import operations, queries
from answerable_site.casereviews.operations import Said, Unfinished
from answerable_site.casereviews.rules import OutOfOrder
from answerable_site.casework import operations as casework
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role


@pytest.fixture
def double(reviewing):
    """A drawn file that two score."""
    return reviewing.handed_out(reviewing.drawn(reviewing.planned()))[0]


@pytest.fixture
def both(double):
    return list(double.reviews.all())


class TestAssignReviewers:
    def test_hands_a_file_that_two_score_to_two(self, both):
        assert len({one.reviewer_id for one in both}) == 2

    def test_opens_the_case_to_the_reviewer(self, reviewing, both):
        viewer = reviewing.viewer(both[0].reviewer)
        casework.note_read(by=viewer, at=AT, case=both[0].entry.case)

    def test_hands_nobody_a_case_that_they_work_on(self, reviewing):
        programme = reviewing.drawn(reviewing.planned(), size=4)
        worker = factories.person(
            "Worker", (reviewing.force, Role.INVESTIGATOR), (reviewing.force, Role.FILE_REVIEWER)
        )
        for entry in queries.drawn_entries(programme):
            casework.assign(
                **reviewing.about, case=entry.case, user=worker, organisation=reviewing.force
            )
        handed, wanted = operations.assign_reviewers(
            **reviewing.about, today=AT.date(), programme=programme, reviewers=[worker.pk]
        )
        assert (handed, wanted) == (0, 5)


class TestTakeBack:
    def test_closes_the_case_and_lets_somebody_else_have_it(self, reviewing, double, both):
        operations.take_back(**reviewing.about, review=both[0])
        with pytest.raises(Refused):
            casework.note_read(by=reviewing.viewer(both[0].reviewer), at=AT, case=double.case)
        assert double.reviews.standing().count() == 1

    def test_is_refused_once_it_is_locked(self, reviewing, both):
        reviewing.lock(both[0])
        with pytest.raises(OutOfOrder):
            operations.take_back(**reviewing.about, review=both[0])


class TestSaveScores:
    def test_can_be_changed(self, reviewing, both):
        about = {"by": reviewing.viewer(both[0].reviewer), "at": AT, "review": both[0]}
        for rating in (Rating.FULLY, Rating.NOT_MET):
            operations.save_scores(**about, said={"own:1": Said(rating)})
        [score] = queries.own_scores(both[0])
        assert score.rating == Rating.NOT_MET

    def test_is_refused_to_the_other_reviewer(self, reviewing, both):
        with pytest.raises(Refused):
            operations.save_scores(
                by=reviewing.viewer(both[1].reviewer), at=AT, review=both[0], said={}
            )


class TestLockReview:
    def test_is_refused_while_a_question_has_no_rating(self, reviewing, both):
        with pytest.raises(Unfinished) as refused:
            operations.lock_review(
                by=reviewing.viewer(both[0].reviewer), at=AT, review=both[0], said={}
            )
        assert refused.value.questions == ["own:1"]

    def test_is_refused_where_nobody_says_why_a_question_does_not_apply(self, reviewing, both):
        with pytest.raises(Unfinished):
            reviewing.lock(both[0], Rating.NOT_APPLICABLE)

    def test_is_work_in_the_case_that_explains_why_it_was_read(self, reviewing, both):
        reviewing.lock(both[0])
        entry = AuditEntry.objects.get(act="casereviews.lock_review")
        assert (entry.kind, entry.records) == (
            "collection",
            (f"casework.case:{both[0].entry.case_id}",),
        )

    def test_is_for_ever(self, reviewing, both):
        reviewing.lock(both[0])
        with pytest.raises(OutOfOrder):
            reviewing.lock(both[0], Rating.NOT_MET)


class TestRecordMissing:
    def test_makes_a_file_that_nobody_found_a_finding(self, reviewing, double, both):
        for one in both:
            operations.record_missing(
                by=reviewing.viewer(one.reviewer), at=AT, review=one, words="In the archive."
            )
        assert queries.scored_entry(double).is_missing

    def test_is_refused_without_a_word(self, reviewing, both):
        with pytest.raises(OutOfOrder):
            operations.record_missing(
                by=reviewing.viewer(both[0].reviewer), at=AT, review=both[0], words=""
            )


class TestReconcile:
    @pytest.fixture
    def apart(self, reviewing, double, both):
        reviewing.lock(both[0], Rating.FULLY)
        reviewing.lock(both[1], Rating.NOT_MET)
        return double

    def decide(self, reviewing, entry, words="The plan is dated.", by=None):
        return operations.reconcile(
            by=by or reviewing.viewer(reviewing.supervisor),
            at=AT,
            entry=entry,
            decided={"own:1": Said(Rating.PARTLY, words)},
        )

    def test_keeps_what_both_said_beside_what_counts(self, reviewing, apart):
        self.decide(reviewing, apart)
        scored = queries.scored_entry(apart)
        assert [one["own:1"] for one in scored.reviews] == [Rating.FULLY, Rating.NOT_MET]
        assert scored.reconciled == {"own:1": Rating.PARTLY}

    def test_is_refused_without_a_word(self, reviewing, apart):
        with pytest.raises(Unfinished):
            self.decide(reviewing, apart, words=" ")

    def test_is_done_once(self, reviewing, apart):
        self.decide(reviewing, apart)
        with pytest.raises(OutOfOrder):
            self.decide(reviewing, apart)

    def test_is_refused_until_both_are_locked(self, reviewing, double, both):
        reviewing.lock(both[0])
        with pytest.raises(OutOfOrder):
            self.decide(reviewing, double)

    def test_is_refused_where_they_agree(self, reviewing, double, both):
        for one in both:
            reviewing.lock(one)
        with pytest.raises(OutOfOrder):
            self.decide(reviewing, double)

    def test_is_refused_to_a_reviewer_of_the_file(self, reviewing, apart, both):
        with pytest.raises(Refused):
            self.decide(reviewing, apart, by=reviewing.viewer(both[0].reviewer))
