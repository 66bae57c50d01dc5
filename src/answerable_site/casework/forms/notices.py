"""What the notice of a decision to a victim is drafted from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from answerable.records.letters import Placeholder
from answerable_site.casework.forms.cases import NO_IDENTITY
from answerable_site.design import forms as design

EXPLANATION = "Why was it decided so?"
LONGEST = 10_000


class DraftNotice(forms.Form):
    """A decision, a victim whom it concerns, and why it was so decided. Nothing of it is kept."""

    about = design.ChoiceField(
        label="Which victim is to be told of which decision?",
        required_message="Select a decision and a victim",
    )
    on = design.DateField(
        label="On which day will they be told?",
        help_text="By when they may ask for a review is counted from this day.",
        required_message="Enter the day on which they will be told",
    )
    explanation = design.TextField(
        label=EXPLANATION,
        help_text=(
            "In plain English and for this victim, with an empty line between paragraphs. "
            f"{NO_IDENTITY} Write {Placeholder.SUSPECT.mark} for the suspect."
        ),
        rows=8,
        max_length=LONGEST,
        required_message="Write why it was decided so, in words for this victim",
    )

    def __init__(
        self, *args: Any, about: list[tuple[str, str]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["about"].choices = about  # type: ignore[attr-defined]
        self.fields["on"].initial = today
        if len(about) == 1:
            self.fields["about"].initial = about[0][0]

    def clean_on(self) -> date:
        """Refuses a day that has passed: who was told then is recorded, not drafted for."""
        day: date = self.cleaned_data["on"]
        if day < self.today:
            raise forms.ValidationError("The day on which they will be told must not be past")
        return day

    def clean_explanation(self) -> list[str]:
        """The paragraphs."""
        return [one.strip() for one in self.cleaned_data["explanation"].split("\n\n")]

    @property
    def chosen(self) -> tuple[int, int]:
        """The number of the decision and that of the victim, once the form is valid."""
        decision, _, victim = self.cleaned_data["about"].partition("-")
        return int(decision), int(victim)
