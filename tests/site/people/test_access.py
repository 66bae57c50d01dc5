from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from tests import factories
from tests.site.rights import BODY as HERE
from tests.site.rights import EVERYBODY, FORCE, ME, SOMEBODY_ELSE, allowed

from answerable_site.people import access, operations
from answerable_site.people.access import Refused
from answerable_site.people.models import User
from answerable_site.people.rules import ANONYMOUS, Post, Role, Viewer

pytestmark = pytest.mark.django_db

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
BODY, OTHER_BODY = 1, 3
GRANTED_BY, FOR = 90, 91


def viewer(role: Role = Role.ADMINISTRATOR, body: int = BODY, user_id: int = 7) -> Viewer:
    return Viewer(user_id, "Somebody", (Post(role, body, "An office", body),))


def assignment(role: Role = Role.PUBLISHER, confirmed_by_id: int | None = None) -> SimpleNamespace:
    return SimpleNamespace(
        organisation_id=BODY,
        granted_by_id=GRANTED_BY,
        user_id=FOR,
        role=role,
        confirmed_by_id=confirmed_by_id,
    )


STRANGERS = [viewer(Role.HOLDER), viewer(body=OTHER_BODY), ANONYMOUS]


class TestAdministering:
    def test_is_open_to_an_administrator_of_the_organisation(self):
        access.check_can_administer(viewer(), BODY)

    @pytest.mark.parametrize("stranger", STRANGERS)
    def test_is_refused_to_everybody_else(self, stranger):
        with pytest.raises(Refused):
            access.check_can_administer(stranger, BODY)


class TestTwoPeople:
    """A publisher who is an administrator, beside somebody who acted as a holder before."""

    def pair(self) -> tuple[factories.Office, User]:
        office = factories.office()
        return office, factories.person("Own Publisher", (office.body, Role.ADMINISTRATOR))

    def add(self, office, by: User, role: Role = Role.HOLDER) -> User:
        return operations.add_person(
            by=factories.viewer(by),
            at=AT,
            organisation=office.body,
            email="second@example.org",
            full_name="Second Account",
            password=factories.PASSWORD,
            role=role,
        )

    def grant(self, office, by: User, to: User, role: Role) -> None:
        operations.grant_role(
            by=factories.viewer(by), at=AT, user=to, organisation=office.body, role=role
        )

    def check(self, one: User, before: User) -> None:
        access.check_are_two_people(
            factories.viewer(one), before.pk, who_acted_as=Role.HOLDER, ask="Ask another."
        )

    def test_are_two_whom_somebody_else_set_up(self):
        office, own = self.pair()
        self.check(own, self.add(office, by=office.administrator))

    def test_are_two_whom_the_console_set_up(self):
        office, own = self.pair()
        self.check(own, office.holder)

    def test_are_not_one_and_the_same(self):
        _, own = self.pair()
        with pytest.raises(Refused, match=r"yourself\. Ask another"):
            self.check(own, own)

    def test_are_not_somebody_and_an_account_that_they_added(self):
        office, own = self.pair()
        account = self.add(office, by=own, role=Role.APPROVER)
        self.grant(office, by=office.administrator, to=account, role=Role.HOLDER)
        with pytest.raises(Refused, match=r"You added the account .* Ask another"):
            self.check(own, account)

    def test_are_not_somebody_and_whoever_acted_in_a_role_that_they_gave(self):
        office, own = self.pair()
        self.grant(office, by=own, to=office.approver, role=Role.HOLDER)
        with pytest.raises(Refused, match="gave them the role of holder or delegate"):
            self.check(own, office.approver)

    def test_are_two_where_one_gave_the_other_another_role(self):
        office, own = self.pair()
        self.grant(office, by=own, to=office.holder, role=Role.APPROVER)
        self.check(own, office.holder)

    def test_are_not_an_account_and_whoever_added_it(self):
        office, own = self.pair()
        account = self.add(office, by=own)
        with pytest.raises(Refused, match="added your account"):
            self.check(account, own)

    def test_are_refused_to_whoever_is_not_signed_in(self):
        office, _ = self.pair()
        with pytest.raises(Refused):
            access.check_are_two_people(
                ANONYMOUS, office.holder.pk, who_acted_as=Role.HOLDER, ask="Ask another."
            )


