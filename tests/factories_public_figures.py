"""Releases of figures that went through disclosure control, and their publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from tests import factories
from tests.library.opendata.publishing import by_decision, released

from answerable.release import Release
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Role
from answerable_site.publication import operations
from answerable_site.publication.models import FiguresRelease

AT = datetime(2026, 4, 20, 9, tzinfo=UTC)


@cache
def release(profile: str = "public") -> Release:
    """`victims_told` by decision as of 31 March 2026, with small counts."""
    return released(by_decision(), profile=profile)


def as_of(day: date) -> Release:
    """The same as of another day."""
    made = release()
    return replace(
        made,
        figures=tuple(replace(one, as_of=day) for one in made.figures),
        manifest=replace(made.manifest, as_of=day),
    )


def worker(body: Organisation, role: Role) -> User:
    """Who holds a role in an organisation, made when first asked for."""
    name = f"{body.name} {role.label}"
    found = User.objects.filter(full_name=name).first()
    return found or factories.person(name, (body, role))


def published(
    body: Organisation, *, at: datetime = AT, of: Release | None = None, because: str = ""
) -> FiguresRelease:
    """A release of an organisation that its analyst prepared and its figure checker released."""
    return operations.publish_figures(
        by=factories.viewer(worker(body, Role.FIGURE_CHECKER), on=at.date()),
        at=at,
        release=of or release(),
        body=body,
        prepared_by_id=worker(body, Role.ANALYST).pk,
        because=because,
    )
