"""A database with the cases of a whole country, those of one force by far the most.

Import this once Django is set up. Two thousand lived cases are inserted row by row, and copied
within the database: what operations write is tested elsewhere; here only their number matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from random import Random

from django.db import connection, models, transaction
from django.utils import timezone

from answerable.records.kinds import to_stored
from answerable.records.kinds.submission import Submitted
from answerable.records.kinds.support import SupportReferred
from answerable_site.casework.models import (
    Case,
    CaseAssignment,
    CaseBreach,
    CaseDue,
    CaseEvent,
    CaseFinding,
    CaseReference,
    CaseShare,
)
from answerable_site.casework.operations.reckoning import Reckoning
from answerable_site.casework.queries import limits_of
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import keyed_hash, seal
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import OrganisationKind, Role
from bench.caseload.lives import Life, lives
from bench.registers.filling import session_of, settle

COPIES = 250
OTHER_FORCES = 42
EVERY_FIFTH = 5
WORKERS = {Role.INVESTIGATOR: 1000, Role.PROSECUTOR: 150, Role.SUPPORT_WORKER: 150}
LEADS = (Role.SUPERVISOR, Role.GATEKEEPER, Role.CPS_MANAGER)
TABLES = (
    *(Case, CaseReference, CaseShare, CaseAssignment),
    *(CaseEvent, CaseDue, CaseBreach, CaseFinding),
)


@dataclass(frozen=True)
class Filled:
    """What was made."""

    counts: dict[str, int]
    cookies: dict[Role, str]
    """Of one person in each role, in the largest force and what works with it."""
    cases: dict[Role, list[int]]
    """Cases that are assigned to that person."""


def fill() -> Filled:
    """Make the database and fill it."""
    country = Country()
    lived = lives(country.today, Random(6), service=country.service.pk)
    with _hastily():
        with transaction.atomic():
            country.insert(lived)
        for table in TABLES:
            with transaction.atomic():
                _copy(table, len(lived), country)
        settle()
    counts = {"cases": Case.objects.count(), "events": CaseEvent.objects.count()}
    counts |= {"dues": CaseDue.objects.count(), "findings": CaseFinding.objects.count()}
    return Filled(
        counts=counts,
        cookies={role: session_of(user) for role, user in country.asked.items()},
        cases={
            role: list(
                CaseAssignment.objects.filter(
                    user=country.asked[role], organisation=country.places[role]
                )
                .order_by("pk")
                .values_list("case", flat=True)
            )
            for role in WORKERS
        },
    )


class Country:
    """Forces, the CPS Area and the service of the largest, and everybody who works there."""

    def __init__(self) -> None:
        self.today = timezone.localdate()
        self.at = timezone.now()
        forces = [
            self._organisation(OrganisationKind.POLICE_FORCE, f"Force {number:02}")
            for number in range(1 + OTHER_FORCES)
        ]
        self.force, self.first_other = forces[0], forces[1].pk
        self.area = self._organisation(OrganisationKind.CPS_AREA, "CPS Wexmoor")
        self.service = self._organisation(OrganisationKind.SUPPORT_SERVICE, "Wexmoor Support")
        self.places = {
            **dict.fromkeys((Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER), self.force),
            **dict.fromkeys((Role.PROSECUTOR, Role.CPS_MANAGER), self.area),
            Role.SUPPORT_WORKER: self.service,
        }
        self.workers = {role: self._people(role, count) for role, count in WORKERS.items()}
        self.asked = {role: people[0] for role, people in self.workers.items()} | {
            role: self._people(role, 1)[0] for role in LEADS
        }

    def insert(self, lived: list[Life]) -> None:
        """The lived cases, each with all that is kept beside its events."""
        cases = Case.objects.bulk_create(
            Case(
                pk=number,
                force=self.force,
                reported_on=life.file.reported_on,
                added_at=self.at,
                added_by=self.asked[Role.INVESTIGATOR],
                reckoned_on=self.today,
            )
            for number, life in enumerate(lived, 1)
        )
        for case, life in zip(cases, lived, strict=True):
            self._insert_beside(case, life)
        events = (
            row for case, life in zip(cases, lived, strict=True) for row in self._events(case, life)
        )
        CaseEvent.objects.bulk_create(events, batch_size=5000)
        limits = limits_of(self.force.pk)
        for case, life in zip(cases, lived, strict=True):
            if life.is_running:
                area = self.area.pk if any(life.file.of(Submitted)) else None
                Reckoning(case, life.file, limits, self.today, area).keep()

    def _insert_beside(self, case: Case, life: Life) -> None:
        words = f"12A/{case.pk:06}/26"
        CaseReference.objects.create(
            case=case,
            kind=ReferenceKind.CRIME,
            owner=self.force,
            keyed_hash=keyed_hash(ReferenceKind.CRIME, self.force.pk, words),
            sealed=seal(words),
        )
        self._assign(case, Role.INVESTIGATOR)
        if any(life.file.of(Submitted)):
            self._share(case, Role.PROSECUTOR)
        if any(life.file.of(SupportReferred)):
            self._share(case, Role.SUPPORT_WORKER)

    def _share(self, case: Case, role: Role) -> None:
        CaseShare.objects.create(
            case=case,
            organisation=self.places[role],
            shared_by=self.asked[Role.INVESTIGATOR],
            shared_at=self.at,
        )
        self._assign(case, role)

    def _assign(self, case: Case, role: Role) -> None:
        workers = self.workers[role]
        CaseAssignment.objects.create(
            case=case,
            user=workers[case.pk % len(workers)],
            organisation=self.places[role],
            assigned_by=self.asked[Role.INVESTIGATOR],
            assigned_at=self.at,
        )

    def _events(self, case: Case, life: Life) -> Iterator[CaseEvent]:
        for one in life.file.recorded:
            yield CaseEvent(
                case=case,
                number=one.number,
                kind=one.event.kind(),
                happened_on=one.event.on,
                victim=getattr(one.event, "victim", None),
                suspect=getattr(one.event, "suspect", None),
                facts=to_stored(one.event),
                side=one.side,
                organisation=self.force,
                recorded_at=datetime.combine(one.event.on, time(12), UTC),
                recorded_by=self.asked[Role.INVESTIGATOR],
                why_in_breach=one.why_in_breach,
                replaces=one.replaces,
            )

    def _organisation(self, kind: OrganisationKind, name: str) -> Organisation:
        slug = name.lower().replace(" ", "-")
        return Organisation.objects.create(kind=kind, name=name, slug=slug, holder_title="Head")

    def _people(self, role: Role, count: int) -> list[User]:
        people = User.objects.bulk_create(
            User(email=f"{role}-{number}@example.org", full_name=f"{role.label} {number:04}")
            for number in range(count)
        )
        Assignment.objects.bulk_create(
            Assignment(
                user=one,
                organisation=self.places[role],
                role=role,
                from_on=self.today,
                granted_at=self.at,
            )
            for one in people
        )
        return people


def _copy(table: type[models.Model], lived: int, country: Country) -> None:
    """Copy the rows of the lived cases for every further case, in the order of the cases."""
    names = [
        field.column
        for field in table._meta.concrete_fields
        if not field.primary_key or table is Case
    ]
    is_own = f"copies.number % {EVERY_FIFTH} = 0"
    ours = {
        "id": f"one.id + copies.number * {lived}",
        "case_id": f"one.case_id + copies.number * {lived}",
        "keyed_hash": "substr(cast(1000 + copies.number as varchar(4)) || one.keyed_hash, 1, 64)",
    } | {
        name: f"case when one.{name} <> {country.force.pk} or {is_own} then one.{name} "
        f"else {country.first_other} + copies.number % {OTHER_FORCES} end"
        for name in ("force_id", "organisation_id", "owner_id")
    }
    # Nobody has yet to do what other CPS Areas than this one would have to.
    ours["owed_by_id"] = (
        f"case when {is_own} then one.owed_by_id when one.owed_by_id = {country.force.pk} "
        f"then {country.first_other} + copies.number % {OTHER_FORCES} end"
    )
    is_wanted = f"one.{'id' if table is Case else 'case_id'} <= {lived}"
    if table is CaseAssignment:
        ours["user_id"] = _spread_over(country)
    if table in {CaseAssignment, CaseShare}:
        # Other forces work with others than these.
        is_wanted += f" AND (one.organisation_id = {country.force.pk} OR {is_own})"
    chosen = ", ".join(ours.get(name, f"one.{name}") for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE copies(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies "
            f"WHERE number < {COPIES - 1}) "
            f"INSERT INTO {table._meta.db_table} ({', '.join(names)}) "
            f"SELECT {chosen} FROM copies CROSS JOIN {table._meta.db_table} one "
            f"WHERE {is_wanted} "
            f"ORDER BY copies.number, one.id"
        )


def _spread_over(country: Country) -> str:
    """Another worker of the same organisation for each copy, so that everybody has a mixture."""
    clauses = (
        f"when one.organisation_id = {country.places[role].pk} then {workers[0].pk} + "
        f"(one.case_id + copies.number * 37) % {len(workers)}"
        for role, workers in country.workers.items()
    )
    return f"case {' '.join(clauses)} end"


@contextmanager
def _hastily() -> Iterator[None]:
    """Fill without what guards against mistakes and power cuts; both are tested elsewhere."""
    before, after = {
        "sqlite": (
            (
                "PRAGMA synchronous = OFF",
                "PRAGMA foreign_keys = OFF",
                "PRAGMA cache_size = -400000",
            ),
            ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = NORMAL"),
        ),
        "postgresql": (
            ("SET session_replication_role = replica", "SET synchronous_commit = off"),
            ("RESET session_replication_role", "RESET synchronous_commit"),
        ),
    }[connection.vendor]
    with connection.cursor() as cursor:
        for statement in before:
            cursor.execute(statement)
        yield
        for statement in after:
            cursor.execute(statement)
