"""A period of days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from answerable_site.design import forms as design

YEAR = timedelta(days=365)


class ChoosePeriod(forms.Form):
    """The first and the last day of what is counted; the last twelve months unless asked."""

    from_on = design.DateField(label="First day", required=False)
    to_on = design.DateField(label="Last day", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Refuses a period that ends before it begins."""
        values = super().clean() or {}
        if not self.errors and self._first(values) > self._last(values):
            self.add_error("to_on", "The last day must be the same as or after the first day")
        return values

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day, both inclusive."""
        values = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return self._first(values), self._last(values)

    def _first(self, values: dict[str, Any]) -> date:
        return values.get("from_on") or self._last(values) - YEAR

    def _last(self, values: dict[str, Any]) -> date:
        return values.get("to_on") or self.today
