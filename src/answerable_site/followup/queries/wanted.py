"""What a list is asked for: filters, whether it is open, and the order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ANY = "any"
"""Of timeliness: late in whatever way. Of exceptions: for whatever reason."""
UNSAID = "unsaid"
"""Of the three states: nothing was said yet."""
NOBODY = "nobody"
"""Of owners: there is none."""


class Standing(StrEnum):
    """Whether a list holds what is open."""

    OPEN = ""
    CLOSED = "closed"
    ALL = "all"

    @property
    def label(self) -> str:
        return {"": "Open", "closed": "Closed", "all": "Open and closed"}[self]


class Order(StrEnum):
    """How a list is ordered."""

    SOONEST = ""
    LATEST_CHANGE = "changed"

    @property
    def label(self) -> str:
        return {"": "Soonest original date first", "changed": "Latest change first"}[self]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; empty means all, except that closed ones are asked for."""

    words: str = ""
    priority_id: int | None = None
    inspection_id: int | None = None
    theme_id: int | None = None
    owner: str = ""
    """A key, or `NOBODY`."""
    organisation_id: int | None = None
    body_id: int | None = None
    whose: str = ""
    timeliness: str = ""
    """A `rules.Timeliness`, or `ANY` for what missed its original date."""
    own_view: str = ""
    assurance: str = ""
    inspectorate: str = ""
    standing: str = Standing.OPEN
    exception: str = ""
    """A `rules.Why`, or `ANY`."""
    changed_since: datetime | None = None
    order: str = Order.SOONEST
