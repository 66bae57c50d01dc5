from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.models import Assignment, User
from answerable_site.people.rules import Role, in_force

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
TODAY = date(2026, 6, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


def add(office: factories.Office, role: Role = Role.RESPONSE_OFFICER, **changed) -> User:
    values = {
        "by": factories.viewer(office.administrator),
        "at": AT,
        "organisation": office.body,
        "email": "New.Person@example.org",
        "full_name": "New Person",
        "password": factories.PASSWORD,
        "role": role,
    }
    return operations.add_person(**(values | changed))


class TestAddPerson:
    def test_lets_the_person_act_from_the_same_day(self, office):
        viewer = queries.viewer_for(add(office), on=TODAY)
        assert viewer.holds_in(office.body.pk, Role.RESPONSE_OFFICER)

    def test_leaves_one_audit_entry(self, office):
        before = AuditEntry.objects.count()
        add(office)
        assert AuditEntry.objects.count() == before + 1

    def test_is_refused_to_somebody_else_than_an_administrator_there(self, office):
        other = factories.office("Sallowfen")
        for user in (office.officer, other.administrator):
            with pytest.raises(Refused):
                add(office, by=factories.viewer(user))

    def test_refuses_a_weak_password(self, office):
        with pytest.raises(ValidationError):
            add(office, password="short")

    def test_refuses_a_known_address_in_any_case(self, office):
        add(office)
        with pytest.raises(IntegrityError):
            add(office, email="new.person@EXAMPLE.org")

    def test_refuses_a_role_that_the_organisation_does_not_have(self, office):
        with pytest.raises(operations.RoleNotForThisOrganisation, match="has no role"):
            add(office, role=Role.CHIEF_OFFICERS_OFFICE)


class TestConfirmRole:
    def granted(self, office) -> Assignment:
        """To somebody who was added, and has chosen a password of their own."""
        person = add(office, role=Role.PUBLISHER)
        operations.change_password(
            by=queries.viewer_for(person, on=TODAY),
            at=AT,
            user=person,
            password="a phrase that nobody told me",
        )
        return person.assignments.get()

    def test_makes_the_role_count(self, office):
        assignment = self.granted(office)
        assert not queries.viewer_for(assignment.user, on=TODAY).holds(Role.PUBLISHER)
        operations.confirm_role(
            by=factories.viewer(office.second_administrator), at=AT, assignment=assignment
        )
        assert queries.viewer_for(assignment.user, on=TODAY).holds(Role.PUBLISHER)

    def test_is_refused_to_the_one_who_granted_it(self, office):
        with pytest.raises(Refused, match="Another administrator"):
            operations.confirm_role(
                by=factories.viewer(office.administrator),
                at=AT,
                assignment=self.granted(office),
            )

    def test_is_refused_to_the_one_who_receives_it(self, office):
        assignment = operations.grant_role(
            by=factories.viewer(office.administrator),
            at=AT,
            user=office.second_administrator,
            organisation=office.body,
            role=Role.PUBLISHER,
        )
        with pytest.raises(Refused):
            operations.confirm_role(
                by=factories.viewer(office.second_administrator), at=AT, assignment=assignment
            )

    def test_is_refused_to_the_one_who_added_the_account(self, office):
        assignment = operations.grant_role(
            by=factories.viewer(office.second_administrator),
            at=AT,
            user=add(office),
            organisation=office.body,
            role=Role.PUBLISHER,
        )
        with pytest.raises(Refused, match="You added the account of this person"):
            operations.confirm_role(
                by=factories.viewer(office.administrator), at=AT, assignment=assignment
            )

    @pytest.mark.parametrize("password", [factories.PASSWORD, None], ids=["told", "invited"])
    def test_waits_until_the_person_has_chosen_a_password(self, office, password):
        assignment = add(office, role=Role.PUBLISHER, password=password).assignments.get()
        with pytest.raises(operations.AccountNotTakenOver, match="New Person has not signed in"):
            operations.confirm_role(
                by=factories.viewer(office.second_administrator), at=AT, assignment=assignment
            )
        assert not queries.viewer_for(assignment.user, on=TODAY).holds(Role.PUBLISHER)

    def test_needs_no_password_where_somebody_signs_in_without_one(self, office):
        person = add(office, role=Role.PUBLISHER, password=None)
        SocialAccount.objects.create(user=person, provider="office", uid="1")
        operations.confirm_role(
            by=factories.viewer(office.second_administrator),
            at=AT,
            assignment=person.assignments.get(),
        )
        assert queries.viewer_for(person, on=TODAY).holds(Role.PUBLISHER)

    def test_is_refused_twice(self, office):
        assignment = self.granted(office)
        second = factories.viewer(office.second_administrator)
        operations.confirm_role(by=second, at=AT, assignment=assignment)
        with pytest.raises(operations.AlreadyConfirmed):
            operations.confirm_role(by=second, at=AT, assignment=assignment)


class TestEndRole:
    def end(self, office, last_day):
        operations.end_role(
            by=factories.viewer(office.administrator),
            at=AT,
            assignment=office.holder.assignments.get(),
            last_day=last_day,
        )

    def test_counts_the_last_day_and_not_the_next(self, office):
        tomorrow = TODAY + timedelta(days=1)
        self.end(office, tomorrow)
        assert queries.viewer_for(office.holder, on=tomorrow).posts
        assert not queries.viewer_for(office.holder, on=tomorrow + timedelta(days=1)).posts

    def test_takes_effect_at_once_where_the_last_day_is_today(self, office):
        self.end(office, TODAY)
        assert not queries.viewer_for(office.holder, on=TODAY).posts
        assert queries.viewer_for(office.holder, on=TODAY - timedelta(days=1)).posts

    def test_is_refused_twice(self, office):
        by = factories.viewer(office.administrator)
        assignment = office.holder.assignments.get()
        operations.end_role(by=by, at=AT, assignment=assignment, last_day=TODAY)
        with pytest.raises(operations.AssignmentEnded):
            operations.end_role(by=by, at=AT, assignment=assignment, last_day=TODAY)


class TestChangePassword:
    def test_is_refused_for_somebody_else(self, office):
        with pytest.raises(Refused):
            operations.change_password(
                by=factories.viewer(office.administrator),
                at=AT,
                user=office.holder,
                password="another invented password",
            )

    def test_replaces_the_old_one(self, office):
        changed = operations.change_password(
            by=factories.viewer(office.holder),
            at=AT,
            user=office.holder,
            password="another invented password",
        )
        assert changed.check_password("another invented password")
        assert not changed.check_password(factories.PASSWORD)


BEFORE, AFTER = date(2026, 5, 31), date(2026, 6, 2)
SPANS = [
    (from_on, to_on)
    for from_on in (BEFORE, TODAY, AFTER)
    for to_on in (None, BEFORE, TODAY)
    if to_on is None or to_on >= from_on
]


class TestAssignmentsInForce:
    @pytest.mark.parametrize("role", [Role.HOLDER, Role.PUBLISHER])
    @pytest.mark.parametrize("confirmed", [True, False])
    @pytest.mark.parametrize("was_ended", [True, False])
    @pytest.mark.parametrize(("from_on", "to_on"), SPANS)
    def test_agree_with_the_rule(self, office, role, confirmed, was_ended, from_on, to_on):
        user = factories.person("Somebody", (office.body, role))
        user.assignments.update(
            from_on=from_on,
            to_on=to_on,
            ended_at=AT if was_ended else None,
            confirmed_by=office.administrator if confirmed else None,
            confirmed_at=AT if confirmed else None,
        )
        expected = in_force(
            from_on=from_on,
            to_on=to_on,
            was_ended=was_ended,
            confirmed=confirmed,
            role=role,
            on=TODAY,
        )
        assert user.assignments.in_force(TODAY).exists() is expected
