"""Who subscribes to events, and sees what was delivered."""

from __future__ import annotations

from answerable_site.people.access import RouteRules, check_can_administer, holds
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer

ROUTES: RouteRules = {
    f"webhooks:{route}": holds(Role.ADMINISTRATOR)
    for route in ("subscriptions", "subscribe", "subscription", "end", "try_out", "send_again")
}


def check_can_subscribe(viewer: Viewer, organisation: Organisation) -> None:
    """Raises Refused unless the viewer administers the organisation."""
    check_can_administer(viewer, organisation.pk)
