"""What is asked before what is held about a case is handed out."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.accessreview.rules.handing_out import (
    CountDiffers,
    Parcel,
    Recipient,
    check_count,
)
from answerable_site.casework.rules import ReferenceKind, UnusableReference, canonical_reference
from answerable_site.design import forms as design


class AskHandOut(forms.Form):
    """Who asks for what is held about which case."""

    force = design.ModelChoiceField(None, label="Force", required_message="Select a force")
    reference = design.CharField(
        label="Crime reference",
        help_text="As the person, the court or whoever acts for them gave it. No names are held.",
        width=20,
        max_length=100,
        required_message="Enter the crime reference",
    )
    recipient = design.ChoiceField(
        label="Who asks?",
        choices=[(one.value, one.label) for one in Recipient],
        hints={one.value: f"Under {one.basis}" for one in Recipient},
        required_message="Select who asks",
    )
    recipient_name = design.CharField(
        label="Which court or office?",
        help_text=(
            "Where it goes. For a request by the person concerned, write “the person concerned” or "
            "the name of the office that acts for them, never the person’s name."
        ),
        max_length=200,
        required_message="Enter which court or office asks",
    )
    purpose = design.TextField(
        label="What for?",
        help_text="The number of the request or of the proceedings, and no names.",
        rows=3,
        max_length=1000,
        required_message="Say what it is for",
    )

    def __init__(self, *args: Any, forces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        design.offer_unless_single(self, "force", forces)

    def clean_reference(self) -> str:
        """Refuses what is no reference."""
        typed: str = self.cleaned_data["reference"]
        try:
            canonical_reference(ReferenceKind.CRIME, typed)
        except UnusableReference as problem:
            raise forms.ValidationError(str(problem)) from problem
        return typed


class ReleaseParcel(forms.Form):
    """The count of what goes, typed by whoever lets it go."""

    counted = design.IntegerField(
        label="How many records go?",
        help_text="Enter the number that this page shows, once you have read them all.",
        width=5,
        min_value=0,
        max_value=10_000_000,
        required_message="Enter how many records go",
    )

    def __init__(self, *args: Any, parcel: Parcel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parcel = parcel

    def clean_counted(self) -> int:
        """Refuses another number."""
        counted: int = self.cleaned_data["counted"]
        try:
            check_count(self.parcel, counted)
        except CountDiffers as problem:
            raise forms.ValidationError(str(problem)) from problem
        return counted
