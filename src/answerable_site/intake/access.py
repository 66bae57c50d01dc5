"""Who loads extracts, and who sees what came of them."""

from __future__ import annotations

from typing import Final

from answerable_site.people.access import Refused, RouteRules, holds
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer

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
    )
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
