"""How the worklist of findings is narrowed."""

from __future__ import annotations

from typing import Any

from answerable_site.casework.forms.whose import ChooseCases
from answerable_site.design import forms as design


class ChooseFindings(ChooseCases):
    """Whose cases, and which check."""

    check = design.SelectField(label="What is checked", required=False)

    def __init__(self, *args: Any, checks: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["check"].choices = [("", "Everything"), *checks]  # type: ignore[attr-defined]
