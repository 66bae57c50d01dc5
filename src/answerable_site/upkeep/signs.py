"""Signs of life: when something last happened, for whoever looks whether it still does.

In the cache, which all processes and machines share and which nobody relies on: a sign that is
gone means “never seen”.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.core.cache import cache


class Sign(StrEnum):
    """What gives signs of life."""

    RAN = "ran"
    """What is due was done."""
    WORKED = "worked"
    """A worker did what was asked of it."""


def give(sign: Sign, *, at: datetime) -> None:
    """Leave a sign of life; it stays until the next one."""
    cache.set(_key(sign), at.isoformat(), timeout=None)


def last(sign: Sign) -> datetime | None:
    """When something last gave a sign of life; None if it never did."""
    told = cache.get(_key(sign))
    return datetime.fromisoformat(told) if told else None


def _key(sign: Sign) -> str:
    return f"upkeep:{sign.value}"
