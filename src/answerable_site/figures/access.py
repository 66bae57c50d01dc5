"""Who makes data cuts and figures, who sees and releases them, and who has a cut erased."""

from __future__ import annotations

from typing import Final

from rules.predicates import Predicate, predicate

from answerable_site.figures.models import Erasure, ProtectedFigures, ReleasedFigures
from answerable_site.people.access import (
    Refused,
    RouteRules,
    check_are_two_people,
    holds,
    passes,
)
from answerable_site.people.models import Organisation
from answerable_site.people.rules import (
    TAKES_PART_IN_RESPONSES,
    OrganisationKind,
    Role,
    Viewer,
)

SEES_CUTS: Final = (Role.ANALYST, Role.FIGURE_CHECKER)
"""Of a force, whose cases a cut holds. What a policing body learns of them is figures."""
SEES_RELEASED: Final = (*sorted(TAKES_PART_IN_RESPONSES), *SEES_CUTS)
"""Of a policing body and of its force: what passed the gate of a profile, and nothing else."""


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
checks_figures = _of_a_force(Role.FIGURE_CHECKER)

ROUTES: RouteRules = {
    **{f"figures:{route}": makes_cuts for route in ("ask", "cancel", "replan", "ask_erasure")},
    **{f"figures:{route}": makes_cuts for route in ("ask_results", "protect")},
    **{
        f"figures:{route}": sees_cuts
        for route in (
            *("cuts", "cut", "verify", "queued", "queued_progress"),
            *("confirm_erasure", "call_off_erasure"),
            *("results", "results_progress", "protected", "protected_progress", "picture"),
            *("send_back", "withdraw"),
        )
    },
    "figures:release": checks_figures,
    **{
        f"figures:{route}": holds(*SEES_RELEASED)
        for route in ("releases", "released", "released_picture")
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


def bodies_of(viewer: Viewer) -> frozenset[int]:
    """The policing bodies whose force’s released figures a viewer sees."""
    return frozenset(
        post.policing_body_id
        for post in viewer.posts
        if post.policing_body_id is not None and post.role in SEES_RELEASED
    )


def can_release(viewer: Viewer, figures: ProtectedFigures) -> bool:
    """Whether `check_can_release` would pass."""
    return passes(lambda: check_can_release(viewer, figures))


def check_can_release(viewer: Viewer, figures: ProtectedFigures) -> None:
    """Raises Refused unless the viewer checks figures of the force, and is a second person beside
    those who asked for these and had them protected."""
    if not viewer.holds_in(figures.force_id, Role.FIGURE_CHECKER):
        raise Refused("Only a figure checker of the force can release its figures.")
    makers = {figures.asked_by_id, figures.results.asked_by_id}
    ask = "Ask another figure checker to release them."
    if viewer.user_id in makers:
        raise Refused(f"You had a part in these figures. {ask}")
    for maker_id in makers:
        check_are_two_people(viewer, maker_id, who_acted_as=Role.ANALYST, ask=ask)


def check_can_withdraw(viewer: Viewer, released: ReleasedFigures) -> None:
    """Raises Refused unless the viewer works with figures of the force: to take figures back
    needs no second person."""
    if not can_withdraw(viewer, released):
        raise Refused("Only an analyst or a figure checker of the force can withdraw its figures.")


def can_withdraw(viewer: Viewer, released: ReleasedFigures) -> bool:
    """Whether `check_can_withdraw` would pass."""
    return viewer.holds_in(released.force_id, *SEES_CUTS)
