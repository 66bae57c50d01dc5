from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.site.rights import (
    AREA,
    BODY,
    EVERYBODY,
    FORCE,
    INSPECTORATE,
    ME,
    NATIONAL,
    SERVICE,
    SOMEBODY_ELSE,
    Place,
    allowed,
)

from answerable_site.followup import access
from answerable_site.followup.models import Commitment, Escalation
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

OFFICER = "response_officer of the body"
HOLDER = "holder of the body"
MANAGERS = {OFFICER, "force_liaison of the force", "chief_officers_office of the force"}


def commitment(of: Place = FORCE, owner_id: int | None = SOMEBODY_ELSE) -> Commitment:
    return Commitment(body_id=BODY.pk, organisation=of.organisation, owner_id=owner_id)


def action(*served: Commitment, owner_id: int | None = SOMEBODY_ELSE) -> SimpleNamespace:
    commitments = SimpleNamespace(select_related=lambda _name: list(served))
    return SimpleNamespace(owner_id=owner_id, commitments=commitments)


def escalation(about: Commitment | None, told_id: int = SOMEBODY_ELSE) -> Escalation:
    return Escalation(commitment=about, told_id=told_id)


class TestDeciding:
    def test_is_for_response_officers_of_the_body(self):
        assert allowed(lambda who: access.can_decide(who, commitment())) == {OFFICER}
        assert allowed(lambda who: access.decides_for(who, BODY.pk)) == {OFFICER}

    def test_is_checked_alike(self):
        assert allowed(lambda who: access.check_can_decide(who, BODY.pk)) == {OFFICER}


class TestManaging:
    @pytest.mark.parametrize(
        ("place", "managers"),
        [
            (BODY, set()),
            (FORCE, {"force_liaison of the force", "chief_officers_office of the force"}),
            (AREA, {"cps_manager of the CPS Area", "action_owner of the CPS Area"}),
            (SERVICE, {"action_owner of the service"}),
            (INSPECTORATE, set()),
            (NATIONAL, {"action_owner of the national body"}),
        ],
    )
    def test_is_for_the_office_and_those_who_manage_for_whoever_acts(self, place, managers):
        about = commitment(place)
        assert allowed(lambda who: access.can_manage(who, about)) == {OFFICER} | managers

    def test_is_checked_alike(self):
        about = commitment()
        assert allowed(lambda who: access.check_can_manage(who, about)) == MANAGERS
        assert allowed(lambda who: access.check_can_manage_either(who, about)) == MANAGERS


class TestWorkingOnACommitment:
    def test_is_for_those_who_manage_it(self):
        assert allowed(lambda who: access.can_work_on(who, commitment())) == MANAGERS

    def test_is_for_its_owner(self):
        own = commitment(owner_id=ME)
        assert access.can_work_on(AREA.viewer(Role.ACTION_OWNER), own)

    def test_is_for_nobody_more_where_nobody_owns_it(self):
        assert allowed(lambda who: access.can_work_on(who, commitment(owner_id=None))) == MANAGERS

    def test_is_checked_alike(self):
        assert allowed(lambda who: access.check_can_work_on(who, commitment())) == MANAGERS


class TestWorkingOnAnAction:
    def test_is_for_those_who_manage_what_it_serves(self):
        assert allowed(lambda who: access.can_work_on(who, action(commitment()))) == MANAGERS

    def test_is_for_its_owner(self):
        own = action(commitment(), owner_id=ME)
        assert access.can_work_on(AREA.viewer(Role.ACTION_OWNER), own)

    def test_is_for_nobody_more_where_nobody_owns_it(self):
        about = action(commitment(), owner_id=None)
        assert allowed(lambda who: access.can_work_on(who, about)) == MANAGERS


