"""What is asked of readers of the public register and of publishers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Self

from django import forms as django

from answerable.languages import say
from answerable_site.design import forms

STATES = [
    ("", say("All")),
    ("in_time", say("Answered in time")),
    ("late", say("Answered late")),
    ("not_known", say("Answered; not known whether wholly")),
    ("overdue", say("Overdue now")),
    ("running", say("Time left")),
    ("no_clock", say("No statutory clock")),
]


class _AsAtDay(django.Form):
    """As at which day a public page is wanted: today or a past one."""

    as_at = forms.DateField(
        label=say("As at"),
        help_text=say("Leave this empty for today."),
        required=False,
    )
    today: date

    def clean_as_at(self) -> date | None:
        """The day; never one to come."""
        day: date | None = self.cleaned_data["as_at"]
        if day and day > self.today:
            raise django.ValidationError("As at must be today or in the past")
        return day


class Filters(_AsAtDay):
    """The filters of the public register."""

    body = forms.SelectField(label=say("Local policing body"), required=False)
    state = forms.SelectField(label=say("Answer"), choices=STATES, required=False)
    year = forms.SelectField(label=say("Year of the report"), required=False)

    field_order = ("body", "state", "year", "as_at")

    def __init__(
        self, data: object, *, bodies: list[tuple[str, str]], years: list[int], today: date
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.today = today
        self.fields["body"].choices = [("", say("All")), *bodies]  # type: ignore[attr-defined]
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            ("", say("All")),
            *((str(year), str(year)) for year in years),
        ]


class Withdrawal(django.Form):
    """Why a published version is taken back."""

    reason = forms.TextField(
        label=say("Why is it withdrawn?"),
        help_text=say("The public page shows this reason."),
        required_message=say("Enter why it is withdrawn"),
        max_length=2000,
    )


class FiguresFilters(django.Form):
    """Which published figures are listed."""

    body = forms.SelectField(label=say("Organisation"), required=False)
    measure = forms.SelectField(label=say("Measure"), required=False)

    def __init__(
        self, data: object, *, bodies: Mapping[str, str], measures: Mapping[str, str]
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        for name, choices in (("body", bodies), ("measure", measures)):
            self.fields[name].choices = [("", say("All")), *choices.items()]  # type: ignore[attr-defined]


class AsAt(_AsAtDay):
    """As at which day one page is wanted."""

    def __init__(self, data: Mapping[str, str] | None, *, today: date) -> None:
        super().__init__(data)
        self.today = today

    @classmethod
    def asked(cls, address: Mapping[str, str], *, today: date) -> Self:
        """The form as an address fills it: with three parts, or with one day as in 2026-05-12."""
        told = address.get("as_at", "")
        names = ("as_at_year", "as_at_month", "as_at_day")
        parts = dict(zip(names, told.split("-"), strict=False)) if told else {}
        given = parts or {name: value for name, value in address.items() if "as_at_" in name}
        return cls(given or None, today=today)
