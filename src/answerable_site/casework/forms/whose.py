"""Whose cases a list shows."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design

OWN, ALL = "own", "all"


class ChooseCases(forms.Form):
    """Whose cases: those open to the viewer, or every one that they oversee."""

    whose = design.ChoiceField(
        label="Cases",
        required=False,
        inline=True,
        initial=ALL,
        choices=[(OWN, "Cases that are open to me"), (ALL, "Every case that I oversee")],
    )

    def __init__(self, *args: Any, oversees: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.oversees = oversees
        if not oversees:
            del self.fields["whose"]

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked for; nothing where an answer is none of those offered."""
        return self.cleaned_data if self.is_bound and self.is_valid() else {}

    @property
    def every_case(self) -> bool:
        """Whether every case that the viewer oversees is shown, as it is unless they ask for their
        own."""
        return self.oversees and self.asked.get("whose", ALL) != OWN
