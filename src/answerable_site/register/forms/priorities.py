"""What is asked about a priority of a Police and Crime Plan."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design


class AddPriority(forms.Form):
    """A priority, its plan, and the body where there is a choice."""

    body = design.ModelChoiceField(
        None, label="Whose plan is it?", required_message="Select a body"
    )
    plan = design.CharField(
        label="Title of the plan",
        help_text="For example, Police and Crime Plan 2025 to 2029",
        max_length=200,
        required_message="Enter the title of the plan",
    )
    name = design.CharField(
        label="Priority",
        help_text="As the plan words it.",
        max_length=200,
        required_message="Enter the priority",
    )
    from_on = design.DateField(
        label="From when does it count?",
        required_message="Enter the day from which it counts",
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        design.offer_unless_single(self, "body", bodies)


class EndPriority(forms.Form):
    """The last day of a priority."""

    to_on = design.DateField(
        label="On which day does it count for the last time?",
        required_message="Enter the last day",
    )
