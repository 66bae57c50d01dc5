from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.meeting import MeetingExcepted
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.review import ReviewAcknowledged, ReviewRequested
from answerable.records.kinds.support import SupportContact
from answerable.records.kinds.telling import Method
from answerable_site.casework.rules import concerns_any, is_shown, roles_recording, side_of
from answerable_site.people.rules import OrganisationKind, Role

DAY = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
EMPTY = CaseFile(1, DAY)


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


class TestConcernsAny:
    def test_keeps_what_is_about_another_victim(self):
        about = VictimIdentified(on=DAY, victim=2)
        assert not concerns_any(EMPTY, about, {1})
        assert concerns_any(EMPTY, about, {2})

    def test_keeps_a_decision_that_names_other_victims(self):
        decided = Decision(on=DAY, maker=Maker.CPS, made=What.NO_FURTHER_ACTION, victims=(2,))
        assert not concerns_any(EMPTY, decided, {1})

    def test_shows_what_is_about_nobody_by_number(self):
        decided = Decision(on=DAY, maker=Maker.CPS, made=What.CHARGE)
        assert concerns_any(EMPTY, decided, {1})

    def test_keeps_what_names_an_earlier_event_about_another_victim(self):
        requested = ReviewRequested(on=DAY, victim=2, decision=1)
        file = EMPTY.with_event(
            Recorded(number=1, event=requested, recorded_at=AT, side=Side.POLICE)
        )
        acknowledged = ReviewAcknowledged(on=DAY, request=1, method=Method.LETTER)
        assert not concerns_any(file, acknowledged, {1})
        assert concerns_any(file, acknowledged, {2})
