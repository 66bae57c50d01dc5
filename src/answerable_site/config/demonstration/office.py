"""The people of the invented office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.crypto import get_random_string

from answerable.synthetic import reports
from answerable_site.people import operations
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role


@dataclass(frozen=True, slots=True)
class InventedOffice:
    """A local policing body, its force, and those who act in the demonstration."""

    body: Organisation
    officer: User
    holder: User
    publisher: User
    chief: User


def add_office(*, at: datetime, from_on: date) -> InventedOffice:
    """The office with its people; nobody has a password that anybody knows."""
    force = operations.add_organisation(
        by=PRODUCT,
        at=at,
        kind=OrganisationKind.POLICE_FORCE,
        name=reports.FORCE,
        slug="wexmoor-police",
        holder_title="Chief Constable",
    )
    body = operations.add_organisation(
        by=PRODUCT,
        at=at + timedelta(minutes=1),
        kind=OrganisationKind.LOCAL_POLICING_BODY,
        name=reports.POLICING_BODY,
        slug="wexmoor",
        holder_title="Police and Crime Commissioner",
        force=force,
    )

    def person(full_name: str, organisation: Organisation, role: Role) -> User:
        return operations.set_up_person(
            by=PRODUCT,
            at=at + timedelta(minutes=2),
            email=f"{full_name.split(maxsplit=1)[0].lower()}@wexmoor.example",
            full_name=full_name,
            password=get_random_string(32),
            roles=[(organisation, role)],
            from_on=from_on,
        )

    office = InventedOffice(
        body=body,
        officer=person("Mirren Tallowby", body, Role.RESPONSE_OFFICER),
        holder=person("Oswin Harkle", body, Role.HOLDER),
        publisher=person("Petra Quillmoor", body, Role.PUBLISHER),
        chief=person("Dunstan Ferrow", force, Role.CHIEF_OFFICERS_OFFICE),
    )
    person("Isolde Brackwater", body, Role.ADMINISTRATOR)
    person("Corin Veldane", body, Role.ADMINISTRATOR)
    return office
