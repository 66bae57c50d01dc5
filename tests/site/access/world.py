"""Two offices with a record of every kind, and everybody who might want to see the first’s.

A new role gets its viewers by itself, and each office an organisation of every new kind. A new
record gets its line in `records` or `answers`, by the route that leads to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.test import Client
from tests import factories
from tests.site.access import (
    answers,
    casereviews,
    cases,
    commitments,
    cuts,
    figures,
    loads,
    meetings,
    reviews,
    seats,
    snapshots,
    support,
    training,
)
from tests.site.access import records as register
from tests.site.access.records import AT, Records

from answerable_site.people import operations as people_operations
from answerable_site.people.models import User
from answerable_site.people.rules import ROLES_BY_KIND, OrganisationKind, Role

MARK, FOREIGN_MARK = "Zephyrine", "Sallowfen"
"""A word that stands in every record of the one office and nowhere else, and in the other's."""

VIEWERS_OF: tuple[Role, ...] = tuple(Role)
"""The roles that get viewers."""


@dataclass(frozen=True)
class Somebody:
    """A viewer of the matrix, and the roles that they hold where."""

    name: str
    user: User | None
    own: frozenset[str] = frozenset()
    """In the organisation of the own office whose records these are."""
    beside: frozenset[str] = frozenset()
    """In another organisation of the own office, such as the force beside its body."""
    foreign: frozenset[str] = frozenset()
    """In another office."""

    @property
    def roles(self) -> frozenset[str]:
        return self.own | self.beside | self.foreign


@dataclass
class World:
    """The own office, a foreign one, and the viewers."""

    own: Records
    foreign: Records
    people: list[Somebody] = field(default_factory=list)
    sessions: dict[str, str] = field(default_factory=dict)
    """The session of each viewer who is signed in, by the viewer's name."""

    @property
    def arguments(self) -> dict[str, dict[str, Any]]:
        """What leads to a record of the own office, by route."""
        return self.own.arguments

    def somebody(self, name: str) -> Somebody:
        return next(one for one in self.people if one.name == name)


def build(before: Callable[[World], None] | None = None) -> World:
    """Both offices with their records, and the viewers, all signed in.

    Args:
        before: what to do while only the foreign office has records.
    """
    # The names of bodies are public, so both stand from the start.
    own, foreign = (Records(factories.office(mark), mark) for mark in (MARK, FOREIGN_MARK))
    _fill(foreign)
    world = World(own, foreign)
    _add_viewers(world, [*_strangers(foreign.office), *_viewers(own.office, foreign.office)])
    if before:
        before(world)
    _fill(own)
    # A role that was granted or ended meanwhile has ended sessions.
    _sign_in(world)
    return world


def _add_viewers(world: World, people: list[Somebody]) -> None:
    world.people += people
    _sign_in(world)


def _sign_in(world: World) -> None:
    for somebody in world.people:
        if somebody.user:
            somebody.user.refresh_from_db()
            client = Client()
            client.force_login(somebody.user)
            world.sessions[somebody.name] = client.cookies[settings.SESSION_COOKIE_NAME].value


def _fill(records: Records) -> None:
    register.add_register(records)
    answers.add_answers(records)
    answers.add_past_response(records)
    register.add_people(records)
    register.add_machine(records)
    register.add_subscription(records)
    register.add_calendar(records)
    reviews.add_reviews(records)
    cases.add_cases(records)
    cases.add_limits(records)
    loads.add_loads(records)
    cuts.add_cuts(records)
    figures.add_figures(records)
    training.add_training(records)
    casereviews.add_case_reviews(records)
    commitments.add_follow_up(records)
    meetings.add_meetings(records)
    snapshots.add_snapshots(records)
    support.add_support(records)
    commitments.go_up(records)
    register.add_interface(records)


def _strangers(foreign: factories.Office) -> list[Somebody]:
    return [
        Somebody(f"foreign {role}", seats.member(foreign, role), foreign=frozenset({role}))
        for role in VIEWERS_OF
    ]


def _viewers(own: factories.Office, foreign: factories.Office) -> list[Somebody]:
    roles = frozenset(VIEWERS_OF)
    people = [
        Somebody("anonymous", None),
        Somebody("former member", _former(own)),
        Somebody("own key holder", seats.key_holder(own), own=frozenset({Role.RESPONSE_OFFICER})),
    ]
    for role in VIEWERS_OF:
        people.append(Somebody(f"own {role}", seats.member(own, role), own=frozenset({role})))
        others = roles - {role}
        straddler = factories.person(
            f"Straddler {role}",
            (seats.place(own, role), role),
            *((seats.place(foreign, other), other) for other in sorted(others)),
        )
        people.append(
            Somebody(
                f"own {role} and foreign rest", straddler, own=frozenset({role}), foreign=others
            )
        )
    for kind, role in _seats_beside():
        person = factories.person(f"{MARK} {kind} {role}", (seats.organisation(own, kind), role))
        people.append(Somebody(f"{role} in the {kind}", person, beside=frozenset({role})))
    return people


def _seats_beside() -> list[tuple[OrganisationKind, Role]]:
    """Roles that exist in a further kind of organisation than the first that has them."""
    seen: set[Role] = set()
    seats = []
    for kind, roles in ROLES_BY_KIND.items():
        seats += [(kind, role) for role in roles if role in seen and role in VIEWERS_OF]
        seen |= set(roles)
    return seats


def _former(office: factories.Office) -> User:
    """Somebody whose every role in the office ended yesterday."""
    user = factories.person(
        "Former Member", *((seats.place(office, role), role) for role in VIEWERS_OF)
    )
    administrators: dict[int, User] = {}
    for assignment in user.assignments.select_related("organisation"):
        place = assignment.organisation
        if place.pk not in administrators:
            administrators[place.pk] = factories.person(
                f"{place.name} Leaver Administrator", (place, Role.ADMINISTRATOR)
            )
        people_operations.end_role(
            by=factories.viewer(administrators[place.pk], on=AT.date()),
            at=AT,
            assignment=assignment,
            last_day=date(2026, 4, 19),
        )
    return user
