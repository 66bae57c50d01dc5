"""Who plans reviews of case files, who scores files, who releases results, and who reads them."""

from __future__ import annotations

from typing import Final

from rules.predicates import Predicate, predicate

from answerable_site.casereviews.models import (
    Bundle,
    FileReview,
    Programme,
    ReleasedReview,
)
from answerable_site.people.access import (
    Refused,
    RouteRules,
    check_are_two_people,
    holds,
    passes,
)
from answerable_site.people.rules import (
    TAKES_PART_IN_RESPONSES,
    OrganisationKind,
    Role,
    Viewer,
)

SEES_RELEASED: Final = (*sorted(TAKES_PART_IN_RESPONSES), Role.ANALYST, Role.FIGURE_CHECKER)
"""Of a policing body and of its force: shares and themes, and no file."""


def _of_a_force(*roles: Role) -> Predicate:
    named: Predicate = predicate(
        lambda viewer: any(
            post.role in roles and post.organisation_kind == OrganisationKind.POLICE_FORCE
            for post in viewer.posts
        ),
        name=f"is {' or '.join(sorted(roles))} of a force",
    )
    return named


plans = holds(Role.SUPERVISOR)
reviews = holds(Role.FILE_REVIEWER)
releases = _of_a_force(Role.FIGURE_CHECKER)
withdraws = releases | plans
sees_released = holds(*SEES_RELEASED, Role.SUPERVISOR)
convenes = holds(Role.RESPONSE_OFFICER)
sits = holds(Role.PANEL_MEMBER)
sees_panels = convenes | sits | plans

ROUTES: RouteRules = {
    **{
        f"casereviews:{route}": plans
        for route in (
            *("programmes", "plan", "programme", "freeze", "frame", "draw", "assign"),
            *("take_back", "file", "close", "results", "prepare"),
        )
    },
    **{f"casereviews:{route}": reviews for route in ("mine", "score", "missing")},
    "casereviews:release": releases,
    "casereviews:withdraw": withdraws,
    **{f"casereviews:{route}": sees_released for route in ("releases", "released")},
    **{f"casereviews:{route}": sees_panels for route in ("panels", "panel", "bundle")},
    **{
        f"casereviews:{route}": convenes
        for route in ("convene", "add_sitting", "open_discussion", "conclude")
    },
    **{
        f"casereviews:{route}": plans
        for route in ("write_bundle", "release_bundle", "withdraw_bundle")
    },
    "casereviews:score_bundle": sits,
}


def check_can_plan(viewer: Viewer, force_id: int) -> None:
    """Raises Refused unless the viewer supervises in the force."""
    if not viewer.holds_in(force_id, Role.SUPERVISOR):
        raise Refused("Only a supervisor of the force can plan a review of its case files.")


def check_can_reconcile(viewer: Viewer, programme: Programme, reviewers: set[int]) -> None:
    """Raises Refused unless the viewer plans the review and scored the file not themselves.

    Args:
        reviewers: who scored it.
    """
    check_can_plan(viewer, programme.force_id)
    if viewer.user_id in reviewers:
        raise Refused("You scored this file yourself: somebody else must decide.")


def check_can_score(viewer: Viewer, review: FileReview) -> None:
    """Raises Refused unless it is the viewer who reviews the file, still as a reviewer there."""
    if viewer.user_id != review.reviewer_id or not viewer.holds_in(
        review.organisation_id, Role.FILE_REVIEWER
    ):
        raise Refused("Only the reviewer of this file can score it.")


def check_can_release(viewer: Viewer, release: ReleasedReview) -> None:
    """Raises Refused unless the viewer checks figures of the force, and is a second person beside
    whoever prepared these results."""
    if not viewer.holds_in(release.force_id, Role.FIGURE_CHECKER):
        raise Refused("Only a figure checker of the force can release its results.")
    check_are_two_people(
        viewer,
        release.prepared_by_id,
        who_acted_as=Role.SUPERVISOR,
        ask="Ask another figure checker to release them.",
    )


def can_release(viewer: Viewer, release: ReleasedReview) -> bool:
    """Whether `check_can_release` would pass."""
    return passes(lambda: check_can_release(viewer, release))


def can_withdraw(viewer: Viewer, release: ReleasedReview) -> bool:
    """Whether the viewer may take results back: that needs no second person."""
    return viewer.holds_in(release.force_id, Role.FIGURE_CHECKER, Role.SUPERVISOR)


def check_can_withdraw(viewer: Viewer, release: ReleasedReview) -> None:
    """Raises Refused unless `can_withdraw`."""
    if not can_withdraw(viewer, release):
        raise Refused("Only a supervisor or a figure checker of the force can withdraw them.")


def bodies_of(viewer: Viewer) -> frozenset[int]:
    """The policing bodies whose force’s released results a viewer reads."""
    return frozenset(
        post.policing_body_id
        for post in viewer.posts
        if post.policing_body_id is not None and post.role in SEES_RELEASED
    )


def can_convene(viewer: Viewer, body_id: int) -> bool:
    """Whether the viewer keeps the panels of a policing body."""
    return viewer.holds_in(body_id, Role.RESPONSE_OFFICER)


def check_can_convene(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless `can_convene`."""
    if not can_convene(viewer, body_id):
        raise Refused("Only a response officer of this policing body can do this.")


def check_can_release_bundle(viewer: Viewer, bundle: Bundle) -> None:
    """Raises Refused unless the viewer supervises in the force, and is a second person beside
    whoever wrote the bundle."""
    check_can_plan(viewer, bundle.force_id)
    check_are_two_people(
        viewer,
        bundle.written_by_id,
        who_acted_as=Role.SUPERVISOR,
        ask="Ask another supervisor to look at it.",
    )


def can_release_bundle(viewer: Viewer, bundle: Bundle) -> bool:
    """Whether `check_can_release_bundle` would pass."""
    return passes(lambda: check_can_release_bundle(viewer, bundle))


def check_can_score_bundle(viewer: Viewer, bundle: Bundle) -> None:
    """Raises Refused unless the viewer sits on panels of the body that reads the bundle."""
    if not viewer.holds_in(bundle.sitting.panel.body_id, Role.PANEL_MEMBER):
        raise Refused("Only a member of the panel can score this bundle.")
