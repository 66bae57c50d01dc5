"""What an organisation is called on a day.

Names, titles and kinds of local policing bodies change: the holder of one office became a "Police,
Fire and Crime Commissioner", another a "Police, Crime and Victims' Commissioner". What was
published keeps the name of its day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

BEGINNING = date(1, 1, 1)
"""From this day an organisation bears the first name that is known of it."""


@dataclass(frozen=True, slots=True)
class NamingFacts:
    """What an organisation is called."""

    name: str
    holder_title: str
    """The office that signs or commands; may be empty."""
    body_type: str = ""
    """A `BodyType`; empty where nobody said, and for a police force."""

    @property
    def office(self) -> str:
        """The title of the holder or, where the office has none, the name."""
        return self.holder_title or self.name


class _Begins(Protocol):
    @property
    def from_on(self) -> date: ...


Begins = TypeVar("Begins", bound=_Begins)


def naming_in_force(namings: Iterable[Begins], *, on: date) -> Begins | None:
    """The naming that counts on a day: of those that have begun, the one that began last.

    Args:
        namings: in the order in which they were recorded: of two from one day the later counts.
        on: the civil date (Europe/London); a naming counts from its own day on.

    Returns:
        None if none has begun.
    """
    found: Begins | None = None
    for naming in namings:
        if naming.from_on <= on and (found is None or naming.from_on >= found.from_on):
            found = naming
    return found