class TestManagingAnAction:
    def test_is_for_those_who_manage_one_of_what_it_serves(self):
        about = action(commitment(), commitment(SERVICE))
        more = MANAGERS | {"action_owner of the service"}
        assert allowed(lambda who: access.can_manage_action(who, about)) == more

    def test_is_for_whoever_owns_one_of_what_it_serves(self):
        about = action(commitment(), commitment(owner_id=ME))
        assert access.can_manage_action(AREA.viewer(Role.ACTION_OWNER), about)

    def test_is_for_nobody_where_it_serves_nothing(self):
        assert allowed(lambda who: access.can_manage_action(who, action())) == set()

    def test_is_for_nobody_more_where_nobody_owns_what_it_serves(self):
        about = action(commitment(owner_id=None))
        assert allowed(lambda who: access.can_manage_action(who, about)) == MANAGERS

    def test_is_checked_alike(self):
        about = action(commitment())
        assert allowed(lambda who: access.check_can_manage_action(who, about)) == MANAGERS
        assert allowed(lambda who: access.check_can_manage_either(who, about)) == MANAGERS


class TestJudging:
    def test_is_for_the_office(self):
        about = commitment()
        assert allowed(lambda who: access.can_judge(who, about)) == {OFFICER, HOLDER}
        assert allowed(lambda who: access.may_allow_more(who, about)) == {OFFICER, HOLDER}

    def test_is_checked_alike(self):
        found = allowed(lambda who: access.check_can_judge(who, commitment()))
        assert found == {OFFICER, HOLDER}


class TestAgreeing:
    def test_is_for_those_who_manage_it(self):
        found = allowed(
            lambda who: access.check_can_agree(who, commitment(), told_by=SOMEBODY_ELSE)
        )
        assert found == MANAGERS

    def test_is_not_for_whoever_told(self):
        with pytest.raises(Refused, match="somebody else must agree"):
            access.check_can_agree(EVERYBODY[OFFICER], commitment(), told_by=ME)


class TestApprovingWords:
    def test_is_for_the_office(self):
        found = allowed(
            lambda who: access.check_can_approve_wording(
                who, commitment(), proposed_by=SOMEBODY_ELSE
            )
        )
        assert found == {OFFICER, HOLDER}

    def test_is_not_for_whoever_proposed_them(self):
        with pytest.raises(Refused, match="somebody else must approve"):
            access.check_can_approve_wording(EVERYBODY[HOLDER], commitment(), proposed_by=ME)


class TestNamingLevels:
    @pytest.mark.parametrize(
        ("place", "managers"),
        [
            (BODY, {OFFICER}),
            (FORCE, MANAGERS - {OFFICER}),
            (AREA, {"cps_manager of the CPS Area", "action_owner of the CPS Area"}),
            (INSPECTORATE, set()),
        ],
    )
    def test_is_for_those_who_manage_for_the_organisation(self, place, managers):
        assert allowed(lambda who: access.can_name_levels(who, place.pk, place.kind)) == managers
        assert (
            allowed(lambda who: access.check_can_name_levels(who, place.pk, place.kind)) == managers
        )


class TestAcknowledging:
    def test_is_for_those_who_work_on_what_it_is_about(self):
        about = escalation(commitment())
        assert allowed(lambda who: access.can_acknowledge(who, about)) == MANAGERS
        assert allowed(lambda who: access.check_can_acknowledge(who, about)) == MANAGERS

    def test_is_for_whoever_was_told(self):
        told = escalation(commitment(), told_id=ME)
        assert access.can_acknowledge(AREA.viewer(Role.ACTION_OWNER), told)

    def test_is_for_the_owner_of_what_it_is_about(self):
        about = escalation(commitment(owner_id=ME))
        assert access.can_acknowledge(AREA.viewer(Role.ACTION_OWNER), about)

    def test_is_for_those_who_manage_the_action_that_it_is_about(self):
        about = SimpleNamespace(commitment=None, action=action(commitment()), told_id=SOMEBODY_ELSE)
        assert allowed(lambda who: access.can_acknowledge(who, about)) == MANAGERS

    def test_is_for_nobody_else_where_it_is_about_nothing(self):
        assert allowed(lambda who: access.can_acknowledge(who, escalation(None))) == set()
