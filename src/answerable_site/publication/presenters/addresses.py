"""Where things of the public register stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicInspection


def href(entry: PublicInspection, route: str = "inspection", **more: int) -> str:
    """The permanent address of an entry, or of something that belongs to it."""
    where: dict[str, Any] = {"body": entry.body_slug, "inspection": entry.slug, **more}
    return reverse(f"publication:{route}", kwargs=where)


def web_address(address: str) -> str:
    """The address if a browser may follow it as a link, else nothing."""
    return address if address.startswith(("https://", "http://")) else ""
