"""The filters of the list of recommendations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from answerable_site.design import forms as design
from answerable_site.register.rules import AddresseeKind, InspectionKind, RecommendationKind

Choices = Iterable[tuple[str, str]]


class FilterRecommendations(design.KeptQuestions):
    """All filters; an empty one filters nothing."""

    q = design.CharField(label="Search the words", required=False, max_length=200)
    kind = design.MultipleChoiceField(
        label="Kind",
        choices=[(kind.value, kind.label) for kind in RecommendationKind],
        required=False,
    )
    due = design.SelectField(label="Deadline", required=False)
    addressee = design.SelectField(
        label="Addressed to",
        choices=[("", "Anybody"), *((kind.value, kind.label) for kind in AddresseeKind)],
        required=False,
    )
    inspection_kind = design.SelectField(
        label="Kind of inspection",
        choices=[("", "Any"), *((kind.value, kind.label) for kind in InspectionKind)],
        required=False,
    )
    theme = design.SelectField(label="Theme", required=False)
    body = design.SelectField(label="Concerns", required=False)
    inspection = design.SelectField(label="Report", required=False)
    sort = design.SelectField(label="Order", required=False)

    def __init__(
        self,
        *args: Any,
        dues: Choices,
        orders: Choices,
        themes: Choices,
        bodies: Choices,
        inspections: Choices,
        **kwargs: Any,
    ) -> None:
        """`inspections` holds the one that the address names, if any: a list of all is too long."""
        super().__init__(*args, **kwargs)
        self._offer("due", [("", "Any"), *dues])
        self._offer("sort", orders)
        self._offer_if_any("theme", "Any theme", themes)
        self._offer_if_any("body", "Any body", bodies)
        self._offer_if_any("inspection", "Any report", inspections)

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def _offer_if_any(self, name: str, all_of_them: str, choices: Choices) -> None:
        offered = list(choices)
        if offered:
            self._offer(name, [("", all_of_them), *offered])
        else:
            del self.fields[name]
