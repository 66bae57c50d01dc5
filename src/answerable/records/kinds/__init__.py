"""Every kind of event that a case may hold, and how one is read from and written to storage."""

from __future__ import annotations

from typing import Any

import msgspec

from answerable.records.event import Event
from answerable.records.kinds import (
    advice,
    characteristics,
    communication,
    correction,
    court,
    decision,
    disagreement,
    first_response,
    meeting,
    people,
    pilot,
    plan,
    report,
    review,
    submission,
    supervision,
    support,
    telling,
    voice,
    withdrawal,
)

MODULES = (
    report,
    people,
    characteristics,
    first_response,
    support,
    voice,
    withdrawal,
    plan,
    supervision,
    advice,
    submission,
    communication,
    meeting,
    disagreement,
    decision,
    telling,
    review,
    court,
    pilot,
    correction,
)
KINDS: tuple[type[Event], ...] = tuple(kind for module in MODULES for kind in module.KINDS)
BY_TAG: dict[str, type[Event]] = {kind.kind(): kind for kind in KINDS}


class UnusableEvent(ValueError):
    """The facts are not those of a case event; the message names the field."""


def to_stored(event: Event) -> dict[str, Any]:
    """The facts of an event as plain data for JSON, its kind among them."""
    stored: dict[str, Any] = msgspec.to_builtins(event)
    return stored


def from_stored(stored: dict[str, Any]) -> Event:
    """The event of which `to_stored` gave the facts.

    Raises:
        UnusableEvent: the kind is unknown, a fact is missing, is not one of the kind or has a value
            that it cannot have.
    """
    kind = BY_TAG.get(str(stored.get("kind")))
    if kind is None:
        raise UnusableEvent(f"There is no kind of event {stored.get('kind')!r}.")
    try:
        return msgspec.convert(stored, kind)
    except msgspec.ValidationError as problem:
        raise UnusableEvent(str(problem)) from problem
