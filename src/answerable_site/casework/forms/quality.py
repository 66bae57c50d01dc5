"""How the worklist of findings is narrowed."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design


class ChooseFindings(forms.Form):
    """Whose cases, and which check."""

    whose = design.ChoiceField(label="Cases", required=False, inline=True)
    check = design.SelectField(label="What is checked", required=False)

    def __init__(
        self, *args: Any, whose: list[tuple[str, str]], checks: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].choices = whose  # type: ignore[attr-defined]
        if len(whose) == 1:
            del self.fields["whose"]
        self.fields["check"].choices = [("", "Everything"), *checks]  # type: ignore[attr-defined]
