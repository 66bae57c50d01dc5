"""The people who work on cases in the invented county, and a few cases, a decoy among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.crypto import get_random_string

from answerable_site.casework import operations
from answerable_site.casework.models import Case
from answerable_site.casework.rules import Ground, ReferenceKind
from answerable_site.config.demonstration.acting import Act, moment
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.stories import Story
from answerable_site.people import operations as people
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role

DAYS_SINCE_REPORT = (160, 121, 88, 41, 12)
"""Of the cases, the oldest first."""


@dataclass(frozen=True, slots=True)
class InventedCounty:
    """Those who act in the cases of the demonstration."""

    force: Organisation
    area: Organisation
    service: Organisation
    investigator: User
    second_investigator: User
    supervisor: User
    manager: User
    prosecutor: User
    worker: User
    auditor: User


def stories_of_cases(county: InventedCounty, today: date) -> Iterator[Story]:
    """Five cases and a decoy.

    The first case is shared and worked on by all three organisations; the second was opened by
    breaking the glass yesterday.
    """
    for number, days in enumerate(DAYS_SINCE_REPORT, start=1):
        yield _case(county, today - timedelta(days=days), number, today)
    yield _decoy(county, today)


def add_people_of_cases(office: InventedOffice, from_on: date) -> InventedCounty:
    """Everybody who works on cases, with their organisations."""
    force = office.body.force
    if force is None:
        raise LookupError("The invented office holds no force to account.")

    def place(kind: OrganisationKind, name: str, slug: str) -> Organisation:
        return people.add_organisation(
            by=PRODUCT, at=moment(from_on, 9, 5), kind=kind, name=name, slug=slug, holder_title=""
        )

    def person(full_name: str, organisation: Organisation, role: Role) -> User:
        return people.set_up_person(
            by=PRODUCT,
            at=moment(from_on, 9, 6),
            email=f"{full_name.split(maxsplit=1)[0].lower()}@{organisation.slug}.example",
            full_name=full_name,
            password=get_random_string(32),
            roles=[(organisation, role)],
            from_on=from_on,
        )

    area = place(OrganisationKind.CPS_AREA, "CPS Wexmoor and Sallowfen", "wexmoor-cps")
    service = place(OrganisationKind.SUPPORT_SERVICE, "Lantern Support Wexmoor", "lantern")
    return InventedCounty(
        force=force,
        area=area,
        service=service,
        investigator=person("Tamsin Oakhollow", force, Role.INVESTIGATOR),
        second_investigator=person("Brannoc Teasel", force, Role.INVESTIGATOR),
        supervisor=person("Rowena Blackmere", force, Role.SUPERVISOR),
        manager=person("Sorrel Thackray-Vane", area, Role.CPS_MANAGER),
        prosecutor=person("Idris Pennylow", area, Role.PROSECUTOR),
        worker=person("Nerys Coldbrook", service, Role.SUPPORT_WORKER),
        auditor=person("Hollis Grendale", force, Role.ACCESS_AUDITOR),
    )


def _case(county: InventedCounty, reported_on: date, number: int, today: date) -> Story:
    investigator = Act(county.investigator, reported_on, 16)
    yield investigator.at
    case = operations.add_case(
        **investigator.alone,
        force=county.force,
        reported_on=reported_on,
        reference=f"WX/7{number:04}/26",
    )
    if number == 1:
        yield from _work_together(county, case, reported_on + timedelta(days=3))
    elif number == 2:
        yield from _break_glass(county, case, today - timedelta(days=1))


def _decoy(county: InventedCounty, today: date) -> Story:
    auditor = Act(county.auditor, today - timedelta(days=60), 15)
    yield auditor.at
    operations.add_decoy(
        **auditor.alone,
        force=county.force,
        reported_on=today - timedelta(days=71),
        reference="WX/70999/26",
    )


def _work_together(county: InventedCounty, case: Case, on: date) -> Story:
    supervisor, manager = Act(county.supervisor, on, 10), Act(county.manager, on, 12)
    yield supervisor.at
    operations.open_case(**supervisor.alone, case=case, ground=Ground.SUPERVISION, words="")
    for organisation in (county.area, county.service):
        operations.share(**supervisor.alone, case=case, organisation=organisation)
    operations.assign(
        **supervisor.alone, case=case, user=county.worker, organisation=county.service
    )
    yield manager.at
    operations.open_case(**manager.alone, case=case, ground=Ground.SUPERVISION, words="")
    operations.assign(**manager.alone, case=case, user=county.prosecutor, organisation=county.area)
    investigator = Act(county.investigator, on, 14)
    yield investigator.at
    operations.add_reference(
        **investigator.alone,
        case=case,
        kind=ReferenceKind.URN,
        owner=county.force,
        reference="97WX0000126",
    )


def _break_glass(county: InventedCounty, case: Case, on: date) -> Story:
    act = Act(county.second_investigator, on, 20)
    yield act.at
    operations.open_case(
        **act.alone,
        case=case,
        ground=Ground.COVER,
        words="The officer in the case is on leave and the laboratory rang about a result.",
    )
    operations.note_read(**act.alone, case=case)
