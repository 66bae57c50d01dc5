"""What is asked about an agenda and a pack."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django import forms as django

from answerable_site.design import forms


class Verdict(StrEnum):
    """What happens to proposed items that were ticked."""

    ON_AGENDA = "on_agenda"
    LEAVE_OUT = "leave_out"


class DecideItems(forms.Form):
    """Which of the proposed items stand on the agenda."""

    verdict = forms.ChoiceField(
        label="What happens to those that you ticked?",
        choices=[
            (Verdict.ON_AGENDA.value, "They go on the agenda"),
            (Verdict.LEAVE_OUT.value, "They are left out"),
        ],
        reveals={Verdict.LEAVE_OUT: ("reason",)},
        required_message="Select what happens to those that you ticked",
    )
    reason = forms.CharField(
        label="Why are they left out?",
        help_text="The reason stays beside them.",
        required_message="Say why they are left out",
    )

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = forms.ModelMultipleChoiceField(
            items,
            label="Proposed",
            hints={str(item.pk): item.why for item in items},
            required_message="Tick at least one",
        )
        field.label_from_instance = title_of
        self.fields = {"items": field, **self.fields}


class AddItem(django.Form):
    """An item by hand."""

    commitment = forms.ModelSelectField(
        None,
        label="Is it about a commitment?",
        help_text="The pack then holds everything about it.",
        empty_label="No, about something else",
        required=False,
    )
    title = forms.CharField(
        label="What is it called?",
        help_text="Needed where it is about no commitment.",
        max_length=300,
        required=False,
    )
    why = forms.TextField(
        label="Why is it on the agenda?",
        help_text="Of a public item about something else, the public reads this.",
        max_length=4000,
        required=False,
    )
    is_public = forms.BooleanField(label="The public may read this item", required=False)

    def __init__(self, *args: Any, commitments: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["commitment"]
        field.queryset = commitments
        field.label_from_instance = _commitment_in_words

    def clean(self) -> dict[str, Any]:
        """Asks for a title where nothing else says what the item is."""
        values = super().clean() or {}
        named = values.get("commitment") or values.get("title")
        if not named and not self.errors:
            self.add_error("title", "Enter what the item is called, or choose a commitment")
        return values


class LeaveOut(django.Form):
    """Why an item is left out."""

    reason = forms.TextField(
        label="Why is it left out?",
        help_text="The reason stays beside it.",
        max_length=500,
        rows=3,
        required_message="Say why it is left out",
    )


class CorrectPack(django.Form):
    """What is wrong in a pack."""

    item = forms.ModelSelectField(
        None, label="What is it about?", empty_label="The pack as a whole", required=False
    )
    words = forms.TextField(
        label="What is wrong, and what is right?",
        max_length=4000,
        required_message="Say what is wrong, and what is right",
    )

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["item"]
        field.queryset = items
        field.label_from_instance = title_of


def title_of(item: Any) -> str:
    """What an item is called, as the label of a choice."""
    title: str = item.title
    return title


def _commitment_in_words(commitment: Any) -> str:
    number = commitment.recommendation.number
    return f"{number} {commitment.organisation.name}: {commitment.summary}".strip()
