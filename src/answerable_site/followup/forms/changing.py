"""One change for many commitments or actions, and the note that says why."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.operations import Change, NewOwner, NewTarget, PlannedReview


class Kind(StrEnum):
    """What can be changed of many at once."""

    OWNER = "owner"
    TARGET = "target"
    REVIEW = "review"

    @property
    def label(self) -> str:
        return _KINDS[self]


_KINDS = {
    Kind.OWNER: "Another owner",
    Kind.TARGET: "Another target date",
    Kind.REVIEW: "Plan a review",
}
OF_ACTIONS = (Kind.OWNER, Kind.TARGET)
"""What can be changed of actions: they are not reviewed by themselves."""


class ChangeMany(design.Form):
    """Which change, with what it needs, and why."""

    kind = design.ChoiceField(
        label="What changes?",
        choices=[(one.value, one.label) for one in Kind],
        required_message="Select what changes",
        reveals={
            Kind.OWNER: ["owner"],
            Kind.TARGET: ["target_on", "whose"],
            Kind.REVIEW: ["due_on"],
        },
    )
    owner = design.ModelSelectField(
        None,
        label="Who owns them from now on",
        help_text="Only people with a role in the organisation that acts can own what it does.",
        required_message="Select who owns them",
    )
    target_on = design.DateField(
        label="Date to work to from now on",
        help_text="The original date stays, and everything is measured against it.",
        required_message="Enter the date to work to",
    )
    whose = design.ChoiceField(
        label="Whose date is it?",
        choices=[(one.value, one.label) for one in rules.Whose],
        required_message="Select whose date it is",
    )
    due_on = design.DateField(
        label="Day by which they are reviewed", required_message="Enter the day of the review"
    )
    note = design.TextField(
        label="Why?",
        help_text="Stays beside each of them. Name nobody who is in a case.",
        rows=3,
        max_length=1000,
        required_message="Say why",
    )

    def __init__(
        self, *args: Any, owners: Any, kinds: Sequence[Kind] = tuple(Kind), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(one.value, one.label) for one in kinds]  # type: ignore[attr-defined]
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        self.fields["owner"].label_from_instance = lambda one: one.full_name  # type: ignore[attr-defined]

    def clean_note(self) -> str:
        """Refuses a note of blanks."""
        note: str = self.cleaned_data["note"].strip()
        if not note:
            raise ValidationError("Say why")
        return note

    def change(self) -> Change:
        """What was asked for."""
        given = self.cleaned_data
        match Kind(given["kind"]):
            case Kind.OWNER:
                return NewOwner(given["owner"], given["note"])
            case Kind.TARGET:
                whose = rules.Whose(given["whose"])
                return NewTarget(rules.Target(given["target_on"], whose, given["note"]))
            case Kind.REVIEW:
                return PlannedReview(given["due_on"], given["note"])
