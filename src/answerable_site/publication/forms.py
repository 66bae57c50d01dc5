"""What is asked of readers of the public register and of publishers."""

from __future__ import annotations

from django import forms as django

from answerable_site.design import forms

STATES = [
    ("", "All"),
    ("in_time", "Answered in time"),
    ("late", "Answered late"),
    ("not_known", "Answered; not known whether wholly"),
    ("overdue", "Overdue now"),
    ("running", "Time left"),
    ("no_clock", "No statutory clock"),
]


class Filters(django.Form):
    """The filters of the public register."""

    body = forms.SelectField(label="Local policing body", required=False)
    state = forms.SelectField(label="Answer", choices=STATES, required=False)
    year = forms.SelectField(label="Year of the report", required=False)

    def __init__(self, data: object, *, bodies: list[tuple[str, str]], years: list[int]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["body"].choices = [("", "All"), *bodies]  # type: ignore[attr-defined]
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            ("", "All"),
            *((str(year), str(year)) for year in years),
        ]


class Withdrawal(django.Form):
    """Why a published version is taken back."""

    reason = forms.TextField(
        label="Why is it withdrawn?",
        help_text="The public page shows this reason.",
        required_message="Enter why it is withdrawn",
        max_length=2000,
    )
