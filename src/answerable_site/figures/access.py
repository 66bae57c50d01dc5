"""Who makes data cuts, who sees them, and who says that one is erased."""

from __future__ import annotations

from typing import Final

from rules.predicates import Predicate, predicate

from answerable_site.figures.models import Erasure
from answerable_site.people.access import Refused, RouteRules
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer

SEES_CUTS: Final = (Role.ANALYST, Role.FIGURE_CHECKER)
"""Of a force, whose cases a cut holds. What a policing body learns of them is figures."""


def _of_a_force(*roles: Role) -> Predicate:
    """A predicate: the viewer holds one of the roles in a police force."""
    named: Predicate = predicate(
        lambda viewer: any(
            post.role in roles and post.organisation_kind == OrganisationKind.POLICE_FORCE
            for post in viewer.posts
        ),
        name=f"is {' or '.join(sorted(roles))} of a force",
    )
    return named


makes_cuts = _of_a_force(Role.ANALYST)
sees_cuts = _of_a_force(*SEES_CUTS)

ROUTES: RouteRules = {
    **{f"figures:{route}": makes_cuts for route in ("ask", "cancel", "replan", "ask_erasure")},
    **{
        f"figures:{route}": sees_cuts
        for route in (
            *("cuts", "cut", "verify", "queued", "queued_progress"),
            *("confirm_erasure", "call_off_erasure"),
        )
    },
}


def can_make(viewer: Viewer, force: Organisation) -> bool:
    """Whether a viewer makes cuts of the cases of a force, plans until when each is kept, and asks
    for one to be erased."""
    return force.kind == OrganisationKind.POLICE_FORCE and viewer.holds_in(force.pk, Role.ANALYST)


def check_can_make(viewer: Viewer, force: Organisation) -> None:
    """Raises Refused unless `can_make`."""
    if not can_make(viewer, force):
        raise Refused("Only an analyst of the force can do this with its data cuts.")


def can_see(viewer: Viewer, force: Organisation) -> bool:
    """Whether a viewer sees the cuts of a force, and what is in their manifests."""
    return force.kind == OrganisationKind.POLICE_FORCE and viewer.holds_in(force.pk, *SEES_CUTS)


def check_can_see(viewer: Viewer, force: Organisation) -> None:
    """Raises Refused unless `can_see`."""
    if not can_see(viewer, force):
        raise Refused("Only an analyst or a figure checker of the force sees its data cuts.")


def can_confirm_erasure(viewer: Viewer, erasure: Erasure) -> bool:
    """Whether the viewer sees the cut and is another person than the one who asked."""
    return can_see(viewer, erasure.force) and viewer.user_id != erasure.asked_by_id


def check_can_confirm_erasure(viewer: Viewer, erasure: Erasure) -> None:
    """Raises Refused unless `can_confirm_erasure`."""
    check_can_see(viewer, erasure.force)
    if viewer.user_id == erasure.asked_by_id:
        raise Refused("Somebody else must confirm this: not the one who asked for it.")
