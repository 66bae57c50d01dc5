"""The people of the invented office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.crypto import get_random_string

from answerable.synthetic import reports
from answerable_site.config.demonstration.emblem import emblem
from answerable_site.people import operations
from answerable_site.people.models import Organisation, User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import PRODUCT, BodyType, OrganisationKind, Role

COLOUR = "#1f4f46"
TITLE = "Police and Crime Commissioner"


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
        holder_title=TITLE,
        force=force,
        body_type=BodyType.COMMISSIONER,
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
    administrator = person("Isolde Brackwater", body, Role.ADMINISTRATOR)
    person("Corin Veldane", body, Role.ADMINISTRATOR)
    _furnish(office, administrator, at=at + timedelta(minutes=3), on=from_on)
    return office


def _furnish(office: InventedOffice, administrator: User, *, at: datetime, on: date) -> None:
    """Its look and its holder, as an administrator enters them."""
    by = viewer_for(administrator, on=on)
    operations.change_look(
        by=by, at=at, organisation=office.body, email="office@wexmoor.example", colour=COLOUR
    )
    operations.change_logo(
        by=by,
        at=at,
        organisation=office.body,
        png=emblem(COLOUR),
        alternative=f"{office.body.name}: hills under a sun",
    )
    operations.record_tenure(
        by=by,
        at=at,
        organisation=office.body,
        holder_name=office.holder.full_name,
        title=TITLE,
        user=office.holder,
        from_on=on,
    )
