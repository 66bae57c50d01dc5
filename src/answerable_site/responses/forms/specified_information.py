"""What is asked about the reports that a body must show."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable_site.design import forms

ANOTHER = "another"


class ShownReport(django.Form):
    """Which report is shown where, and when somebody looked."""

    report = forms.ChoiceField(
        label="Which report is shown?",
        required_message="Select the report that is shown",
        reveals={ANOTHER: ["title", "published_on"]},
    )
    title = forms.CharField(label="Title", max_length=500, required=False)
    published_on = forms.DateField(label="When did the inspectorate publish it?", required=False)
    address = django.URLField(
        label="Address of the page on which it is shown",
        help_text="A page of the body’s own website.",
        max_length=500,
        assume_scheme="https",
        error_messages={
            "required": "Enter the address of the page on which it is shown",
            "invalid": "Enter a web address, such as https://www.example.org/reports",
        },
    )
    shown_from_on = forms.DateField(
        label="From when is it shown there?",
        required_message="Enter the first day on which it was shown",
    )
    checked_on = forms.DateField(
        label="When did somebody look?",
        help_text="The day on which somebody opened the page and found it in a prominent place.",
        required_message="Enter the day on which somebody looked",
    )

    def __init__(self, *args: Any, reports: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offers reports of the register, and any other.

        Args:
            reports: key and words of each report that the register proposes.
        """
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["report"]
        asked.choices = [*reports, (ANOTHER, "Another report")]

    def clean(self) -> dict[str, Any]:
        """Another report must be named."""
        typed = super().clean() or {}
        if typed.get("report") == ANOTHER:
            if not typed.get("title"):
                self.add_error("title", "Enter the title of the report")
            if not typed.get("published_on") and "published_on" not in self.errors:
                self.add_error("published_on", "Enter the day on which it was published")
        return typed
