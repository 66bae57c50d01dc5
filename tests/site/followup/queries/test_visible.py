from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_followup
from tests.factories_followup import AT, TODAY
from tests.site.rights import Place, roles

from answerable_site.followup import queries
from answerable_site.followup.models import Escalation
from answerable_site.followup.rules import Trigger
from answerable_site.people.models import Organisation
from answerable_site.people.rules import ANONYMOUS, OrganisationKind, Role
from answerable_site.register.models import Recommendation


def seen(viewer):
    return set(queries.commitments_visible_to(viewer))


class TestCommitmentsVisibleTo:
    @pytest.mark.parametrize(
        "role", ["officer", "holder", "publisher", "approver", "chief", "liaison", "owner"]
    )
    def test_are_all_of_a_body_for_its_people_and_those_of_its_force(self, followed, role):
        assert seen(followed.viewer(role)) == {followed.commitment}

    @pytest.mark.parametrize("role", ["administrator", "cps_owner"])
    def test_are_none_for_those_who_have_no_part_in_it(self, followed, role):
        assert seen(followed.viewer(role)) == set()

    def test_are_none_of_another_office(self, followed):
        other = factories_followup.followed_up("Sallowfen")
        assert seen(followed.viewer("officer")) == {followed.commitment}
        assert seen(other.viewer("officer")) == {other.commitment}

    def test_are_none_for_the_public(self, followed):
        assert seen(ANONYMOUS) == set()

    def test_of_one_recommendation_are_shared_by_all_whom_it_binds(self, followed):
        partner = factories_followup.promised(
            followed.office, followed.recommendations[0], followed.cps
        )
        other = factories_followup.promised(
            followed.office, followed.recommendations[2], followed.office.force
        )
        assert seen(followed.viewer("cps_owner")) == {partner, followed.commitment}
        assert seen(followed.viewer("owner")) == {partner, followed.commitment, other}

    def test_of_another_body_are_not_shared_by_those_whom_it_binds_for_one(self, followed):
        other = factories.office("Sallowfen")
        own = factories_followup.promised(other, followed.recommendations[0], followed.cps)
        assert seen(followed.viewer("cps_owner")) == {own}

    def test_end_with_the_role(self, followed):
        assert seen(factories.viewer(followed.owner, on=date(2009, 1, 1))) == set()


class TestActionsVisibleTo:
    def test_are_those_that_serve_a_visible_commitment(self, followed):
        action = factories_followup.action(followed)
        assert list(queries.actions_visible_to(followed.viewer("officer"))) == [action]
        assert list(queries.actions_visible_to(followed.viewer("cps_owner"))) == []

    def test_are_none_of_another_office_for_one_that_follows_something_up(self, followed):
        factories_followup.action(followed)
        other = factories_followup.followed_up("Sallowfen")
        assert not queries.actions_visible_to(other.viewer("officer")).exists()


class TestEvidenceVisibleTo:
    def test_is_that_of_visible_commitments(self, followed):
        evidence = factories_followup.evidence(followed)
        assert list(queries.evidence_visible_to(followed.viewer("officer"))) == [evidence]

    def test_is_none_of_another_office(self, followed):
        factories_followup.evidence(followed)
        other = factories.office("Sallowfen")
        assert not queries.evidence_visible_to(factories.viewer(other.officer)).exists()


class TestCommitmentsBeside:
    @pytest.fixture
    def beside(self, followed):
        """The CPS has to act about the same recommendation, the force about another."""
        other = factories_followup.followed_up("Sallowfen")
        factories_followup.promised(
            other.office, followed.recommendations[0], other.office.force, summary="Elsewhere"
        )
        factories_followup.promised(
            followed.office, followed.recommendations[2], followed.office.force
        )
        return factories_followup.promised(
            followed.office, followed.recommendations[0], followed.cps
        )

    @pytest.mark.parametrize("role", ["officer", "owner", "cps_owner"])
    def test_are_what_all_have_to_do_about_it_for_the_same_body(self, followed, beside, role):
        found = queries.commitments_beside(followed.commitment, followed.viewer(role))
        assert set(found) == {followed.commitment, beside}

    def test_are_those_of_one_body_for_whoever_follows_two(self, followed, beside):
        both = factories.person("Both", (followed.office.body, Role.HOLDER))
        other = Organisation.objects.get(name="Office for Policing in Sallowfen")
        both.assignments.create(organisation=other, role=Role.HOLDER, from_on=TODAY, granted_at=AT)
        found = queries.commitments_beside(followed.commitment, factories.viewer(both, on=TODAY))
        assert set(found) == {followed.commitment, beside}

    def test_are_none_for_those_who_see_none(self, followed, beside):
        assert not queries.commitments_beside(followed.commitment, ANONYMOUS)


