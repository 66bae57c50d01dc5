"""One person in every state that they can come to by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from tests import factories

from answerable_site.people import operations
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation, User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import ROLES_BY_KIND, Post, Role, Viewer


@dataclass(frozen=True)
class Alone:
    """Somebody, and how they came to what they hold."""

    how: str
    viewer: Viewer


def with_roles(person: User, office: factories.Office) -> Iterator[Alone]:
    """A person with each role of the body and of the force by itself, and with all of them: as if
    two administrators had given them whatever they asked for."""
    posts = [_post(role, place, office) for place, role in _seats(office)]
    for post in posts:
        yield Alone(post.role, Viewer(person.pk, person.full_name, (post,)))
    yield Alone("every role", Viewer(person.pk, person.full_name, tuple(posts)))


def after_granting_themselves(office: factories.Office) -> Alone:
    """An administrator of the body and of the force who granted themselves every role, and tried
    to confirm each: what they then hold."""
    places = (office.body, office.force)
    person = factories.person("One Administrator", *((one, Role.ADMINISTRATOR) for one in places))
    confirmed = 0
    for place, role in _seats(office):
        if role is Role.ADMINISTRATOR:
            continue
        by = viewer_for(person, on=timezone.localdate())
        granted = operations.grant_role(
            by=by, at=timezone.now(), user=person, organisation=place, role=role
        )
        try:
            operations.confirm_role(by=by, at=timezone.now(), assignment=granted)
        except (Refused, operations.AlreadyConfirmed):
            continue
        confirmed += 1
    how = f"granted themselves every role, of which they confirmed {confirmed}"
    return Alone(how, viewer_for(person, on=timezone.localdate()))


def _seats(office: factories.Office) -> Iterator[tuple[Organisation, Role]]:
    for place in (office.body, office.force):
        for kind, roles in ROLES_BY_KIND.items():
            if kind == place.kind:
                yield from ((place, role) for role in roles)


def _post(role: Role, place: Organisation, office: factories.Office) -> Post:
    kind = next(kind for kind in ROLES_BY_KIND if kind == place.kind)
    return Post(role, place.pk, place.name, office.body.pk, kind)
