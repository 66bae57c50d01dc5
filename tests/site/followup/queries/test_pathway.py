"""Reviews of the escalation pathway of a force, and of the Areas that asked for one."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_followup
from tests.factories_followup import TODAY, practice_review, promised

from answerable.cuts.organisations import PathwayReview
from answerable_site.followup import queries
from answerable_site.followup.rules import Pathway
from answerable_site.people.rules import OrganisationKind, Role

pytestmark = pytest.mark.django_db
HELD, DUE = date(2026, 4, 10), date(2026, 10, 10)


def reviewed(followed, held_on=HELD, **more):
    """A review that the office of the force recorded."""
    body, officer = followed.office.body, followed.viewer("officer")
    return practice_review(body, officer, held_on=held_on, next_due_on=DUE, **more)


def found(followed, until=TODAY):
    return list(queries.pathway_reviews_to_cut(followed.office.force.pk, until=until))


class TestReviews:
    def test_are_those_of_the_body_that_holds_the_force_to_account(self, followed):
        reviewed(followed)
        assert found(followed) == [PathwayReview("force", followed.office.force.pk, HELD, DUE)]

    def test_are_of_an_area_too_where_a_commitment_of_its_asked(self, followed):
        of_area = promised(followed.office, followed.recommendations[1], followed.cps)
        reviewed(followed, commitments=[followed.commitment, of_area])
        assert found(followed) == [
            PathwayReview("force", followed.office.force.pk, HELD, DUE),
            PathwayReview("cps_area", followed.cps.pk, HELD, DUE),
        ]

    def test_of_another_practice_are_none(self, followed):
        reviewed(followed, pathway=Pathway.RIGHT_TO_REVIEW)
        assert found(followed) == []

    def test_that_were_held_later_are_none(self, followed):
        reviewed(followed)
        assert found(followed, until=date(2026, 4, 9)) == []
        assert len(found(followed, until=HELD)) == 1

    def test_of_another_force_are_none(self, followed):
        reviewed(factories_followup.followed_up("Sallowfen"))
        assert found(followed) == []

    def test_come_in_the_order_of_recording(self, followed):
        for held_on in (HELD, date(2026, 1, 9)):
            reviewed(followed, held_on)
        assert [one.held_on for one in found(followed)] == [HELD, date(2026, 1, 9)]

    def test_are_those_of_the_body_that_took_over(self, followed):
        mayor = factories.organisation(
            "Mayor of the Coast", OrganisationKind.LOCAL_POLICING_BODY, ""
        )
        followed.office.body.succeeded_by, followed.office.body.succeeded_on = mayor, TODAY
        followed.office.body.save()
        officer = factories.person("Coast Officer", (mayor, Role.RESPONSE_OFFICER))
        viewer = factories.viewer(officer, on=TODAY)
        practice_review(mayor, viewer, held_on=HELD, next_due_on=DUE)
        assert found(followed) == [PathwayReview("force", followed.office.force.pk, HELD, DUE)]
