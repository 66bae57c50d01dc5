"""What is asked about events, places on them and their results."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.training.rules import DaysOutOfOrder, Outcome, check_order, check_result

RESULTS = (Outcome.PASSED, Outcome.FAILED, Outcome.ATTENDED, Outcome.DID_NOT_ATTEND)


class AddEvent(django.Form):
    """An event of a course."""

    version = forms.ModelSelectField(
        None, label="Which course is taught?", required_message="Select a course"
    )
    place = forms.CharField(
        label="Where is it held?", max_length=200, required_message="Enter where it is held"
    )
    first_day = forms.DateField(label="First day", required_message="Enter the first day")
    last_day = forms.DateField(
        label="Last day",
        help_text="It decides in which financial year those who attended count.",
        required_message="Enter the last day",
    )

    def __init__(self, *args: Any, versions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer(self, "version", versions)

    def clean(self) -> dict[str, Any]:
        """Refuses days the wrong way round."""
        values = super().clean() or {}
        if not self.errors:
            try:
                check_order(
                    values["first_day"],
                    values["last_day"],
                    "The last day must be the first day or later",
                )
            except DaysOutOfOrder as problem:
                self.add_error("last_day", str(problem))
        return values


class Book(django.Form):
    """Who gets a place."""

    person = forms.ModelSelectField(
        None, label="Who gets a place?", required_message="Select a person"
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = lambda one: one.user.full_name  # type: ignore[attr-defined]


class RecordResult(django.Form):
    """What became of a place."""

    outcome = forms.ChoiceField(
        label="What became of it?",
        choices=[(one.value, one.label) for one in RESULTS],
        hints={Outcome.ATTENDED.value: "Was there throughout, without a result so far."},
        required_message="Select what became of it",
    )
    on = forms.DateField(
        label="On which day was that decided?",
        help_text="Who passed is qualified from this day on.",
        required_message="Enter the day",
    )

    def __init__(
        self, *args: Any, first_day: date, last_day: date, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.days = {"first_day": first_day, "last_day": last_day, "today": today}

    def clean(self) -> dict[str, Any]:
        """Refuses a day on which it cannot have been decided."""
        values = super().clean() or {}
        if not self.errors:
            try:
                check_result(Outcome(values["outcome"]), values["on"], **self.days)
            except DaysOutOfOrder as problem:
                self.add_error("on", str(problem))
        return values
