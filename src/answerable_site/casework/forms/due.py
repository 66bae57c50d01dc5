"""How a worklist is narrowed."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design


class ChooseDues(forms.Form):
    """Whose cases, and which of what is due."""

    whose = design.ChoiceField(label="Cases", required=False, inline=True)
    rule = design.SelectField(label="What is asked", required=False)
    late = design.BooleanField(label="Only what is late", required=False)

    def __init__(
        self, *args: Any, whose: list[tuple[str, str]], rules: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].choices = whose  # type: ignore[attr-defined]
        if len(whose) == 1:
            del self.fields["whose"]
        self.fields["rule"].choices = [("", "Everything"), *rules]  # type: ignore[attr-defined]
