"""Addressees as people type them: one a line, a condition after a semicolon."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AddresseeKind(StrEnum):
    """The kinds of body that a recommendation may address, as extraction names them."""

    FORCES = "forces"
    FORCE = "force"
    CHIEF_CONSTABLES = "chief_constables"
    LOCAL_POLICING_BODIES = "local_policing_bodies"
    CPS = "cps"
    HOME_OFFICE = "home_office"
    MINISTRY_OF_JUSTICE = "ministry_of_justice"
    COLLEGE_OF_POLICING = "college_of_policing"
    NATIONAL_LEAD = "national_lead"
    INSPECTORATE = "inspectorate"
    SUPPORT_SERVICES = "support_services"
    FIRE_SERVICE = "fire_service"
    GOVERNMENT = "government"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS.get(self, self.value.replace("_", " ").capitalize())


_LABELS = {
    AddresseeKind.FORCES: "Police forces",
    AddresseeKind.FORCE: "One named force",
    AddresseeKind.CPS: "Crown Prosecution Service",
    AddresseeKind.HOME_OFFICE: "Home Office",
    AddresseeKind.MINISTRY_OF_JUSTICE: "Ministry of Justice",
    AddresseeKind.COLLEGE_OF_POLICING: "College of Policing",
    AddresseeKind.FIRE_SERVICE: "Fire and rescue service",
    AddresseeKind.GOVERNMENT: "Another part of government",
    AddresseeKind.OTHER: "Somebody else",
}


@dataclass(frozen=True, slots=True)
class Addressed:
    """Who is asked, as worded; the kind of body; the condition, if any."""

    name: str
    kind: str
    condition: str = ""


def addressees_from_lines(lines: str) -> tuple[Addressed, ...]:
    """Addressees from a text area: one a line, doubles once, each with the kind its name shows."""
    found: dict[str, Addressed] = {}
    for line in lines.splitlines():
        name, _, condition = (part.strip() for part in line.partition(";"))
        if name:
            found.setdefault(name, Addressed(name, kind_of(name), condition))
    return tuple(found.values())


def lines_from_addressees(addressees: tuple[Addressed, ...]) -> str:
    """The inverse of `addressees_from_lines`."""
    return "\n".join(
        f"{one.name}; {one.condition}" if one.condition else one.name for one in addressees
    )


def kind_of(name: str) -> AddresseeKind:
    """The kind of body that a name means; `OTHER` where none is known by it."""
    from answerable.extraction.addressees import bodies_in

    known = {kind.value for kind in AddresseeKind}
    kinds = [body.kind for body in bodies_in(name) if body.kind in known]
    return AddresseeKind(kinds[0]) if kinds else AddresseeKind.OTHER
