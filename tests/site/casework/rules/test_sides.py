from __future__ import annotations

from datetime import date

import pytest

from answerable.records.event import Side
from answerable.records.kinds import KINDS
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.meeting import MeetingExcepted
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.support import SupportContact
from answerable_site.casework.rules import concerns_only, is_shown, roles_recording, side_of
from answerable_site.people.rules import OrganisationKind, Role


class TestSideOf:
    @pytest.mark.parametrize(
        ("kind", "side"),
        [
            (OrganisationKind.POLICE_FORCE, Side.POLICE),
            (OrganisationKind.CPS_AREA, Side.CPS),
            (OrganisationKind.SUPPORT_SERVICE, Side.SUPPORT),
            (OrganisationKind.INSPECTORATE, None),
            (OrganisationKind.LOCAL_POLICING_BODY, None),
        ],
    )
    def test_is_none_for_whoever_only_reads(self, kind, side):
        assert side_of(kind) is side


class TestRolesRecording:
    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind())
    def test_leave_no_kind_that_nobody_may_record(self, kind):
        assert any(roles_recording(kind, side) for side in (Side.POLICE, Side.CPS, Side.SUPPORT))

    def test_leave_an_exception_from_the_meeting_to_managers(self):
        assert roles_recording(MeetingExcepted, Side.CPS) == {Role.CPS_MANAGER}

    def test_leave_decisions_of_the_police_to_those_who_lead(self):
        assert roles_recording(Decision, Side.POLICE) == {Role.SUPERVISOR, Role.GATEKEEPER}

    def test_are_none_for_a_side_that_does_not_record_the_kind(self):
        assert not roles_recording(Decision, Side.SUPPORT)

    def test_let_support_workers_record_their_contacts(self):
        assert roles_recording(SupportContact, Side.SUPPORT) == {Role.SUPPORT_WORKER}

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind())
    def test_never_hold_whoever_reviews_files(self, kind):
        for side in (Side.POLICE, Side.CPS, Side.SUPPORT):
            assert Role.FILE_REVIEWER not in roles_recording(kind, side)


class TestIsShown:
    @pytest.mark.parametrize("step", ["plan", "advice", "submission", "communication"])
    def test_keeps_how_a_case_is_led_from_support_services(self, step):
        assert not is_shown(step, Side.SUPPORT)
        assert is_shown(step, Side.POLICE)
        assert is_shown(step, None)


class TestConcernsOnly:
    def test_keeps_what_is_about_another_victim(self):
        about = VictimIdentified(on=date(2026, 6, 1), victim=2)
        assert not concerns_only(about, {1})
        assert concerns_only(about, {2})

    def test_keeps_a_decision_that_names_other_victims(self):
        decided = Decision(
            on=date(2026, 6, 1), maker=Maker.CPS, made=What.NO_FURTHER_ACTION, victims=(2,)
        )
        assert not concerns_only(decided, {1})

    def test_shows_what_is_about_nobody_by_number(self):
        decided = Decision(on=date(2026, 6, 1), maker=Maker.CPS, made=What.CHARGE)
        assert concerns_only(decided, {1})
