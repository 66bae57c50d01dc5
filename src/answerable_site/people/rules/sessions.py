"""How long a session lasts, when somebody must prove again who they are, and with what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

SESSION_LASTS = timedelta(hours=12)
"""From the sign-in, whatever is done in it (OWASP ASVS 5.0, 7.3.2)."""
WARNED_BEFORE = timedelta(minutes=15)
SEEN_EVERY = timedelta(minutes=2)
"""How exactly a session knows when it was last used: it is not written to at every request."""

SIGNED_IN_AT, SEEN_AT, BROWSER = "signed_in_at", "seen_at", "browser"
"""What a session keeps: two moments in seconds since 1970, and a kind of browser in words."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A place where somebody is signed in."""

    name: str
    """Tells it from others and gives nobody the key."""
    browser: str
    began_at: datetime
    seen_at: datetime
    """When it was last used, up to `SEEN_EVERY` too early."""
    is_this_one: bool


def is_over(*, signed_in_at: datetime | None, now: datetime) -> bool:
    """Whether a session may serve nothing any more; one of unknown age may not either."""
    return signed_in_at is None or now - signed_in_at >= SESSION_LASTS


def ends_soon(*, signed_in_at: datetime, now: datetime) -> datetime | None:
    """When the session ends, if that is soon enough to warn of it."""
    ends_at = signed_in_at + SESSION_LASTS
    return ends_at if timedelta() < ends_at - now <= WARNED_BEFORE else None


def is_idle(*, seen_at: datetime | None, now: datetime, limit: timedelta) -> bool:
    """Whether nothing was done in a session for too long (OWASP ASVS 5.0, 7.3.1).

    Args:
        seen_at: when it was last used, up to `SEEN_EVERY` too early; so it ends that much earlier
            than the limit, and never later.
    """
    return seen_at is None or now - seen_at >= limit


def is_to_be_noted(*, seen_at: datetime | None, now: datetime) -> bool:
    """Whether a session is to remember that it is used now."""
    return seen_at is None or now - seen_at >= SEEN_EVERY


def is_recent(*, proved_at: datetime | None, now: datetime, within: timedelta) -> bool:
    """Whether somebody proved who they are lately enough for an act that asks for it."""
    return proved_at is not None and now - proved_at < within


def asserts_second_factor(claims: Mapping[str, Any], counting: Collection[str]) -> bool:
    """Whether a single sign-on says that a second factor was used.

    Args:
        claims: of the identity token; `amr` is a list of methods (RFC 8176), `acr` one word.
        counting: the values that count at this installation; none count unless it says so.
    """
    methods = claims.get("amr") or []
    said = {methods} if isinstance(methods, str) else {str(method) for method in methods}
    return bool((said | {str(claims.get("acr", ""))}) & set(counting))
