"""A review of how something is done."""

from __future__ import annotations

from datetime import date
from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked

_ONE_A_LINE = "One a line. Names of services, not of people."


class RecordPracticeReview(Asked):
    """What was looked at, who took part, what was found, and what changed."""

    pathway = design.ChoiceField(
        label="What was looked at?",
        choices=[(one.value, one.label) for one in rules.Pathway],
        required_message="Select what was looked at",
    )
    title = design.CharField(
        label="What is the review called?", max_length=200, required_message="Enter its title"
    )
    period_from_on = design.DateField(
        label="First day of the period", required_message="Enter the first day of the period"
    )
    period_to_on = design.DateField(
        label="Last day of the period", required_message="Enter the last day of the period"
    )
    held_on = design.DateField(
        label="On which day was it held?", required_message="Enter the day on which it was held"
    )
    scope = design.TextField(
        label="What did it cover, and how?", max_length=4000, required_message="Say what it covered"
    )
    commissioned_services = design.TextField(
        label="Commissioned services that took part (optional)",
        help_text=_ONE_A_LINE,
        rows=3,
        max_length=2000,
        required=False,
    )
    other_services = design.TextField(
        label="Other services that took part (optional)",
        help_text=_ONE_A_LINE,
        rows=3,
        max_length=2000,
        required=False,
    )
    advocates = design.TextField(
        label="Advocates who took part (optional)",
        help_text=_ONE_A_LINE,
        rows=3,
        max_length=2000,
        required=False,
    )
    victims_input = design.TextField(
        label="How were victims heard, and what did they say?",
        help_text="Write nothing that could tell who anybody is.",
        max_length=4000,
        required_message="Say how victims were heard",
    )
    found = design.TextField(
        label="What was found?", max_length=4000, required_message="Say what was found"
    )
    changed = design.TextField(
        label="What changed?", max_length=4000, required_message="Say what changed"
    )
    next_due_on = design.DateField(
        label="By which day is the next one held?",
        required_message="Enter the day by which the next one is held",
    )
    commitments = design.ModelMultipleChoiceField(
        None,
        label="Which commitments asked for it? (optional)",
        required=False,
    )

    def __init__(
        self, *args: Any, commitments: Any, words: Any, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.offer("commitments", commitments, words)

    def clean(self) -> dict[str, Any]:
        """Refuses days in a wrong order."""
        values = super().clean()
        self.refuse_ahead("held_on", self.today)
        self._refuse_unless_after(
            "period_to_on", "period_from_on", "The period must not end before it begins", 0
        )
        self._refuse_unless_after(
            "next_due_on", "held_on", "The next review must come after this one", 1
        )
        return values

    def _refuse_unless_after(self, later: str, earlier: str, sentence: str, days: int) -> None:
        last, first = self.cleaned_data.get(later), self.cleaned_data.get(earlier)
        if last is not None and first is not None and (last - first).days < days:
            self.add_error(later, sentence)
