"""What is asked of whoever prepares results for those outside the force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django

from answerable_site.casereviews.operations import NewTheme
from answerable_site.casereviews.rules import Asked
from answerable_site.design import forms

THEMES = 3


class Prepare(django.Form):
    """Up to three themes, for a meeting to look at."""

    def __init__(self, *args: Any, questions: Sequence[Asked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rests_on = [("", "Several questions"), *((one.key, one.asks) for one in questions)]
        for number in range(1, THEMES + 1):
            self.fields[f"title{number}"] = forms.CharField(
                label=f"Theme {number} (optional)", max_length=200, required=False
            )
            self.fields[f"words{number}"] = forms.TextField(
                label=f"What was seen? Theme {number} (optional)",
                help_text="Of several files. Nothing that leads to a person or to one case.",
                max_length=2000,
                rows=3,
                required=False,
            )
            self.fields[f"question{number}"] = forms.SelectField(
                label=f"On which question does it rest? Theme {number} (optional)",
                choices=rests_on,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Asks for both the title and the words of a theme."""
        values = super().clean() or {}
        for number in range(1, THEMES + 1):
            title, words = values.get(f"title{number}"), values.get(f"words{number}")
            if title and not words:
                self.add_error(f"words{number}", "Say what was seen")
            if words and not title:
                self.add_error(f"title{number}", "Enter what the theme is called")
        return values

    @property
    def themes(self) -> list[NewTheme]:
        """What was entered; of a valid form."""
        values = self.cleaned_data
        return [
            NewTheme(title, values[f"words{number}"], values[f"question{number}"])
            for number in range(1, THEMES + 1)
            if (title := values[f"title{number}"])
        ]
