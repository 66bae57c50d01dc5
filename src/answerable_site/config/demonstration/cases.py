"""The people who work on cases in the invented county, and a few cases, a decoy among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.crypto import get_random_string

from answerable_site.casework import operations
from answerable_site.casework.models import Case
from answerable_site.casework.rules import Ground, ReferenceKind
from answerable_site.config.demonstration.acting import Act, moment
from answerable_site.config.demonstration.office import InventedOffice
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


def add_cases(office: InventedOffice, *, from_on: date, today: date) -> InventedCounty:
    """Everybody who works on cases, five cases, and a decoy.

    The first case is shared and worked on by all three organisations; the second was opened by
    breaking the glass yesterday.
    """
    county = _add_people(office, from_on)
    cases = [
        _add_case(county, today - timedelta(days=days), number)
        for number, days in enumerate(DAYS_SINCE_REPORT, start=1)
    ]
    _work_together(county, cases[0], today - timedelta(days=DAYS_SINCE_REPORT[0] - 3))
    _break_glass(county, cases[1], today - timedelta(days=1))
    operations.add_decoy(
        **Act(county.auditor, today - timedelta(days=60), 15).alone,
        force=county.force,
        reported_on=today - timedelta(days=71),
        reference="WX/70999/26",
    )
    return county


def _add_people(office: InventedOffice, from_on: date) -> InventedCounty:
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


def _add_case(county: InventedCounty, reported_on: date, number: int) -> Case:
    return operations.add_case(
        **Act(county.investigator, reported_on, 16).alone,
        force=county.force,
        reported_on=reported_on,
        reference=f"WX/7{number:04}/26",
    )


def _work_together(county: InventedCounty, case: Case, on: date) -> None:
    supervisor, manager = Act(county.supervisor, on, 10), Act(county.manager, on, 12)
    operations.open_case(**supervisor.alone, case=case, ground=Ground.SUPERVISION, words="")
    for organisation in (county.area, county.service):
        operations.share(**supervisor.alone, case=case, organisation=organisation)
    operations.assign(
        **supervisor.alone, case=case, user=county.worker, organisation=county.service
    )
    operations.open_case(**manager.alone, case=case, ground=Ground.SUPERVISION, words="")
    operations.assign(**manager.alone, case=case, user=county.prosecutor, organisation=county.area)
    operations.add_reference(
        **Act(county.investigator, on, 14).alone,
        case=case,
        kind=ReferenceKind.URN,
        owner=county.force,
        reference="97WX0000126",
    )


def _break_glass(county: InventedCounty, case: Case, on: date) -> None:
    act = Act(county.second_investigator, on, 20)
    operations.open_case(
        **act.alone,
        case=case,
        ground=Ground.COVER,
        words="The officer in the case is on leave and the laboratory rang about a result.",
    )
    operations.note_read(**act.alone, case=case)
