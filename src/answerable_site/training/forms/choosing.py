"""Which organisation, year or days a page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms as django

from answerable_site.design import forms
from answerable_site.training.rules import FigureKind, FinancialYear

WITHIN: Final = (30, 60, 90, 180, 365)
USUALLY: Final = 90


class ChooseOrganisation(django.Form):
    """Of which organisation; asked only where there is a choice."""

    organisation = forms.SelectField(label="Organisation")

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(one.pk), one.name) for one in organisations]
        if len(rows) < 2:
            del self.fields["organisation"]
        else:
            self.fields["organisation"].choices = rows  # type: ignore[attr-defined]


class ChooseDays(ChooseOrganisation):
    """How far ahead what waits is shown."""

    within = forms.SelectField(
        label="Within how many days", choices=[(str(days), f"{days} days") for days in WITHIN]
    )


class ChooseYear(ChooseOrganisation):
    """Of which financial year."""

    year = forms.SelectField(label="Financial year")

    def __init__(self, *args: Any, years: Sequence[FinancialYear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.begins), one.label) for one in years]
        self.fields["year"].choices = choices  # type: ignore[attr-defined]


class StateFigure(django.Form):
    """Which figure is stated, and as what it was shown."""

    kind = django.ChoiceField(choices=[(one.value, one.label) for one in FigureKind])
    shown = django.IntegerField(min_value=0)


def days_chosen(query: Mapping[str, str]) -> int:
    """How many days ahead a query asks for; the usual number where it says none that is offered."""
    asked = query.get("within", "")
    return next((days for days in WITHIN if str(days) == asked), USUALLY)
