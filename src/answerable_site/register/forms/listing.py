"""The filters of the list of recommendations."""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from answerable_site.design import forms as design
from answerable_site.register.rules import AddresseeKind, InspectionKind, RecommendationKind

Choices = Iterable[tuple[str, str]]


class FilterRecommendations(forms.Form):
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

    def questions(self) -> SafeString:
        """All questions but the first, which stands above the button, as they are shown."""
        return format_html_join("", "{}", ((self._shown(bound),) for bound in list(self)[1:]))

    def _shown(self, bound: forms.BoundField) -> SafeString | forms.BoundField:
        if bound.errors or not hasattr(bound.field, "choices"):
            return bound
        chosen = bound.value() or ""
        return _shown_choices(
            bound.name,
            tuple(chosen) if isinstance(chosen, list) else chosen,
            tuple((str(value), str(text)) for value, text in bound.field.choices),
        )

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def _offer_if_any(self, name: str, all_of_them: str, choices: Choices) -> None:
        offered = list(choices)
        if offered:
            self._offer(name, [("", all_of_them), *offered])
        else:
            del self.fields[name]


@functools.lru_cache(maxsize=256)
def _shown_choices(
    name: str, chosen: str | tuple[str, ...], choices: tuple[tuple[str, str], ...]
) -> SafeString:
    """A question with choices as it is shown: the same on page after page of the list."""
    field = copy.deepcopy(FilterRecommendations.base_fields[name])
    field.choices = list(choices)  # type: ignore[attr-defined]
    form = forms.Form(initial={name: chosen})
    form.fields[name] = field
    return SafeString(form[name])
