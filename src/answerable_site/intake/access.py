"""Who loads extracts, and who sees what came of them."""

from __future__ import annotations

from typing import Final

from answerable_site.intake.models import Link
from answerable_site.people.access import Refused, RouteRules, holds, sends
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Scope, Viewer

LOADS: Final = {
    OrganisationKind.POLICE_FORCE: Role.SUPERVISOR,
    OrganisationKind.CPS_AREA: Role.CPS_MANAGER,
}
"""Who loads the extracts of an organisation: whoever sees every case of it."""
loads = holds(*LOADS.values())

ROUTES: RouteRules = {
    f"intake:{route}": loads
    for route in (
        *("loads", "load", "undo", "rows", "row", "give_up", "difference", "difference_csv"),
        *("send", "check", "check_progress", "would_differ", "would_differ_csv", "confirm"),
        *("sources", "shipped", "shipped_file", "describe"),
        *("queued", "queued_progress", "cancel"),
        *("links", "find_links", "link", "accept_link", "confirm_link"),
        *("refuse_link", "end_link", "offer_linked"),
    )
} | {
    "intake:find_pairs": holds(Role.SUPERVISOR),
    "api:sources": sends(Scope.SEND_EXTRACTS, Scope.READ_LOADS),
    # Receipts are read and extracts are sent at one address: the operation asks for its own scope.
    "api:loads": sends(Scope.SEND_EXTRACTS, Scope.READ_LOADS),
    "api:sent_extract": sends(Scope.SEND_EXTRACTS, Scope.READ_LOADS),
    "api:load": sends(Scope.READ_LOADS),
}


def can_load(viewer: Viewer, organisation: Organisation) -> bool:
    """Whether a viewer loads the extracts of an organisation, and sees what came of them."""
    role = LOADS.get(OrganisationKind(organisation.kind))
    return role is not None and viewer.holds_in(organisation.pk, role)


def check_can_load(viewer: Viewer, organisation: Organisation) -> None:
    """Raises Refused unless `can_load`."""
    if not can_load(viewer, organisation):
        raise Refused(
            "Only a supervisor of the force, or a manager of the CPS Area, can load its extracts."
        )


def knows_case_of(viewer: Viewer, link: Link) -> bool:
    """Whether a viewer may know which case a link means before anything of it is loaded: it is the
    force’s to say what its references mean."""
    return viewer.holds_in(link.force_id, LOADS[OrganisationKind.POLICE_FORCE])


def can_accept(viewer: Viewer, link: Link) -> bool:
    """Whether a viewer may say, as the first of two, that a reference means another one: of the
    organisation that wrote it."""
    return can_load(viewer, link.organisation)


def check_can_accept(viewer: Viewer, link: Link) -> None:
    """Raises Refused unless `can_accept`."""
    check_can_load(viewer, link.organisation)


def can_confirm(viewer: Viewer, link: Link) -> bool:
    """Whether a viewer may confirm a link: of the force of the case, and not who accepted it."""
    return knows_case_of(viewer, link) and viewer.user_id != link.accepted_by_id


def check_can_confirm(viewer: Viewer, link: Link) -> None:
    """Raises Refused unless `can_confirm`."""
    if not knows_case_of(viewer, link):
        raise Refused("Only a supervisor of the force of the case can confirm this link.")
    if viewer.user_id == link.accepted_by_id:
        raise Refused("Another person must confirm this link: not the one who accepted it.")


def can_close(viewer: Viewer, link: Link) -> bool:
    """Whether a viewer may read a link and refuse it, or end one that stands: alone, of either
    side; of the force of the case once somebody whose reference it is has accepted it."""
    told = link.accepted_at is not None
    return can_accept(viewer, link) or (told and knows_case_of(viewer, link))


def check_can_close(viewer: Viewer, link: Link) -> None:
    """Raises Refused unless `can_close`."""
    if not can_close(viewer, link):
        raise Refused(
            "Only those who load the extracts of either side can refuse this link or end it."
        )
