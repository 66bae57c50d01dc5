"""Who may open the pages of this app."""

from __future__ import annotations

from answerable_site.people.access import RouteRules

ROUTES: RouteRules = {}
