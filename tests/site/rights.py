"""A rule asked of everybody: each role in each of nine organisations, the public, the product."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import (
    ANONYMOUS,
    PRODUCT,
    OrganisationKind,
    Post,
    Role,
    Viewer,
)

ME, SOMEBODY_ELSE = 7, 90

Rule: TypeAlias = Callable[[Viewer], object]


@dataclass(frozen=True)
class Place:
    """An organisation; those named here stand in no database."""

    name: str
    pk: int
    kind: OrganisationKind
    body_id: int | None = None

    @classmethod
    def of(cls, organisation: Organisation) -> Place:
        """One that stands in the database, and is no body, nor any body's force."""
        return cls(organisation.name, organisation.pk, OrganisationKind(organisation.kind))

    @property
    def organisation(self) -> Organisation:
        return Organisation(pk=self.pk, name=self.name, kind=self.kind)

    def viewer(self, role: Role, user_id: int = ME) -> Viewer:
        """Somebody who holds one role here, and nothing else."""
        return Viewer(user_id, "Somebody", (self.post(role),))

    def post(self, role: Role) -> Post:
        return Post(role, self.pk, self.name, self.body_id, self.kind)


BODY = Place("the body", 1, OrganisationKind.LOCAL_POLICING_BODY, 1)
FORCE = Place("the force", 2, OrganisationKind.POLICE_FORCE, 1)
OTHER_BODY = Place("another body", 3, OrganisationKind.LOCAL_POLICING_BODY, 3)
OTHER_FORCE = Place("another force", 4, OrganisationKind.POLICE_FORCE, 3)
AREA = Place("the CPS Area", 5, OrganisationKind.CPS_AREA)
OTHER_AREA = Place("another CPS Area", 6, OrganisationKind.CPS_AREA)
SERVICE = Place("the service", 7, OrganisationKind.SUPPORT_SERVICE)
INSPECTORATE = Place("the inspectorate", 8, OrganisationKind.INSPECTORATE)
NATIONAL = Place("the national body", 9, OrganisationKind.NATIONAL_BODY)
PLACES = (
    *(BODY, FORCE, OTHER_BODY, OTHER_FORCE, AREA, OTHER_AREA),
    *(SERVICE, INSPECTORATE, NATIONAL),
)
EVERYBODY = {f"{role} of {place.name}": place.viewer(role) for place in PLACES for role in Role} | {
    "the public": ANONYMOUS,
    "the product": PRODUCT,
}


def allowed(rule: Rule) -> set[str]:
    """Whom a rule lets through: it answers yes, or it checks and refuses nothing."""
    return {name for name, who in EVERYBODY.items() if lets_through(rule, who)}


def roles(rule: Rule, place: Place) -> set[Role]:
    """The roles in one organisation with which somebody is let through."""
    return {role for role in Role if lets_through(rule, place.viewer(role))}


def lets_through(rule: Rule, who: Viewer) -> bool:
    try:
        return rule(who) is not False
    except Refused:
        return False
