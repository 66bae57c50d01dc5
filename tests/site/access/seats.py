"""Who sits where in an office of the matrix and in the organisations around it."""

from __future__ import annotations

from tests import factories

from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import ROLES_BY_KIND, OrganisationKind, Role


def member(office: factories.Office, role: Role) -> User:
    """The one who holds a role in or around an office, made when first asked for."""
    name = f"{office.body.name} {role}"
    known = office.people.get(role) or User.objects.filter(full_name=name).first()
    return known or factories.person(name, (place(office, role), role))


def place(office: factories.Office, role: Role) -> Organisation:
    """Where the role is held: in the body if it has such a role, else where it is."""
    return organisation(office, next(k for k, roles in ROLES_BY_KIND.items() if role in roles))


def organisation(office: factories.Office, kind: OrganisationKind) -> Organisation:
    """The organisation of a kind that belongs to an office, made when it is first asked for."""
    if kind is OrganisationKind.LOCAL_POLICING_BODY:
        return office.body
    if kind is OrganisationKind.POLICE_FORCE:
        return office.force
    name = f"{kind.label} beside {office.force.name}"
    known = Organisation.objects.filter(name=name).first()
    return known or factories.organisation(name, kind, "Head")
