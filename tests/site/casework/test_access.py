from __future__ import annotations

from datetime import date

import pytest
from tests.site.rights import (
    AREA,
    BODY,
    EVERYBODY,
    FORCE,
    INSPECTORATE,
    ME,
    SERVICE,
    SOMEBODY_ELSE,
    Place,
    allowed,
)

from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.withdrawal import ContactLost, Withdrawal
from answerable_site.casework import access
from answerable_site.casework.models import Case, CaseAssignment, CaseShare, LimitVersion
from answerable_site.casework.rules import ReferenceKind
from answerable_site.people.access import Refused

CASE = Case(force_id=FORCE.pk)
ADDS = {"investigator of the force", "supervisor of the force"}
SUPERVISOR = {"supervisor of the force"}
MANAGER = {"cps_manager of the CPS Area"}
LEADS = {"supervisor of the force", "gatekeeper of the force"}
POLICE = ADDS | LEADS
CPS = {"prosecutor of the CPS Area", *MANAGER}
READS = (
    *("investigator", "supervisor", "gatekeeper", "prosecutor"),
    *("cps_manager", "support_worker", "file_reviewer"),
)


def readers(place: Place) -> set[str]:
    return {f"{role} of {place.name}" for role in READS}


def characteristic(which: Characteristic) -> CharacteristicRecorded:
    return CharacteristicRecorded(
        on=date(2026, 6, 1), victim=1, characteristic=which, state=State.PREFER_NOT_TO_SAY
    )


class TestAdding:
    def test_is_for_those_who_investigate_and_supervise_in_the_force(self):
        assert allowed(lambda who: access.can_add(who, FORCE.pk)) == ADDS
        assert allowed(lambda who: access.check_can_add(who, FORCE.pk)) == ADDS

    def test_of_a_decoy_is_for_access_auditors_of_the_force(self):
        found = allowed(lambda who: access.check_can_plant_decoy(who, FORCE.pk))
        assert found == {"access_auditor of the force"}


class TestCounting:
    def test_is_for_training_coordinators_of_the_organisation(self):
        found = allowed(lambda who: access.check_can_count(who, FORCE.pk))
        assert found == {"training_coordinator of the force"}


class TestBreakingTheGlass:
    def test_is_what_all_do_but_those_who_see_every_case_there(self):
        every = {*LEADS, "cps_manager of the force"}
        assert allowed(lambda who: access.breaks_glass(who, FORCE.pk)) == set(EVERYBODY) - every

    def test_is_what_all_do_for_whom_no_organisation_works_on_the_case(self):
        assert allowed(lambda who: access.breaks_glass(who, None)) == set(EVERYBODY)


class TestSharing:
    def test_is_for_supervisors_of_the_force(self):
        assert allowed(lambda who: access.can_share(who, CASE)) == SUPERVISOR
        assert allowed(lambda who: access.check_can_share(who, CASE)) == SUPERVISOR

    def test_is_ended_by_supervisors_of_the_force(self):
        share = CaseShare(case=CASE, organisation=AREA.organisation)
        assert allowed(lambda who: access.check_can_end_share(who, share)) == SUPERVISOR


class TestAssigning:
    @pytest.mark.parametrize(
        ("place", "who_may"),
        [(FORCE, SUPERVISOR), (SERVICE, SUPERVISOR), (INSPECTORATE, SUPERVISOR), (AREA, MANAGER)],
    )
    def test_is_for_supervisors_and_for_a_cps_area_its_managers(self, place, who_may):
        there = place.organisation
        assert allowed(lambda who: access.assigns_for(who, CASE, there)) == who_may
        assert allowed(lambda who: access.can_assign(who, CASE, [there])) == who_may
        assert allowed(lambda who: access.check_can_assign(who, CASE, there)) == who_may

    def test_is_for_those_who_assign_in_one_of_several(self):
        both = [FORCE.organisation, AREA.organisation]
        assert allowed(lambda who: access.can_assign(who, CASE, both)) == SUPERVISOR | MANAGER

    def test_is_for_nobody_where_no_organisation_works_on_the_case(self):
        assert allowed(lambda who: access.can_assign(who, CASE, [])) == set()

    @pytest.mark.parametrize(("place", "who_may"), [(SERVICE, SUPERVISOR), (AREA, MANAGER)])
    def test_is_ended_by_those_who_could_assign(self, place, who_may):
        assignment = CaseAssignment(case=CASE, organisation=place.organisation)
        assert allowed(lambda who: access.check_can_end_assignment(who, assignment)) == who_may


