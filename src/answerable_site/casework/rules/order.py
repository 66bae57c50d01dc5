"""What must be recorded in a case before something else can be."""

from __future__ import annotations

from msgspec import inspect

from answerable.records.event import Event
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified

_PEOPLE: dict[str, type[Event]] = {"victim": VictimIdentified, "suspect": SuspectIdentified}


def recorded_first(kind: type[Event]) -> list[type[Event]]:
    """The kinds of event that one of a kind always names: each must be there before it."""
    facts = inspect.type_info(kind).fields  # type: ignore[attr-defined]
    names = [one.name for one in facts if one.required]
    named = _PEOPLE | dict(kind.REFERS)
    return [named[name] for name in names if name in named and named[name] is not kind]
