"""An invented office and force with people in their roles, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from struct import pack
from zlib import compress, crc32

from django.utils.text import slugify
from tests.made_once import made_once

from answerable_site.people import operations, queries
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role, Viewer

LONG_AGO = date(2010, 1, 1)
SET_UP_AT = datetime(2015, 1, 1, 9, tzinfo=UTC)
PASSWORD = "an invented password"


@dataclass(frozen=True)
class Office:
    """A local policing body, the force it holds to account, and one person in each role."""

    body: Organisation
    force: Organisation
    officer: User
    holder: User
    publisher: User
    approver: User
    chief: User
    administrator: User
    second_administrator: User

    @property
    def people(self) -> dict[str, User]:
        """Everybody, by the role they hold."""
        return {
            Role.RESPONSE_OFFICER: self.officer,
            Role.HOLDER: self.holder,
            Role.PUBLISHER: self.publisher,
            Role.APPROVER: self.approver,
            Role.CHIEF_OFFICERS_OFFICE: self.chief,
            Role.ADMINISTRATOR: self.administrator,
        }


@made_once
def office(name: str = "Wexmoor") -> Office:
    """A whole office; call it twice with different names for two that must not see each other."""
    force = organisation(f"{name} Constabulary", OrganisationKind.POLICE_FORCE, "Chief Constable")
    body = organisation(
        f"Office for Policing in {name}",
        OrganisationKind.LOCAL_POLICING_BODY,
        "Police and Crime Commissioner",
        force,
    )
    return Office(
        body=body,
        force=force,
        officer=person(f"{name} Officer", (body, Role.RESPONSE_OFFICER)),
        holder=person(f"{name} Holder", (body, Role.HOLDER)),
        publisher=person(f"{name} Publisher", (body, Role.PUBLISHER)),
        approver=person(f"{name} Approver", (body, Role.APPROVER)),
        chief=person(f"{name} Chief", (force, Role.CHIEF_OFFICERS_OFFICE)),
        administrator=person(f"{name} Administrator", (body, Role.ADMINISTRATOR)),
        second_administrator=person(f"{name} Deputy", (body, Role.ADMINISTRATOR)),
    )


def organisation(
    name: str, kind: OrganisationKind, holder_title: str, force: Organisation | None = None
) -> Organisation:
    """One organisation."""
    return operations.add_organisation(
        by=PRODUCT,
        at=SET_UP_AT,
        kind=kind,
        name=name,
        slug=slugify(name),
        holder_title=holder_title,
        force=force,
    )


def person(full_name: str, *roles: tuple[Organisation, Role]) -> User:
    """A person with roles that count since long ago."""
    return operations.set_up_person(
        by=PRODUCT,
        at=SET_UP_AT,
        email=f"{slugify(full_name)}@example.org",
        full_name=full_name,
        password=PASSWORD,
        roles=list(roles),
        from_on=LONG_AGO,
    )


def viewer(user: User, on: date = date(2026, 6, 1)) -> Viewer:
    """The viewer that a person is on a day."""
    return queries.viewer_for(user, on=on)


def png(width: int = 64, height: int = 32, *, interlaced: bool = False) -> bytes:
    """A PNG picture of one colour."""
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlaced)
    lines = b"".join(b"\0" + b"\x40" * width for _ in range(height))
    chunks = ((b"IHDR", header), (b"IDAT", compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))
        for name, data in chunks
    )