class TestConfirming:
    def test_is_open_to_another_administrator(self):
        access.check_can_confirm(viewer(), assignment())
        assert access.can_confirm(viewer(), assignment())

    @pytest.mark.parametrize("who", [*STRANGERS, viewer(user_id=GRANTED_BY), viewer(user_id=FOR)])
    def test_is_refused_to_everybody_else(self, who):
        assert not access.can_confirm(who, assignment())
        with pytest.raises(Refused):
            access.check_can_confirm(who, assignment())

    def test_is_not_offered_for_a_role_that_somebody_confirmed(self):
        assert not access.can_confirm(viewer(), assignment(confirmed_by_id=8))

    def test_is_not_offered_for_a_role_that_one_person_grants(self):
        assert not access.can_confirm(viewer(), assignment(Role.HOLDER))


class TestPassingOn:
    def test_is_open_to_an_administrator_of_either_body(self):
        access.check_can_pass_on(viewer(), BODY, 5)
        access.check_can_pass_on(viewer(), 5, BODY)

    @pytest.mark.parametrize("stranger", STRANGERS)
    def test_is_refused_to_everybody_else(self, stranger):
        with pytest.raises(Refused):
            access.check_can_pass_on(stranger, BODY, 5)


class TestSignedIn:
    def test_is_the_person_who_acts(self):
        assert access.signed_in(viewer()) == 7

    def test_is_refused_to_the_public(self):
        with pytest.raises(Refused):
            access.signed_in(ANONYMOUS)


class TestHolding:
    def test_is_holding_one_of_the_roles_anywhere(self):
        supervisors = {name for name in EVERYBODY if name.startswith("supervisor of")}
        assert allowed(access.holds(Role.SUPERVISOR).test) == supervisors

    def test_is_asked_of_routes_by_name(self):
        assert access.holds(Role.SUPERVISOR, Role.HOLDER).name == "holds holder or supervisor"


def somebody(user_id: int = SOMEBODY_ELSE) -> SimpleNamespace:
    """A person of the body, whose assignments answer for themselves."""

    def filter_(organisation__in: frozenset[int]) -> SimpleNamespace:
        return SimpleNamespace(exists=lambda: HERE.pk in organisation__in)

    there = SimpleNamespace(filter=filter_, all=lambda: filter_(frozenset({HERE.pk})))
    return SimpleNamespace(pk=user_id, assignments=there)


class TestLookingAfterSomebody:
    def test_is_open_to_administrators_of_an_organisation_of_theirs(self):
        found = allowed(lambda who: access.check_can_look_after(who, somebody()))
        assert found == {"administrator of the body"}

    def test_is_refused_to_the_person(self):
        with pytest.raises(Refused, match="Another administrator must do this for you"):
            access.check_can_look_after(EVERYBODY["administrator of the body"], somebody(ME))


class TestConfirmingAReset:
    @pytest.mark.parametrize(
        ("asked_by_id", "of", "who_may"),
        [
            (SOMEBODY_ELSE, somebody(91), {"administrator of the body"}),
            (ME, somebody(91), set()),
            (SOMEBODY_ELSE, somebody(ME), set()),
        ],
    )
    def test_is_open_to_another_administrator(self, asked_by_id, of, who_may):
        reset = SimpleNamespace(user=of, asked_by_id=asked_by_id)
        assert allowed(lambda who: access.can_confirm_reset(who, reset)) == who_may
        assert allowed(lambda who: access.check_can_confirm_reset(who, reset)) == who_may


class TestPassingOnABody:
    def test_is_open_to_administrators_of_the_two_alone(self):
        found = allowed(lambda who: access.check_can_pass_on(who, HERE.pk, FORCE.pk))
        assert found == {"administrator of the body", "administrator of the force"}
