"""Passages that are or were left out of a response."""

from __future__ import annotations

from answerable_site.responses.models import Exclusion, Response


def exclusions_of(response: Response | None) -> tuple[Exclusion, ...]:
    """All of a response that its reader may see, lifted ones too, latest first."""
    if response is None:
        return ()
    return tuple(
        response.exclusions.select_related("decided_by", "lifted_by").order_by("-decided_at", "-pk")
    )
