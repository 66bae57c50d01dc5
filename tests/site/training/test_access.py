from __future__ import annotations

from tests.site.rights import FORCE, allowed

from answerable_site.training import access

COORDINATOR = "training_coordinator of the force"


class TestKeepingTraining:
    def test_is_for_training_coordinators_of_the_organisation(self):
        assert allowed(lambda who: FORCE.pk in access.kept_by(who)) == {COORDINATOR}
        assert allowed(lambda who: access.check_can_keep(who, FORCE.pk)) == {COORDINATOR}
