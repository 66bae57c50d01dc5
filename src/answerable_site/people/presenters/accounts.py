"""How people and roles are worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.people import access
from answerable_site.people.rules import NEEDS_TWO_PEOPLE, Role, Viewer

if TYPE_CHECKING:
    from answerable_site.people.models import Assignment, User


@dataclass(frozen=True, slots=True)
class ShownRole:
    """One role of a person, as a line on a page."""

    id: int
    role: str
    organisation: str
    from_on: date
    to_on: date | None
    state: str
    colour: str
    can_confirm: bool
    can_end: bool


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person with the roles that the viewer administers."""

    id: int
    full_name: str
    email: str
    is_active: bool
    roles: tuple[ShownRole, ...]


@dataclass(frozen=True, slots=True)
class DemonstrationAccount:
    """A person that a visitor of the demonstration can be."""

    id: int
    full_name: str
    email: str
    roles: str


def shown_person(user: User, *, viewer: Viewer, on: date) -> ShownPerson:
    """A person for the administrator's pages; `user` comes from `queries.people_visible_to`."""
    assignments: list[Assignment] = user.shown_assignments  # type: ignore[attr-defined]
    return ShownPerson(
        id=user.pk,
        full_name=user.full_name,
        email=user.email,
        is_active=user.is_active,
        roles=tuple(_shown_role(assignment, viewer=viewer, on=on) for assignment in assignments),
    )


def demonstration_account(user: User) -> DemonstrationAccount:
    """A person for the demonstration's account switcher."""
    return DemonstrationAccount(
        id=user.pk,
        full_name=user.full_name,
        email=user.email,
        roles="; ".join(
            f"{Role(assignment.role).label}, {assignment.organisation.name}"
            for assignment in user.assignments.all()
        ),
    )


def _shown_role(assignment: Assignment, *, viewer: Viewer, on: date) -> ShownRole:
    state, colour = _state(assignment, on)
    return ShownRole(
        id=assignment.pk,
        role=Role(assignment.role).label,
        organisation=assignment.organisation.name,
        from_on=assignment.from_on,
        to_on=assignment.to_on,
        state=state,
        colour=colour,
        can_confirm=access.can_confirm(viewer, assignment),
        can_end=assignment.to_on is None,
    )


def _state(assignment: Assignment, on: date) -> tuple[str, str]:
    if assignment.ended_at is not None or (assignment.to_on is not None and assignment.to_on < on):
        return "Ended", "grey"
    if assignment.role in NEEDS_TWO_PEOPLE and assignment.confirmed_by_id is None:
        return "To be confirmed", "yellow"
    return "Current", "green"
