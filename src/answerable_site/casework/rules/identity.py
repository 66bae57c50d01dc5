"""Signs of an identity in what was written about a case. A person decides about each."""

from __future__ import annotations

from enum import StrEnum

from answerable.records.event import Event
from answerable.records.identity import SignKind, signs


def written_in(event: Event) -> dict[str, str]:
    """The free texts of an event, by the name of the fact."""
    facts = {name: getattr(event, name) for name in event.__struct_fields__}
    return {
        name: value
        for name, value in facts.items()
        if isinstance(value, str) and not isinstance(value, StrEnum)
    }


def kinds_of_signs(*texts: str) -> list[SignKind]:
    """The kinds of sign that texts show, each once, in the order of the alphabet."""
    return sorted({sign.kind for text in texts for sign in signs(text)})
