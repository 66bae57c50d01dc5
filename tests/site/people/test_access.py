from __future__ import annotations

from types import SimpleNamespace

import pytest

from answerable_site.people import access
from answerable_site.people.access import Refused
from answerable_site.people.rules import ANONYMOUS, Post, Role, Viewer

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
