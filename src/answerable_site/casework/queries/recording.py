"""For whom somebody records in a case, and what forms of recording offer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from answerable.records.event import Recorded, Side
from answerable.records.kinds.support import SupportOffered, SupportReferred
from answerable_site.casework.models import Case, CaseEvent
from answerable_site.casework.queries.choices import organisations_working_on
from answerable_site.casework.rules import (
    PEOPLE,
    READS_CASES,
    RECORDS_EVENTS,
    ROLES_OF_SIDE,
    SERVICES,
    numbers_in,
    side_of,
)
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import OrganisationKind, Viewer


def recording_organisation(viewer: Viewer, case: Case) -> Organisation | None:
    """The organisation for which a viewer records in a case; the force before others. None where
    nobody of the viewer’s roles records anything."""
    own = viewer.organisations_where(*RECORDS_EVENTS)
    working = [one for one in organisations_working_on(case) if one.pk in own]
    working.sort(key=lambda one: one.pk != case.force_id)
    return next((one for one in working if side_of(one.kind)), None)


def side_reading(viewer: Viewer, case: Case) -> Side | None:
    """The side whose part of a case a viewer sees; None for one who reads it whole and records
    nothing. Police and prosecutors see more than support services: of several, the most counts."""
    own = viewer.organisations_where(*READS_CASES)
    sides = {side_of(one.kind) for one in organisations_working_on(case) if one.pk in own}
    return Side.SUPPORT if sides == {Side.SUPPORT} else next(iter(sides - {Side.SUPPORT}), None)


def clients_of(viewer: Viewer, case: Case) -> set[int]:
    """The victims of a case whom services of a viewer’s support, by number: those who were referred
    to one, or whose offer of one was recorded."""
    rows = _of_clients(viewer).filter(case=case, victim__isnull=False)
    return {victim for (victim,) in rows.values_list("victim") if victim is not None}


def is_client(viewer: Viewer) -> Exists:
    """For a row with a case and a victim: the victim is a client of a service of the viewer’s."""
    return Exists(_of_clients(viewer).filter(case=OuterRef("case"), victim=OuterRef("victim")))


def _of_clients(viewer: Viewer) -> QuerySet[CaseEvent]:
    own = list(viewer.organisations_where(*ROLES_OF_SIDE[Side.SUPPORT]))
    return CaseEvent.objects.filter(
        kind__in=(SupportOffered.kind(), SupportReferred.kind()), facts__service__in=own
    )


def services_to_offer() -> QuerySet[Organisation]:
    """Support services, by name."""
    return (
        Organisation.objects.filter(kind=OrganisationKind.SUPPORT_SERVICE)
        .defer("logo")
        .order_by("name")
    )


def people_on(case: Case, side: Side, *, on: date) -> list[User]:
    """People of a side who hold a role in which they work on cases, in the organisations that work
    on this one."""
    posts = (
        Assignment.objects.in_force(on)
        .filter(
            organisation__in=organisations_working_on(case),
            role__in=ROLES_OF_SIDE[side],
            user__is_active=True,
        )
        .select_related("user")
        .order_by("user__full_name")
    )
    return list({post.user_id: post.user for post in posts}.values())


@dataclass(frozen=True)
class Naming:
    """What the numbers of people and services in events mean."""

    people: dict[int, str] = field(default_factory=dict)
    services: dict[int, str] = field(default_factory=dict)


def naming_of(recorded: Iterable[Recorded]) -> Naming:
    """The names of the people and services that events name by number."""
    named = [one.event for one in recorded]
    people, services = numbers_in(named, PEOPLE), numbers_in(named, SERVICES)
    return Naming(
        people=dict(User.objects.filter(pk__in=people).values_list("pk", "full_name"))
        if people
        else {},
        services=dict(Organisation.objects.filter(pk__in=services).values_list("pk", "name"))
        if services
        else {},
    )
