"""The people who work on cases in the invented county, with their organisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.crypto import get_random_string

from answerable_site.config.demonstration.acting import moment
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.people import operations as people
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role


@dataclass(frozen=True, slots=True)
class InventedCounty:
    """Those who act in the cases of the demonstration."""

    force: Organisation
    area: Organisation
    service: Organisation
    investigator: User
    second_investigator: User
    supervisor: User
    gatekeeper: User
    manager: User
    prosecutor: User
    worker: User
    auditor: User
    analyst: User
    checker: User


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
        gatekeeper=person("Alderic Fennimoor", force, Role.GATEKEEPER),
        manager=person("Sorrel Thackray-Vane", area, Role.CPS_MANAGER),
        prosecutor=person("Idris Pennylow", area, Role.PROSECUTOR),
        worker=person("Nerys Coldbrook", service, Role.SUPPORT_WORKER),
        auditor=person("Hollis Grendale", force, Role.ACCESS_AUDITOR),
        analyst=person("Fenella Quarrington", force, Role.ANALYST),
        checker=person("Ambrose Tillery", force, Role.FIGURE_CHECKER),
    )
