from __future__ import annotations

from tests.site.rights import FORCE, ME, SOMEBODY_ELSE, allowed

from answerable_site.casereviews import access
from answerable_site.casereviews.models import FileReview, Programme, ReleasedReview

SUPERVISOR, CHECKER = "supervisor of the force", "figure_checker of the force"


class TestPlanningAReview:
    def test_is_for_supervisors_of_the_force(self):
        assert allowed(lambda who: access.check_can_plan(who, FORCE.pk)) == {SUPERVISOR}


class TestDeciding:
    def test_is_for_a_supervisor_who_scored_the_file_not_themselves(self):
        programme = Programme(force_id=FORCE.pk)
        others = allowed(lambda who: access.check_can_reconcile(who, programme, {SOMEBODY_ELSE}))
        own = allowed(lambda who: access.check_can_reconcile(who, programme, {ME}))
        assert (others, own) == ({SUPERVISOR}, set())


class TestScoring:
    def test_is_for_the_reviewer_while_a_reviewer_there(self):
        own = FileReview(reviewer_id=ME, organisation_id=FORCE.pk)
        anothers = FileReview(reviewer_id=SOMEBODY_ELSE, organisation_id=FORCE.pk)
        found = allowed(lambda who: access.check_can_score(who, own))
        assert found == {"file_reviewer of the force"}
        assert allowed(lambda who: access.check_can_score(who, anothers)) == set()


class TestWithdrawing:
    def test_is_for_those_who_prepare_or_check(self):
        release = ReleasedReview(force_id=FORCE.pk)
        assert allowed(lambda who: access.check_can_withdraw(who, release)) == {
            SUPERVISOR,
            CHECKER,
        }
