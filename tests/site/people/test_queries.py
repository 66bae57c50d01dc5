from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from tests import factories
from tests.factories import LONG_AGO, SET_UP_AT

from answerable_site.people import queries
from answerable_site.people.models import SecondFactorReset, Tenure
from answerable_site.people.rules import ANONYMOUS, OrganisationKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return factories.office()


@pytest.fixture
def foreign():
    return factories.office("Sallowfen")


@pytest.fixture
def administrator(office):
    return factories.viewer(office.administrator)


class TestViewerFor:
    def test_holds_each_role_with_its_place(self, office):
        user = factories.person("A", (office.body, Role.HOLDER), (office.force, Role.ANALYST))
        posts = {post.organisation_id: post for post in factories.viewer(user).posts}
        assert {pk: post.role for pk, post in posts.items()} == {
            office.body.pk: Role.HOLDER,
            office.force.pk: Role.ANALYST,
        }
        assert posts[office.force.pk].organisation_kind is OrganisationKind.POLICE_FORCE

    @pytest.mark.parametrize("role", ["holder", "chief"])
    def test_takes_part_in_the_work_of_the_body_or_of_the_one_of_the_force(
        self, office, foreign, role
    ):
        viewer = factories.viewer(getattr(office, role))
        assert viewer.policing_body_ids == {office.body.pk}

    def test_takes_part_in_the_work_of_no_body_at_a_cps_area(self, office):
        area = factories.organisation("CPS A", OrganisationKind.CPS_AREA, "")
        viewer = factories.viewer(factories.person("A", (area, Role.PROSECUTOR)))
        assert [post.policing_body_id for post in viewer.posts] == [None]

    def test_is_the_public_for_nobody_and_for_whoever_may_not_sign_in(self, office):
        office.holder.is_active = False
        assert factories.viewer(office.holder) is ANONYMOUS
        assert factories.viewer(AnonymousUser()) is ANONYMOUS

    def test_holds_nothing_before_the_first_day(self, office):
        day_before = LONG_AGO.replace(year=LONG_AGO.year - 1)
        assert factories.viewer(office.holder, on=day_before).posts == ()


class TestPolicingBodiesOf:
    @pytest.mark.parametrize("role", ["officer", "chief"])
    def test_are_the_viewers_own(self, office, foreign, role):
        viewer = factories.viewer(getattr(office, role))
        assert list(queries.policing_bodies_of(viewer)) == [office.body]

    def test_are_none_for_an_administrator(self, administrator):
        assert not queries.policing_bodies_of(administrator)


class TestOrganisationsAdministeredBy:
    def test_are_those_where_the_viewer_is_an_administrator(self, office, foreign, administrator):
        assert list(queries.organisations_administered_by(administrator)) == [office.body]
        assert list(queries.whole_organisations(administrator)) == [office.body]

    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "approver", "chief"])
    def test_are_none_for_other_roles(self, office, role):
        viewer = factories.viewer(getattr(office, role))
        assert not queries.organisations_administered_by(viewer)


class TestTenuresVisibleTo:
    @pytest.fixture(autouse=True)
    def tenures(self, office, foreign):
        for body in (office.body, foreign.body):
            Tenure.objects.create(
                organisation=body, holder_name="A", from_on=LONG_AGO, recorded_at=SET_UP_AT
            )

    def test_are_those_where_the_viewer_is_an_administrator(self, office, administrator):
        found = queries.tenures_visible_to(administrator)
        assert [tenure.organisation for tenure in found] == [office.body]

    def test_are_none_for_other_roles(self, office):
        assert not queries.tenures_visible_to(factories.viewer(office.holder))


class TestPeople:
    @pytest.fixture
    def of_the_body(self, office):
        return {user for user in office.people.values() if user != office.chief} | {
            office.second_administrator
        }

    def test_of_an_organisation_are_those_with_a_role_in_it(self, office, foreign, of_the_body):
        assert set(queries.people_of(office.body)) == of_the_body

    def test_are_visible_to_administrators_of_an_organisation_of_theirs(
        self, foreign, administrator, of_the_body
    ):
        assert set(queries.people_visible_to(administrator)) == of_the_body

    def test_are_shown_with_their_roles_in_those_organisations_alone(
        self, office, foreign, administrator
    ):
        both = factories.person("A", (office.body, Role.HOLDER), (foreign.body, Role.HOLDER))
        shown = queries.people_visible_to(administrator).get(pk=both.pk).shown_assignments
        assert [one.organisation for one in shown] == [office.body]

    def test_are_not_visible_to_other_roles(self, office):
        assert not queries.people_visible_to(factories.viewer(office.holder))


class TestAssignmentsVisibleTo:
    def test_are_those_where_the_viewer_is_an_administrator(self, office, foreign, administrator):
        found = queries.assignments_visible_to(administrator)
        assert {one.organisation for one in found} == {office.body}

    def test_are_none_for_other_roles(self, office):
        assert not queries.assignments_visible_to(factories.viewer(office.holder))


class TestResetsVisibleTo:
    def reset(self, of, **more) -> SecondFactorReset:
        return SecondFactorReset.objects.create(
            user=of.officer, asked_by=of.administrator, asked_at=SET_UP_AT, reason="Lost", **more
        )

    def test_are_those_that_wait_where_the_viewer_is_an_administrator(
        self, office, foreign, administrator
    ):
        self.reset(foreign)
        waiting = self.reset(office)
        assert list(queries.resets_visible_to(administrator)) == [waiting]

    def test_are_none_that_somebody_confirmed(self, office, administrator):
        self.reset(office, confirmed_by=office.second_administrator, confirmed_at=SET_UP_AT)
        assert not queries.resets_visible_to(administrator)

    def test_are_none_for_other_roles(self, office):
        self.reset(office)
        assert not queries.resets_visible_to(factories.viewer(office.holder))
