"""What is asked about courses, and from when to when they count."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable.statute import Confidence
from answerable_site.design import forms
from answerable_site.training.operations import NewCounting
from answerable_site.training.rules import DaysOutOfOrder, Purpose, check_order

LONGEST_VALIDITY = 240
"""Months; more is a slip."""


class AddCourse(django.Form):
    """A course that an organisation keeps."""

    organisation = forms.ModelChoiceField(
        None, label="Whose course is it?", required_message="Select an organisation"
    )
    code = forms.CharField(
        label="What is it called for short?",
        help_text="For example SSAIDP. Lists of attendance name it so.",
        width=20,
        max_length=40,
        required_message="Enter a short name",
    )
    name = forms.CharField(
        label="What is its full name?",
        help_text="For example Specialist Sexual Assault Investigators Development Programme.",
        max_length=200,
        required_message="Enter the full name",
    )

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "organisation", organisations)


class AddVersion(django.Form):
    """A version of a course."""

    label = forms.CharField(
        label="What is the version called?",
        help_text="For example the year of its syllabus.",
        width=20,
        max_length=40,
        required_message="Enter what the version is called",
    )
    taught_from = forms.DateField(
        label="From which day on was it taught?",
        required_message="Enter the day from which it was taught",
    )


class SucceedCourse(django.Form):
    """Which course succeeds another."""

    successor = forms.ModelSelectField(
        None, label="Which course succeeds it?", required_message="Select a course"
    )
    on = forms.DateField(
        label="From which day on is that taught instead?",
        required_message="Enter the first day of the successor",
    )

    def __init__(self, *args: Any, courses: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer(self, "successor", courses)
        self.fields["successor"].label_from_instance = lambda one: one.code  # type: ignore[attr-defined]


class AddCounting(django.Form):
    """From when to when a version counts, for what and for how long."""

    purpose = forms.ChoiceField(
        label="What is it good for?",
        choices=[(one.value, one.label) for one in Purpose],
        hints={
            Purpose.QUALIFIES.value: "Only a pass counts. Who attended is not qualified.",
            Purpose.REFRESHES.value: "Who attends or passes it in time stays qualified.",
        },
        required_message="Select what it is good for",
    )
    from_on = forms.DateField(
        label="From which day on does it count?",
        required_message="Enter the first day on which it counts",
    )
    to_on = forms.DateField(
        label="Until which day?",
        help_text="Leave this empty while it counts. After that day nobody is qualified by it.",
        required=False,
    )
    lasts_months = forms.IntegerField(
        label="For how many months does it last?",
        help_text="Leave this empty if it does not run out.",
        width=3,
        min_value=1,
        max_value=LONGEST_VALIDITY,
        required=False,
    )
    refresher_months = forms.IntegerField(
        label="After how many months is a refresher due?",
        help_text="Leave this empty if none is.",
        width=3,
        min_value=1,
        max_value=LONGEST_VALIDITY,
        required=False,
    )
    source = forms.CharField(
        label="Where is this written?",
        help_text="For example a circular with its date. It stands beside the figures.",
        max_length=500,
        required_message="Enter where this is written",
    )
    confidence = forms.ChoiceField(
        label="How sure are you?",
        choices=[
            (Confidence.CONFIRMED.value, "Confirmed: read there"),
            (Confidence.REASONED.value, "Reasoned: it follows from what is written"),
            (Confidence.TO_BE_VERIFIED.value, "To be verified"),
        ],
        required_message="Select how sure you are",
    )

    def clean(self) -> dict[str, Any]:
        """Puts it together."""
        values = super().clean() or {}
        if self.errors:
            return values
        try:
            check_order(values["from_on"], values["to_on"], "It must not end before it begins")
        except DaysOutOfOrder as problem:
            self.add_error("to_on", str(problem))
            return values
        values["new"] = NewCounting(
            purpose=Purpose(values["purpose"]),
            from_on=values["from_on"],
            to_on=values["to_on"],
            lasts_months=values["lasts_months"],
            refresher_months=values["refresher_months"],
            source=values["source"],
            confidence=Confidence(values["confidence"]),
        )
        return values


class LastDay(django.Form):
    """The last day of something that runs."""

    last_day = forms.DateField(
        label="What is the last day?",
        help_text="That day still counts.",
        required_message="Enter the last day",
    )


class Strike(django.Form):
    """Why something is struck out."""

    reason = forms.TextField(
        label="Why was it wrong?",
        rows=3,
        max_length=1000,
        required_message="Say why it was wrong",
    )
