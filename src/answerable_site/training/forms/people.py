"""What is asked about people in training."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms as django
from django.core.validators import RegexValidator

from answerable_site.design import forms
from answerable_site.training.rules import DaysOutOfOrder, Duty, check_order

MINUTES_A_DAY = 24 * 60
_SHORT_WORDS = RegexValidator(
    r"^[\w&'’/.-]+(?: [\w&'’/.-]+){0,4}$", "Enter the unit in up to five short words"
)


class OpenRecord(django.Form):
    """Whose training record is begun."""

    person = forms.ModelSelectField(
        None, label="Whose training record?", required_message="Select a person"
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = lambda one: one.full_name  # type: ignore[attr-defined]


class _FromTo(django.Form):
    """From a day to a day, which may be open."""

    def clean(self) -> dict[str, Any]:
        """Refuses days the wrong way round."""
        values = super().clean() or {}
        if not self.errors:
            try:
                check_order(
                    values["from_on"],
                    values["to_on"],
                    "The last day must be the first day or later",
                )
            except DaysOutOfOrder as problem:
                self.add_error("to_on", str(problem))
        return values


class AddPosting(_FromTo):
    """What somebody is posted to do, and where."""

    duty = forms.ChoiceField(label="What do they do there?", required_message="Select a duty")
    unit = forms.CharField(
        label="In which unit?",
        help_text="A few short words, such as Rape Team North.",
        width=20,
        max_length=60,
        validators=[_SHORT_WORDS],
        required_message="Enter the unit",
    )
    from_on = forms.DateField(label="First day", required_message="Enter the first day")
    to_on = forms.DateField(
        label="Last day", help_text="Leave this empty while it runs.", required=False
    )

    def __init__(self, *args: Any, duties: Iterable[Duty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duty"].choices = [(one.value, one.label) for one in duties]  # type: ignore[attr-defined]


class AddQualification(_FromTo):
    """A certificate from elsewhere."""

    version = forms.ModelSelectField(
        None, label="Of which course?", required_message="Select a course"
    )
    from_on = forms.DateField(
        label="From which day on?", required_message="Enter the first day of the qualification"
    )
    to_on = forms.DateField(
        label="Until which day?",
        help_text="As the certificate says. If it does not, it lasts as long as a pass here.",
        required=False,
    )
    evidence = forms.CharField(
        label="What was shown, and where is it kept?",
        max_length=500,
        required_message="Say what was shown, and where it is kept",
    )

    def __init__(self, *args: Any, versions: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        forms.offer(self, "version", versions)

    def clean_from_on(self) -> date:
        """Refuses a day that lies ahead."""
        return _past(self.cleaned_data["from_on"], self.today)


class AddDevelopment(django.Form):
    """Continuing professional development."""

    on = forms.DateField(label="On which day?", required_message="Enter the day")
    what = forms.CharField(
        label="What was it?",
        help_text="A few words. No names, and nothing about a case.",
        max_length=200,
        required_message="Say what it was",
    )
    minutes = forms.IntegerField(
        label="How many minutes did it take?",
        width=4,
        min_value=1,
        max_value=MINUTES_A_DAY,
        required_message="Enter how many minutes it took",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        """Refuses a day that lies ahead."""
        return _past(self.cleaned_data["on"], self.today)


def _past(day: date, today: date) -> date:
    if day > today:
        raise django.ValidationError("The day must be today or in the past")
    return day
