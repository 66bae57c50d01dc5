"""What is asked about panels, their sittings and bundles."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms as django

from answerable_site.casereviews.rules import PanelScore
from answerable_site.design import forms
from answerable_site.design.dates import date_in_words


class Convene(django.Form):
    """A panel of a policing body."""

    body = forms.ModelSelectField(
        None, label="Of which policing body?", required_message="Select a policing body"
    )
    title = forms.CharField(
        label="What is the panel called?",
        max_length=200,
        required_message="Enter what the panel is called",
    )
    remit = forms.TextField(
        label="What does it look at, and what for?",
        max_length=2000,
        required_message="Enter what it looks at",
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)


class AddSitting(django.Form):
    """A day on which a panel talks."""

    on = forms.DateField(label="On which day?", required_message="Enter the day")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        """Refuses a day that is past."""
        on: date = self.cleaned_data["on"]
        if on < self.today:
            raise django.ValidationError("The day must be today or later")
        return on


class WriteBundle(django.Form):
    """What a panel is to read."""

    sitting = forms.ModelSelectField(
        None, label="For which sitting?", required_message="Select a sitting"
    )
    title = forms.CharField(
        label="What is the bundle called?",
        help_text="Such as “Bundle 3”. Nothing of the case.",
        max_length=200,
        required_message="Enter what the bundle is called",
    )
    text = forms.TextField(
        label="What happened?",
        help_text="A draft in days after the report. Write what the panel needs; no name, day, "
        "age, place or circumstance that leads to somebody.",
        max_length=20000,
        rows=15,
        required_message="Enter what happened",
    )
    asks = forms.TextField(
        label="What is the panel asked?",
        max_length=2000,
        rows=3,
        required_message="Enter what the panel is asked",
    )

    def __init__(self, *args: Any, sittings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["sitting"]
        field.queryset = sittings
        field.label_from_instance = _sitting_in_words


class PanelSays(django.Form):
    """A score and words: of a member before the discussion, or of the panel after it."""

    score = forms.ChoiceField(
        label="Score",
        choices=[(str(one.value), one.label) for one in PanelScore],
        required_message="Select a score",
    )
    words = forms.TextField(
        label="Why?",
        help_text="Name nobody.",
        max_length=4000,
        required_message="Say why",
    )

    @property
    def said(self) -> dict[str, Any]:
        """The score and the words; of a valid form."""
        values = self.cleaned_data
        return {"score": PanelScore(int(values["score"])), "words": values["words"]}


def _sitting_in_words(sitting: Any) -> str:
    return f"{sitting.panel.title}, {date_in_words(sitting.on)}"
