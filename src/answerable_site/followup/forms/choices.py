"""What a body asks of follow-up, and how it and others call their levels."""

from __future__ import annotations

from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked, full_name

_WHOLE_NUMBER = 3
"""Digits."""


def _number(label: str, help_text: str, *, required: bool = True) -> design.IntegerField:
    return design.IntegerField(
        label=label, help_text=help_text, width=_WHOLE_NUMBER, required=required
    )


class SetPolicy(Asked):
    """The choices of a body."""

    revisions_allowed = _number(
        "How often may a date move? (optional)",
        "Leave it empty for as often as there is a reason. The office can always go beyond it.",
        required=False,
    )
    demonstration_days = _number(
        "For how many days must finished work show that it lasts?",
        "Before it may be assured as complete. 0 asks for none.",
    )
    evidence_months = _number("After how many months is evidence too old?", "Between 1 and 60.")
    update_days = _number("How many days may lie between progress updates?", "Between 1 and 366.")
    sustainment_months = _number(
        "How many months after closing does somebody check that it lasts?", "Between 1 and 36."
    )
    step_days = _number(
        "After how many days does an escalation go a level higher?",
        "If nobody acknowledges it. Between 1 and 90.",
    )

    def clean(self) -> dict[str, Any]:
        """Refuses a number that makes no sense, beside its question."""
        values = super().clean()
        for name in list(values):
            if values[name] is not None:
                try:
                    rules.Policy(**{name: values[name]})
                except rules.PolicyRefused as refusal:
                    self.add_error(name, str(refusal))
        return values

    @property
    def policy(self) -> rules.Policy:
        """The choices, for the operation."""
        return rules.Policy(**self.cleaned_data)


class NameLevel(Asked):
    """A level of assurance under the name that a body gives it."""

    name = design.CharField(
        label="What is the level called?",
        width=30,
        max_length=100,
        required_message="Enter the name of the level",
    )
    kind = design.ChoiceField(
        label="What does it amount to?",
        choices=[(one.value, one.label) for one in rules.AssuranceKind],
        required_message="Select what it amounts to",
    )


class NameClosureLevel(Asked):
    """How the inspectorate calls a level of closure."""

    name = design.CharField(
        label="What is the level called?",
        width=30,
        max_length=100,
        required_message="Enter the name of the level",
    )
    who = design.CharField(
        label="Who signs off there?", max_length=200, required_message="Enter who signs off"
    )


class NameStep(Asked):
    """Who is told at a level."""

    position = design.ChoiceField(label="Which level?", required_message="Select a level")
    title = design.CharField(
        label="What is it called?",
        help_text="For example “Manager of the owner”.",
        width=30,
        max_length=100,
        required_message="Enter what this level is called",
    )
    person = design.ModelSelectField(
        None,
        label="Who is told?",
        empty_label="Select a person",
        required_message="Select who is told",
    )

    def __init__(self, *args: Any, people: Any, steps: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", people, full_name)
        field: Any = self.fields["position"]
        field.choices = [
            *(
                (str(one.position), f"Level {one.position + 1}, in place of {one.person.full_name}")
                for one in steps
            ),
            (str(len(steps)), f"Level {len(steps) + 1}, which is new"),
        ]
        field.initial = str(len(steps))
