"""Who may search, and through which kinds: those of which they may open pages."""

from __future__ import annotations

from typing import Final

from answerable_site.followup import access as followup
from answerable_site.people.access import RouteRules, takes_part
from answerable_site.people.rules import Viewer
from answerable_site.register import access as register
from answerable_site.responses import access as responses
from answerable_site.search.rules import Kind

ROUTES: RouteRules = {"search:search": takes_part | followup.follows_up}

LEADS_TO: Final = {
    Kind.INSPECTION: "register:inspection",
    Kind.RECOMMENDATION: "register:recommendation",
    Kind.RESPONSE: "responses:document",
    Kind.COMMITMENT: "followup:commitment",
    Kind.ACTION: "followup:action",
}
"""The page to which a result of each kind leads."""
_RULES: Final = register.ROUTES | responses.ROUTES | followup.ROUTES


def kinds_for(viewer: Viewer) -> tuple[Kind, ...]:
    """The kinds of which the viewer may open pages."""
    return tuple(kind for kind in Kind if _RULES[LEADS_TO[kind]].test(viewer))