class TestEscalationsVisibleTo:
    def raised(self, followed, **about):
        return Escalation.objects.create(
            organisation=followed.office.force,
            trigger=Trigger.OVERDUE,
            position=0,
            title="Head of custody",
            told=followed.liaison,
            on=TODAY,
            raised_at=AT,
            **about,
        )

    def test_are_those_of_visible_commitments(self, followed):
        raised = self.raised(followed, commitment=followed.commitment)
        assert list(queries.escalations_visible_to(followed.viewer("officer"))) == [raised]

    def test_are_those_of_visible_actions(self, followed):
        raised = self.raised(followed, action=factories_followup.action(followed))
        assert list(queries.escalations_visible_to(followed.viewer("officer"))) == [raised]

    def test_are_none_of_another_office(self, followed):
        self.raised(followed, commitment=followed.commitment)
        other = factories.office("Sallowfen")
        assert not queries.escalations_visible_to(factories.viewer(other.officer)).exists()


class TestRecommendationsToFollowUp:
    def test_are_those_that_the_body_does_not_follow_up_yet(self, followed):
        officer, body = followed.viewer("officer"), followed.office.body
        to_bind = set(queries.recommendations_to_bind(officer, body=body))
        assert to_bind == set(Recommendation.objects.all())
        assert set(queries.recommendations_to_follow_up(officer, body=body)) == to_bind - {
            followed.recommendations[0]
        }

    def test_are_those_of_reports_that_concern_the_body_or_that_it_keeps(self, followed):
        other = factories.office("Sallowfen")
        officer = factories.viewer(other.officer)
        assert not queries.recommendations_to_bind(officer, body=other.body)
        followed.inspection.bodies_concerned.add(other.body)
        assert queries.recommendations_to_bind(officer, body=other.body).exists()
        followed.inspection.bodies_concerned.clear()
        own = followed.viewer("officer")
        assert queries.recommendations_to_bind(own, body=followed.office.body).exists()

    def test_are_those_that_only_another_body_follows_up(self, followed):
        other = factories.office("Sallowfen")
        followed.inspection.bodies_concerned.add(other.body)
        found = queries.recommendations_to_follow_up(
            factories.viewer(other.officer), body=other.body
        )
        assert followed.recommendations[0] in found

    def test_are_offered_to_response_officers_of_the_body_alone(self, followed):
        body = followed.office.body
        found = roles(
            lambda who: queries.recommendations_to_bind(who, body=body).exists(), Place.of(body)
        )
        assert found == {Role.RESPONSE_OFFICER}


class TestPeopleWhoCouldOwn:
    def test_have_a_role_in_follow_up_there(self, followed):
        force = followed.office.force
        factories.person("An Investigator", (force, Role.INVESTIGATOR))
        found = queries.people_who_could_own(force.pk, on=factories_followup.TODAY)
        assert set(found) == {followed.office.chief, followed.liaison, followed.owner}


class TestOrganisationsThatAct:
    def test_are_the_body_its_force_and_those_shared_by_all(self, followed):
        other = factories.office("Sallowfen")
        service = factories.organisation("A Service", OrganisationKind.SUPPORT_SERVICE, "")
        found = set(
            queries.organisations_that_act(followed.viewer("officer"), followed.office.body)
        )
        assert {followed.office.body, followed.office.force, followed.cps, service} == found
        assert other.force not in found

    def test_are_none_for_whoever_does_not_decide(self, followed):
        viewer = followed.viewer("liaison")
        assert not queries.organisations_that_act(viewer, followed.office.body)


class TestWholeCommitments:
    def test_ask_the_database_as_often_for_many_rows_as_for_few(
        self, followed, django_assert_max_num_queries
    ):
        for number in range(5):
            factories_followup.action(followed, f"Action {number}")
            factories_followup.evidence(followed)
        with django_assert_max_num_queries(45):
            (whole,) = queries.whole_commitments(followed.viewer("officer"))
            assert len(whole.actions.all()) == 5