class TestReferring:
    @pytest.mark.parametrize(
        ("kind", "place"),
        [
            (ReferenceKind.CRIME, FORCE),
            (ReferenceKind.URN, FORCE),
            (ReferenceKind.SERVICE, SERVICE),
        ],
    )
    def test_is_for_those_who_read_cases_where_the_reference_is_given(self, kind, place):
        owner = place.organisation
        assert allowed(lambda who: access.check_can_refer(who, kind, owner)) == readers(place)

    @pytest.mark.parametrize(
        ("kind", "place"), [(ReferenceKind.CRIME, SERVICE), (ReferenceKind.SERVICE, FORCE)]
    )
    def test_is_for_nobody_where_it_is_not_given(self, kind, place):
        owner = place.organisation
        assert allowed(lambda who: access.check_can_refer(who, kind, owner)) == set()


class TestRecording:
    @pytest.mark.parametrize(
        ("place", "kind", "who_may"),
        [
            (FORCE, VictimIdentified, POLICE),
            (FORCE, Decision, LEADS),
            (AREA, Decision, CPS),
            (AREA, VictimIdentified, set()),
            (SERVICE, Withdrawal, set()),
            (SERVICE, ContactLost, {"support_worker of the service"}),
            (INSPECTORATE, VictimIdentified, set()),
            (BODY, VictimIdentified, set()),
        ],
    )
    def test_is_for_the_roles_of_the_side_that_records_it(self, place, kind, who_may):
        there = place.organisation
        assert allowed(lambda who: access.can_record(who, there, kind)) == who_may
        assert allowed(lambda who: access.check_can_record(who, there, kind)) == who_may

    def test_is_for_nobody_without_an_organisation(self):
        found = allowed(lambda who: access.check_can_record(who, None, VictimIdentified))
        assert found == set()

    def test_is_for_the_organisation_that_was_found(self):
        there = FORCE.organisation
        investigator = EVERYBODY["investigator of the force"]
        assert access.check_can_record(investigator, there, VictimIdentified) is there


class TestWhatOnlyNamedRolesRead:
    def test_is_read_by_those_who_investigate_and_supervise_in_the_force(self):
        assert allowed(lambda who: access.sees_restricted(who, CASE)) == ADDS

    def test_is_recorded_by_those_who_read_it(self):
        event = characteristic(Characteristic.GENDER_REASSIGNMENT)
        found = allowed(lambda who: access.check_can_record_restricted(who, CASE, event))
        assert found == ADDS

    def test_is_no_other_characteristic(self):
        event = characteristic(Characteristic.AGE)
        found = allowed(lambda who: access.check_can_record_restricted(who, CASE, event))
        assert found == set(EVERYBODY)


class TestLimits:
    @pytest.mark.parametrize("place", [FORCE, AREA])
    def test_are_set_and_confirmed_by_administrators_of_the_organisation(self, place):
        administrator = {f"administrator of {place.name}"}
        there = place.organisation
        version = LimitVersion(organisation=there, set_by_id=SOMEBODY_ELSE)
        for rule in (
            lambda who: access.can_set_limit(who, there),
            lambda who: access.check_can_set_limit(who, there),
            lambda who: access.can_confirm_limit(who, version),
            lambda who: access.check_can_confirm_limit(who, version),
        ):
            assert allowed(rule) == administrator

    @pytest.mark.parametrize("place", [BODY, SERVICE, INSPECTORATE])
    def test_are_set_by_nobody_where_no_step_is_bound(self, place):
        there = place.organisation
        assert allowed(lambda who: access.can_set_limit(who, there)) == set()

    def test_are_not_confirmed_by_whoever_set_them(self):
        version = LimitVersion(organisation=FORCE.organisation, set_by_id=ME)
        setter = EVERYBODY["administrator of the force"]
        assert not access.can_confirm_limit(setter, version)
        with pytest.raises(Refused, match="not the one who set it"):
            access.check_can_confirm_limit(setter, version)
