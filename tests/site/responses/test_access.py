from __future__ import annotations

from types import SimpleNamespace

import pytest

from answerable_site.people.access import Refused
from answerable_site.people.rules import ANONYMOUS, PRODUCT, Post, Role, Viewer
from answerable_site.responses import access

pytestmark = pytest.mark.django_db

BODY, FORCE, OTHER_BODY, OTHER_FORCE = 1, 2, 3, 4
PREPARER = SimpleNamespace(prepared_by_id=90)


def viewer(role: Role, organisation: int = BODY, body: int = BODY, user_id: int = 7) -> Viewer:
    return Viewer(user_id, "Somebody", (Post(role, organisation, "An office", body),))


EVERYBODY = {
    "officer": viewer(Role.RESPONSE_OFFICER),
    "holder": viewer(Role.HOLDER),
    "publisher": viewer(Role.PUBLISHER),
    "chief": viewer(Role.CHIEF_OFFICERS_OFFICE, FORCE),
    "administrator": viewer(Role.ADMINISTRATOR),
    "foreign officer": viewer(Role.RESPONSE_OFFICER, OTHER_BODY, OTHER_BODY),
    "foreign holder": viewer(Role.HOLDER, OTHER_BODY, OTHER_BODY),
    "foreign publisher": viewer(Role.PUBLISHER, OTHER_BODY, OTHER_BODY),
    "foreign chief": viewer(Role.CHIEF_OFFICERS_OFFICE, OTHER_FORCE, OTHER_BODY),
    "the public": ANONYMOUS,
    "the product": PRODUCT,
}
CHECKS = {
    "officer": lambda who: access.check_can_draft(who, BODY),
    "chief": lambda who: access.check_can_submit_comments(who, BODY),
    "holder": lambda who: access.check_can_sign(who, BODY, PREPARER),
    "publisher": lambda who: access.check_can_publish(who, BODY, signer_id=91),
}
ANSWERS = {
    "officer": lambda who: access.can_draft(who, BODY),
    "chief": lambda who: access.can_submit_comments(who, BODY),
    "holder": lambda who: access.can_sign(who, BODY, PREPARER),
    "publisher": lambda who: access.can_publish(who, BODY, signer_id=91),
}


@pytest.mark.parametrize("allowed", CHECKS)
@pytest.mark.parametrize("who", EVERYBODY)
class TestEachStep:
    def test_is_open_to_one_role_of_the_body_alone(self, who, allowed):
        if who == allowed:
            CHECKS[allowed](EVERYBODY[who])
        else:
            with pytest.raises(Refused):
                CHECKS[allowed](EVERYBODY[who])

    def test_is_shown_to_those_who_may_take_it(self, who, allowed):
        assert ANSWERS[allowed](EVERYBODY[who]) is (who == allowed)


class TestTwoPeople:
    def test_are_needed_to_prepare_and_sign(self):
        holder = viewer(Role.HOLDER, user_id=PREPARER.prepared_by_id)
        assert not access.can_sign(holder, BODY, PREPARER)
        with pytest.raises(Refused, match="Somebody else must sign it"):
            access.check_can_sign(holder, BODY, PREPARER)

    def test_are_needed_to_sign_and_publish(self):
        publisher = viewer(Role.PUBLISHER, user_id=91)
        assert not access.can_publish(publisher, BODY, signer_id=91)
        with pytest.raises(Refused, match="Ask another publisher"):
            access.check_can_publish(publisher, BODY, signer_id=91)


APPROVER = viewer(Role.APPROVER)
STEP = SimpleNamespace(organisation_id=BODY, organisation=SimpleNamespace(name="An office"))


class TestApproving:
    def test_is_open_to_an_approver_who_did_not_prepare(self):
        access.check_can_approve(APPROVER, STEP, PREPARER)
        assert access.can_approve(APPROVER, STEP, PREPARER)

    @pytest.mark.parametrize(
        "who",
        [
            *EVERYBODY.values(),
            viewer(Role.APPROVER, OTHER_BODY, OTHER_BODY),
            viewer(Role.APPROVER, user_id=PREPARER.prepared_by_id),
        ],
    )
    def test_is_refused_to_everybody_else(self, who):
        assert not access.can_approve(who, STEP, PREPARER)
        with pytest.raises(Refused):
            access.check_can_approve(who, STEP, PREPARER)


class TestLeavingOut:
    @pytest.mark.parametrize("who", EVERYBODY)
    def test_is_open_to_the_holder_alone(self, who):
        assert access.can_exclude(EVERYBODY[who], BODY) is (who == "holder")
        if who == "holder":
            access.check_can_exclude(EVERYBODY[who], BODY)
        else:
            with pytest.raises(Refused):
                access.check_can_exclude(EVERYBODY[who], BODY)


class TestSettingChecks:
    def test_is_open_to_an_administrator_of_the_body(self):
        assert access.check_can_set_steps(EVERYBODY["administrator"], BODY) == 7

    @pytest.mark.parametrize("who", sorted(EVERYBODY.keys() - {"administrator"}))
    def test_is_refused_to_everybody_else(self, who):
        with pytest.raises(Refused):
            access.check_can_set_steps(EVERYBODY[who], BODY)

    def test_is_refused_to_an_administrator_whom_nobody_knows(self):
        nobody = Viewer(None, "", EVERYBODY["administrator"].posts)
        with pytest.raises(Refused):
            access.check_can_set_steps(nobody, BODY)


class TestWritingSomething:
    @pytest.mark.parametrize("who", EVERYBODY)
    def test_is_open_to_the_officer_and_the_chief_officer(self, who):
        if who in {"officer", "chief"}:
            access.check_can_write_something(EVERYBODY[who], BODY)
        else:
            with pytest.raises(Refused):
                access.check_can_write_something(EVERYBODY[who], BODY)


class TestWorkingForTheBody:
    def test_is_not_working_for_its_force(self):
        assert access.works_for(EVERYBODY["administrator"], BODY)
        assert not access.works_for(EVERYBODY["chief"], BODY)
        assert not access.works_for(EVERYBODY["foreign officer"], BODY)

    def test_is_in_one_post_enough(self):
        both = Viewer(7, "A", EVERYBODY["foreign officer"].posts + EVERYBODY["officer"].posts)
        assert access.works_for(both, BODY)
        assert access.publishes(EVERYBODY["publisher"], BODY)
        assert not access.publishes(EVERYBODY["foreign publisher"], BODY)

    def test_of_a_chief_officer_goes_by_the_post_with_that_role(self):
        # An approver of the own force who is the chief officer's office of another.
        posts = (
            Post(Role.APPROVER, FORCE, "A force", BODY),
            Post(Role.CHIEF_OFFICERS_OFFICE, OTHER_FORCE, "Another force", OTHER_BODY),
        )
        assert not access.can_submit_comments(Viewer(7, "A", posts), BODY)
        own = Post(Role.CHIEF_OFFICERS_OFFICE, FORCE, "A force", BODY)
        assert access.can_submit_comments(Viewer(7, "A", (*posts, own)), BODY)


class TestThePersonWhoActs:
    def test_is_the_one_who_is_signed_in(self):
        assert access.person_id(EVERYBODY["officer"]) == 7
        with pytest.raises(Refused):
            access.person_id(ANONYMOUS)
