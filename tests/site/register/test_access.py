from __future__ import annotations

from types import SimpleNamespace

import pytest

from answerable_site.people.access import Refused
from answerable_site.people.rules import ANONYMOUS, PRODUCT, Post, Role, Viewer
from answerable_site.register import access

BODY, OTHER_BODY = 1, 3
DOCUMENT = SimpleNamespace(held_by_id=BODY)
INSPECTION = SimpleNamespace(kept_by_id=BODY)


def viewer(role: Role = Role.RESPONSE_OFFICER, body: int = BODY) -> Viewer:
    return Viewer(7, "Somebody", (Post(role, body, "An office", body),))


STRANGERS = [
    viewer(Role.HOLDER),
    viewer(Role.ADMINISTRATOR),
    viewer(body=OTHER_BODY),
    ANONYMOUS,
    PRODUCT,
]
CHECKS = {
    "adding": lambda who: access.check_can_add(who, BODY),
    "handling": lambda who: access.check_can_handle(who, DOCUMENT),
    "deciding": lambda who: access.check_can_decide(who, INSPECTION),
}


def report(kept_by: int, concerns: bool) -> SimpleNamespace:
    concerned = SimpleNamespace(
        filter=lambda pk: SimpleNamespace(exists=lambda: concerns and pk == BODY)
    )
    return SimpleNamespace(kept_by_id=kept_by, bodies_concerned=concerned)


@pytest.mark.parametrize("check", CHECKS)
class TestEachAct:
    def test_is_open_to_a_response_officer_of_the_body(self, check):
        CHECKS[check](viewer())

    @pytest.mark.parametrize("stranger", STRANGERS)
    def test_is_refused_to_everybody_else(self, check, stranger):
        with pytest.raises(Refused):
            CHECKS[check](stranger)


class TestWhatIsShown:
    def test_is_what_the_checks_allow(self):
        for who, allowed in ((viewer(), True), *((stranger, False) for stranger in STRANGERS)):
            assert access.can_handle(who, DOCUMENT) is allowed
            assert access.can_decide(who, INSPECTION) is allowed


class TestGrouping:
    body = SimpleNamespace(pk=BODY)

    @pytest.mark.parametrize(("kept_by", "concerns"), [(BODY, False), (OTHER_BODY, True)])
    def test_is_open_to_an_officer_of_a_body_that_keeps_it_or_is_concerned(self, kept_by, concerns):
        access.check_can_group(viewer(), self.body, report(kept_by, concerns))

    def test_is_refused_for_a_report_that_does_not_concern_the_body(self):
        with pytest.raises(Refused, match="does not concern"):
            access.check_can_group(viewer(), self.body, report(OTHER_BODY, concerns=False))

    @pytest.mark.parametrize("stranger", STRANGERS)
    def test_is_refused_to_everybody_else(self, stranger):
        with pytest.raises(Refused):
            access.check_can_group(stranger, self.body, report(BODY, concerns=True))


class TestThePersonWhoActs:
    def test_is_the_one_who_is_signed_in(self):
        assert access.person_id(viewer()) == 7

    @pytest.mark.parametrize("nobody", [ANONYMOUS, PRODUCT])
    def test_is_refused_where_nobody_is(self, nobody):
        with pytest.raises(Refused):
            access.person_id(nobody)
