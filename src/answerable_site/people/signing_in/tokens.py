"""Who asks with a token."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from answerable_site.people import operations, queries
from answerable_site.people.rules import ANONYMOUS, Viewer, token_parts


def viewer_of(header: str, *, at: datetime) -> Viewer:
    """The machine account whose token a header shows; `ANONYMOUS` for every other header.

    Args:
        header: the whole value of “Authorization”.
        at: now; a token counts on civil dates of Europe/London.
    """
    scheme, _, text = header.partition(" ")
    parts = token_parts(text.strip()) if scheme.lower() == "bearer" else None
    if parts is None:
        return ANONYMOUS
    name, secret = parts
    today = timezone.localdate(at)
    token = queries.token_in_force(name, on=today)
    if token is None or not queries.secret_hash_fits(token, secret):
        return ANONYMOUS
    viewer = queries.machine_viewer(token.account, token.allowed, token=token.name)
    if token.last_used_on != today:
        operations.note_token_used(by=viewer, at=at, token=token)
    return viewer
