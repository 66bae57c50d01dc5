"""How the worklist of what is due is narrowed."""

from __future__ import annotations

from typing import Any

from answerable_site.casework.forms.whose import ChooseCases
from answerable_site.design import forms as design


class ChooseDues(ChooseCases):
    """Whose cases, and which of what is due."""

    rule = design.SelectField(label="What is asked", required=False)
    late = design.BooleanField(label="Only what is late", required=False)

    def __init__(self, *args: Any, rules: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rule"].choices = [("", "Everything"), *rules]  # type: ignore[attr-defined]
