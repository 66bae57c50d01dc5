"""Who may open the pages of this app."""

from __future__ import annotations

from answerable_site.people.access import RouteRules, anybody, takes_part

ROUTES: RouteRules = {
    "home:start": anybody,
    "home:cookies": anybody,
    "home:privacy": anybody,
    "home:accessibility": anybody,
    "home:due": takes_part,
}
