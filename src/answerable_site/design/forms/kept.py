"""Questions of a filter, rendered once for each answer: lists are opened again and again."""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterator

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

MOST_KEPT = 512


class KeptQuestions(forms.Form):
    """A filter form whose questions with choices are kept as they were rendered."""

    def questions(self, *left_out: str) -> SafeString:
        """All questions but some, by name, as they are shown."""
        return format_html_join("", "{}", ((one,) for one in self._shown(left_out)))

    def _shown(self, left_out: tuple[str, ...]) -> Iterator[SafeString | forms.BoundField]:
        for bound in self:
            if bound.name not in left_out:
                yield self._one(bound)

    def _one(self, bound: forms.BoundField) -> SafeString | forms.BoundField:
        if bound.errors or not hasattr(bound.field, "choices"):
            return bound
        chosen = bound.value() or ""
        return _shown_choices(
            type(self),
            bound.name,
            tuple(chosen) if isinstance(chosen, list) else chosen,
            tuple((str(value), str(text)) for value, text in bound.field.choices),
        )


@functools.lru_cache(maxsize=MOST_KEPT)
def _shown_choices(
    asked: type[forms.Form],
    name: str,
    chosen: str | tuple[str, ...],
    choices: tuple[tuple[str, str], ...],
) -> SafeString:
    field = copy.deepcopy(asked.base_fields[name])
    field.choices = list(choices)  # type: ignore[attr-defined]
    form = forms.Form(initial={name: chosen})
    form.fields[name] = field
    return SafeString(form[name])
