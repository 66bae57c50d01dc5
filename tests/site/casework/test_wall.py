"""The second wall: what PostgreSQL itself keeps from whoever looks."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from cryptography.fernet import Fernet
from django.db import ProgrammingError, connection, transaction
from tests import factories, factories_cases, factories_limits
from tests.factories_cases import AT, PLACES, County

from answerable_site.casework import operations, wall
from answerable_site.casework.models import (
    Case,
    CaseAssignment,
    CaseBreach,
    CaseDue,
    CaseEvent,
    CaseOpening,
    CaseReference,
    CaseShare,
)
from answerable_site.casework.rules import READS_CASES
from answerable_site.config import database_roles
from answerable_site.people.rules import ANONYMOUS, PRODUCT, ROLES_BY_KIND, OrganisationKind, Role

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite has no row-level security; PostgreSQL runs this.",
    ),
]
TABLES = (
    *(Case, CaseReference, CaseShare, CaseAssignment, CaseOpening),
    *(CaseEvent, CaseDue, CaseBreach),
)


@pytest.fixture
def county() -> County:
    made = factories_cases.county()
    factories_cases.opened(made, Role.SUPERVISOR)
    factories_cases.victim(made)
    for statement in database_roles.statements(web="test_web", press="test_press"):
        execute(statement)
    return made


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def acting_as(role: str):
    execute(f"SET ROLE {role}")
    try:
        yield
    finally:
        execute("RESET ROLE")
        wall.stand_for(ANONYMOUS)


def everything() -> int:
    """How many rows of all tables of cases there are, as the owner of the database counts."""
    return sum(table.objects.count() for table in TABLES)


def rows(viewer) -> int:
    """How many rows of all tables of cases the web role reads for a viewer."""
    with acting_as("test_web"):
        wall.stand_for(viewer)
        return everything()


class TestWall:
    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER])
    def test_opens_the_rows_of_the_own_force(self, county, role):
        assert rows(county.viewer(role)) == everything() > 0

    @pytest.mark.parametrize("role", sorted(PLACES))
    def test_keeps_the_rows_of_another_force(self, county, role):
        other = factories_cases.county("Sallowfen", reference="9/26")
        assert county.case.pk not in seen(other.viewer(role))

    @pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.CPS_MANAGER, Role.SUPPORT_WORKER])
    def test_opens_rows_to_another_organisation_while_they_are_shared(self, county, role):
        assert rows(county.viewer(role)) == 0
        factories_cases.shared(county, county.area, county.service)
        assert rows(county.viewer(role)) == everything() > 0
        county.case.shares.update(ended_at=factories_cases.AT)
        assert rows(county.viewer(role)) == 0

    def test_keeps_everything_from_whoever_reads_no_case(self, county):
        of_the_force = set(ROLES_BY_KIND[OrganisationKind.POLICE_FORCE])
        others = of_the_force - READS_CASES - {Role.ACCESS_AUDITOR}
        people = [factories.person(f"N {role}", (county.force, role)) for role in sorted(others)]
        assert [rows(factories.viewer(person)) for person in people] == [0] * len(others)

    def test_lets_whoever_keeps_training_count_cases_and_read_none(self, county):
        trainer = factories.viewer(
            factories.person("A Trainer", (county.force, Role.TRAINING_COORDINATOR))
        )
        with acting_as("test_web"):
            wall.stand_for(trainer)
            counted = operations.count_open_cases(by=trainer, at=AT, organisation=county.force)
            assert (counted, Case.objects.count()) == (1, 0)

    def test_lets_a_limit_that_is_confirmed_reach_cases_that_its_administrator_does_not(
        self, county
    ):
        factories_cases.victim(county)
        first, second = (
            factories.person(f"{name} Administrator", (county.force, Role.ADMINISTRATOR))
            for name in ("First", "Second")
        )
        place = factories_limits.Administered(county.force, first, second)
        version = factories_limits.proposed(place)
        with acting_as("test_web"):
            wall.stand_for(place.other)
            operations.confirm_limit(by=place.other, at=factories_limits.AT, version=version)
            assert not Case.objects.exists()
        assert Case.objects.get().reckoned_on is None

    def test_keeps_everything_from_the_public_and_from_nobody(self, county):
        assert rows(ANONYMOUS) == 0
        with acting_as("test_web"):
            execute("SELECT set_config('answerable.viewer', '', false)")
            assert not Case.objects.exists()

    def test_keeps_everything_from_somebody_disabled(self, county):
        viewer = county.viewer(Role.SUPERVISOR)
        user = county.people[Role.SUPERVISOR]
        user.is_active = False
        user.save()
        assert rows(viewer) == 0

    def test_keeps_everything_once_the_role_has_ended(self, county):
        viewer = county.viewer(Role.SUPERVISOR)
        county.people[Role.SUPERVISOR].assignments.update(to_on="2020-01-01")
        assert rows(viewer) == 0

    def test_opens_all_to_the_product_itself_and_closes_behind_it(self, county):
        with acting_as("test_web"):
            with wall.as_product():
                assert Case.objects.count() == 1
            assert Case.objects.count() == 0

    def test_refuses_a_case_for_a_foreign_force(self, county):
        other = factories_cases.county("Sallowfen", reference="9/26")
        viewer = county.viewer(Role.SUPERVISOR)
        with acting_as("test_web"):
            wall.stand_for(viewer)
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                factories_cases.Case.objects.create(
                    force=other.force,
                    reported_on="2026-05-01",
                    added_at=factories_cases.AT,
                    added_by=county.people[Role.SUPERVISOR],
                )


class TestPressRole:
    @pytest.mark.parametrize(
        "table",
        [
            *(f"casework_{table}" for table in ("case", "casereference", "caseassignment")),
            *("casework_caseshare", "casework_caseopening", "people_user"),
            *("responses_explanation", "audit_auditentry"),
        ],
    )
    def test_cannot_select_cases_people_drafts_or_the_record(self, county, table):
        refusal = pytest.raises(ProgrammingError, match="permission denied")
        with acting_as("test_press"), refusal, transaction.atomic():
            execute(f"SELECT count(*) FROM {table}")


class TestResealing:
    def test_reaches_every_reference_as_the_product(self, county, settings):
        settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]
        with acting_as("test_web"), wall.as_product():
            changed = operations.reseal_references(by=PRODUCT, at=AT, tell=lambda _seen: None)
        assert changed == CaseReference.objects.count() > 0


class TestWebRole:
    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM audit_auditentry",
            "UPDATE audit_auditentry SET act = 'none'",
            "TRUNCATE audit_auditentry",
            "ALTER TABLE audit_auditentry DISABLE TRIGGER ALL",
            "ALTER TABLE casework_case DISABLE ROW LEVEL SECURITY",
        ],
    )
    def test_cannot_change_the_record_or_take_the_wall_down(self, county, statement):
        with acting_as("test_web"), pytest.raises(ProgrammingError), transaction.atomic():
            execute(statement)


def seen(viewer) -> set[int]:
    with acting_as("test_web"):
        wall.stand_for(viewer)
        return set(Case.objects.values_list("pk", flat=True))
