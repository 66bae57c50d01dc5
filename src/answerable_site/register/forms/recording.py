"""What people record about candidates and recommendations: reasons, dates, news, links, themes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.register.rules import AddresseeStatus, RecommendationLinkKind

Choices = Iterable[tuple[str, str]]


class GiveReason(forms.Form):
    """A reason for what one is about to do."""

    reason = design.TextField(
        label="Reason", rows=3, max_length=1000, required_message="Enter a reason"
    )


class SetWorkingDeadline(forms.Form):
    """The date that the office works to."""

    on = design.DateField(
        label="Date that your office works to",
        help_text="It does not change what the inspectorate wrote.",
        required_message="Enter the date",
    )
    reason = design.TextField(
        label="Why this date?",
        help_text="For example, the force needs one training cycle to do it.",
        rows=3,
        max_length=1000,
        required_message="Enter why you set this date",
    )


class RecordStatement(forms.Form):
    """What an addressee is known to have said or done."""

    status = design.ChoiceField(
        label="What is known?",
        choices=[(status.value, status.label) for status in AddresseeStatus],
        required_message="Select what is known",
    )
    known_on = design.DateField(
        label="Since when?",
        help_text="The day of the statement, or of the news.",
        required_message="Enter the date",
    )
    note = design.TextField(
        label="What does it say, and where?",
        rows=3,
        max_length=2000,
        required_message="Enter what it says, and where",
    )


class LinkRecommendation(forms.Form):
    """How a recommendation relates to an earlier one."""

    kind = design.ChoiceField(
        label="This recommendation",
        choices=[(kind.value, kind.label) for kind in RecommendationLinkKind],
        required_message="Select how they relate",
    )
    earlier = design.ChoiceField(
        label="The earlier recommendation", required_message="Select the earlier recommendation"
    )
    reason = design.TextField(
        label="How do you know?", rows=3, max_length=1000, required_message="Enter how you know"
    )

    def __init__(self, *args: Any, earlier: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["earlier"].choices = list(earlier)  # type: ignore[attr-defined]


class ChooseThemes(forms.Form):
    """The office's own themes that a recommendation belongs to."""

    themes = design.MultipleChoiceField(label="Themes", required=False)
    new = design.CharField(
        label="New theme (optional)",
        help_text="For example, Custody",
        max_length=100,
        width=20,
        required=False,
    )

    def __init__(self, *args: Any, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(themes)
        if offered:
            self.fields["themes"].choices = offered  # type: ignore[attr-defined]
        else:
            del self.fields["themes"]

    def names(self) -> list[str]:
        """All themes chosen, the new one included."""
        chosen = list(self.cleaned_data.get("themes", []))
        return chosen + [name for name in [self.cleaned_data["new"]] if name]
