"""What is asked to add, find, open, assign and share a case."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from answerable_site.casework.forms.deciding import DecidedForm
from answerable_site.casework.rules import (
    Ground,
    GroundOutOfPlace,
    ReferenceKind,
    UnusableReference,
    canonical_reference,
    check_ground,
)
from answerable_site.design import forms as design

NO_IDENTITY = "Do not write anybody’s name, address, telephone number or date of birth here."


def _canonical(form: forms.Form, kind: ReferenceKind) -> str:
    """What was typed, once it is known to be a reference of that kind."""
    typed: str = form.cleaned_data["reference"]
    canonical_reference(kind, typed)
    return typed


class AddCase(forms.Form):
    """A new case."""

    force = design.ModelChoiceField(None, label="Force", required_message="Select a force")
    reference = design.CharField(
        label="Crime reference",
        help_text="It is kept encrypted, and only the force can read it.",
        width=20,
        max_length=100,
        required_message="Enter the crime reference",
    )
    reported_on = design.DateField(
        label="On which day was it reported to the police?",
        required_message="Enter the day on which it was reported",
    )

    def __init__(self, *args: Any, forces: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        design.offer_unless_single(self, "force", forces)

    def clean_reference(self) -> str:
        """Refuses what is no reference."""
        try:
            return _canonical(self, ReferenceKind.CRIME)
        except UnusableReference as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean_reported_on(self) -> date:
        """Refuses a day to come."""
        day: date = self.cleaned_data["reported_on"]
        if day > self.today:
            raise forms.ValidationError("The day of the report must be today or in the past")
        return day


class _TypedReference(forms.Form):
    kind = design.ChoiceField(
        label="Kind of reference", required_message="Select the kind of reference"
    )
    reference = design.CharField(
        label="Reference", width=20, max_length=100, required_message="Enter the reference"
    )

    def __init__(self, *args: Any, kinds: list[ReferenceKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        if len(kinds) == 1:
            self.fields["kind"].widget = forms.HiddenInput()
            self.fields["kind"].initial = kinds[0].value

    def clean(self) -> dict[str, Any]:
        """Refuses what is no reference of the chosen kind."""
        values = super().clean() or {}
        if values.get("kind") and values.get("reference"):
            try:
                _canonical(self, ReferenceKind(values["kind"]))
            except UnusableReference as problem:
                self.add_error("reference", str(problem))
        return values


class LookUp(_TypedReference):
    """Find a case by a reference."""


class AddReference(_TypedReference):
    """A further reference of a case."""


class OpenCase(DecidedForm):
    """Why a case that is not assigned to the person is opened."""

    FREE_TEXTS = ("words",)

    ground = design.ChoiceField(
        label="Why do you need this case?",
        choices=[(ground.value, ground.label) for ground in Ground],
        required_message="Select why you need this case",
    )
    words = design.TextField(
        label="In your own words",
        help_text=NO_IDENTITY,
        rows=3,
        max_length=500,
        required=False,
    )

    def __init__(self, *args: Any, breaks_glass: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.breaks_glass = breaks_glass

    def clean(self) -> dict[str, Any]:
        """Refuses a reason that nobody could judge."""
        values = super().clean()
        if values.get("ground"):
            try:
                check_ground(
                    Ground(values["ground"]),
                    values.get("words", ""),
                    breaks_glass=self.breaks_glass,
                )
            except GroundOutOfPlace as problem:
                self.add_error("words", str(problem))
        return values


class Assign(forms.Form):
    """Who else works on a case."""

    post = design.ChoiceField(label="Who of them?", required_message="Select a person")

    def __init__(self, *args: Any, posts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = posts  # type: ignore[attr-defined]


class Share(forms.Form):
    """Which other organisation works on a case."""

    organisation = design.ModelChoiceField(
        None, label="Which organisation?", required_message="Select an organisation"
    )

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        design.offer(self, "organisation", organisations)
