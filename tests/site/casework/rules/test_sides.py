from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from answerable.records.codes.characteristics import Characteristic
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.meeting import MeetingExcepted
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.review import ReviewAcknowledged, ReviewRequested
from answerable.records.kinds.support import SupportContact
from answerable.records.kinds.telling import Method
from answerable_site.casework.rules import (
    concerns_any,
    is_shown,
    restricted_numbers,
    roles_recording,
    side_of,
)
from answerable_site.people.rules import OrganisationKind, Role

DAY = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
RESTRICTED = CharacteristicRecorded(
    on=DAY, victim=1, characteristic=Characteristic.GENDER_REASSIGNMENT, state=State.NOT_ASKED
)


def file(*events: tuple[int, Event, int | None]) -> CaseFile:
    """A case of events, each with its number and that of the one whose place it takes."""
    return CaseFile(
        1,
        DAY,
        tuple(
            Recorded(number=number, event=event, recorded_at=AT, side=Side.POLICE, replaces=earlier)
            for number, event, earlier in events
        ),
    )


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
        assert not concerns_any(file(), about, {1})
        assert concerns_any(file(), about, {2})

    def test_keeps_a_decision_that_names_other_victims(self):
        decided = Decision(on=DAY, maker=Maker.CPS, made=What.NO_FURTHER_ACTION, victims=(2,))
        assert not concerns_any(file(), decided, {1})

    def test_shows_what_is_about_nobody_by_number(self):
        decided = Decision(on=DAY, maker=Maker.CPS, made=What.CHARGE)
        assert concerns_any(file(), decided, {1})

    def test_keeps_an_answer_to_what_another_victim_asked(self):
        asked = ReviewRequested(on=DAY, victim=2, decision=1)
        acknowledged = ReviewAcknowledged(on=DAY, request=2, method=Method.LETTER)
        held = file((2, asked, None))
        assert not concerns_any(held, acknowledged, {1})
        assert concerns_any(held, acknowledged, {2})


class TestRestrictedNumbers:
    def test_hold_what_only_named_roles_read(self):
        assert restricted_numbers(file((1, RESTRICTED, None)).recorded) == {1}

    def test_hold_why_that_was_wrong(self):
        error = RecordedInError(on=DAY, reason="They said so of themselves to nobody.")
        held = file((1, RESTRICTED, None), (2, error, 1))
        assert restricted_numbers(held.recorded) == {1, 2}

    def test_hold_nothing_else(self):
        error = RecordedInError(on=DAY, reason="Another case.")
        held = file((1, VictimIdentified(on=DAY, victim=1), None), (2, error, 1))
        assert restricted_numbers(held.recorded) == set()
