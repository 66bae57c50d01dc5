"""What all forms of follow-up share: refusals of operations, put where they can be mended."""

from __future__ import annotations

from datetime import date
from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import operations, rules
from answerable_site.people.access import Refused

_PLACES: dict[type[Exception], tuple[str, ...]] = {
    operations.NothingSaid: ("words", "reason", "title", "name"),
    operations.DayRefused: ("on", "held_on", "done_on"),
    operations.OwnerRefused: ("owner",),
    operations.PauseRefused: ("until_on",),
    operations.EvidenceMissing: ("file", "address"),
    operations.FollowedAlready: ("organisations",),
    operations.NotBound: ("organisations",),
    operations.ServesNothing: ("commitments",),
    operations.SaidAlready: (),
    rules.DateRefused: ("on",),
    rules.InACircle: ("needed",),
    rules.NotYet: ("level",),
    rules.PolicyRefused: (),
    rules.CannotClose: (),
    Refused: (),
}
"""The questions at which a refusal may stand, the first that a form asks; else above the form."""
REFUSALS = tuple(_PLACES)
SAID_ALREADY = operations.SaidAlready


class Asked(design.Form):
    """A form whose answers an operation takes or refuses."""

    def refuse(self, refusal: Exception) -> None:
        """Say beside the right question why it was refused."""
        places = next(names for kind, names in _PLACES.items() if isinstance(refusal, kind))
        place = next((name for name in places if name in self.fields), None)
        gaps = refusal.gaps if isinstance(refusal, rules.CannotClose) else (str(refusal),)
        for sentence in gaps:
            self.add_error(place, sentence)

    def refuse_ahead(self, name: str, today: date) -> None:
        """Say that a day must not lie ahead."""
        day: date | None = self.cleaned_data.get(name)
        if day is not None and day > today:
            self.add_error(name, "This must be today or in the past")

    def offer(self, name: str, rows: Any, words: Any) -> None:
        """Offer rows of a table as the choices of a question.

        Args:
            words: what a row is called.
        """
        field: Any = self.fields[name]
        field.queryset = rows
        field.label_from_instance = words


def full_name(person: Any) -> str:
    """What a person is called."""
    name: str = person.full_name
    return name
