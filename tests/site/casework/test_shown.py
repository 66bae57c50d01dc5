"""What each side sees of one case."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_cases
from tests.factories_cases import AT

from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.plan import InvestigationPlanned
from answerable.records.kinds.support import Answer, SupportOffered
from answerable.records.stages import Stage
from answerable_site.casework import queries
from answerable_site.people.rules import OrganisationKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    made = factories_cases.county()
    factories_cases.shared(made, made.area, made.service)
    factories_cases.assigned(made, Role.SUPPORT_WORKER, made.service)
    factories_cases.assigned(made, Role.PROSECUTOR, made.area)
    factories_cases.victim(made, 1)
    factories_cases.victim(made, 2)
    offered(made, victim=1, service=made.service.pk)
    other = factories.organisation("Lakes Support", OrganisationKind.SUPPORT_SERVICE, "")
    offered(made, victim=2, service=other.pk)
    return made


def offered(county, *, victim: int, service: int) -> None:
    factories_cases.recorded(
        county,
        SupportOffered(
            on=date(2026, 6, 1),
            victim=victim,
            stage=Stage.BEFORE_ACCOUNT,
            service=service,
            answer=Answer.ACCEPTED,
        ),
    )


def seen(county, role: Role) -> list:
    viewer = county.viewer(role)
    return [one.event for one in queries.desk_of(viewer, county.case).shown]


class TestSupportWorkers:
    def test_see_their_own_client(self, county):
        assert 1 in {event.victim for event in seen(county, Role.SUPPORT_WORKER)}

    def test_never_see_the_client_of_another_service(self, county):
        assert {event.victim for event in seen(county, Role.SUPPORT_WORKER)} == {1}

    def test_do_not_see_how_the_investigation_is_led(self, county):
        factories_cases.recorded(
            county, InvestigationPlanned(on=date(2026, 6, 1), strategy="Begin with the phone.")
        )
        kinds = {event.kind() for event in seen(county, Role.SUPPORT_WORKER)}
        assert InvestigationPlanned.kind() not in kinds

    def test_are_shown_only_what_is_due_for_their_clients(self, county):
        worker = county.viewer(Role.SUPPORT_WORKER)
        dues = queries.dues_visible_to(worker, queries.Wanted(), at=AT)
        assert {due.side for due in dues} <= {"support"}
        assert {due.victim for due in dues} <= {1, None}


class TestRestrictedCharacteristics:
    @pytest.fixture
    def known(self, county):
        factories_cases.recorded(
            county,
            CharacteristicRecorded(
                on=date(2026, 6, 1),
                victim=1,
                characteristic=Characteristic.GENDER_REASSIGNMENT,
                state=State.PREFER_NOT_TO_SAY,
            ),
        )
        return county

    def test_are_shown_to_the_investigator(self, known):
        assert CharacteristicRecorded.kind() in {e.kind() for e in seen(known, Role.INVESTIGATOR)}

    @pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.SUPPORT_WORKER, Role.GATEKEEPER])
    def test_are_shown_to_nobody_else(self, role, known):
        assert CharacteristicRecorded.kind() not in {e.kind() for e in seen(known, role)}
