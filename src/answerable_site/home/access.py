"""Who may open the pages of this app, and whose calendar addresses they are."""

from __future__ import annotations

from answerable_site.home.models import CalendarAddress
from answerable_site.people.access import Refused, RouteRules, anybody, holds, takes_part
from answerable_site.people.rules import Role, Viewer

ROUTES: RouteRules = {
    "home:start": anybody,
    "home:cookies": anybody,
    "home:privacy": anybody,
    "home:accessibility": anybody,
    "home:guides": anybody,
    "home:guide": anybody,
    "home:guide_picture": anybody,
    "api:reference": anybody,
    "api:schema": anybody,
    "api:nothing": anybody,
    "home:due": takes_part,
    "home:calendars": takes_part,
    "home:revoke_calendar": takes_part,
    "home:hand_figure": takes_part,
    "home:hand_finding": takes_part,
    "home:hand_theme": holds(Role.RESPONSE_OFFICER),
    "home:story": takes_part,
    # The secret in the address stands for the person who made it.
    "home:calendar": anybody,
}


def check_can_make_calendar(viewer: Viewer, body_id: int | None) -> int:
    """The identifier of the person who makes an address.

    Raises:
        Refused: the viewer takes no part in the work of the body or, where it is None, of any.
    """
    bodies = viewer.policing_body_ids
    if viewer.user_id is None or not bodies or (body_id is not None and body_id not in bodies):
        raise Refused("Your role includes no dates of this body.")
    return viewer.user_id


def check_owns(viewer: Viewer, address: CalendarAddress) -> None:
    """Raises Refused unless the viewer made the address."""
    if viewer.user_id != address.person_id:
        raise Refused("Only the person who made this address can revoke it.")
