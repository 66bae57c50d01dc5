"""Questions of a filter, rendered once for each answer: lists are opened again and again."""

from __future__ import annotations

import copy
import functools
from collections.abc import Hashable

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from answerable.languages import spoken

MOST_KEPT = 512


class KeptQuestions(forms.Form):
    """A filter form whose questions are kept as they were rendered."""

    def questions(self, *left_out: str) -> SafeString:
        """All questions but some, by name, as they are shown."""
        asked = (bound for bound in self if bound.name not in left_out)
        return format_html_join("", "{}", ((self._one(bound),) for bound in asked))

    def _one(self, bound: forms.BoundField) -> SafeString | forms.BoundField:
        if bound.errors:
            return bound
        answer = bound.value() or ""
        offered = getattr(bound.field, "choices", ())
        return _shown(
            type(self),
            bound.name,
            tuple(answer) if isinstance(answer, list) else answer,
            tuple((str(value), str(text)) for value, text in offered),
            spoken(),
        )


@functools.lru_cache(maxsize=MOST_KEPT)
def _shown(
    asked: type[forms.Form],
    name: str,
    answer: Hashable,
    choices: tuple[tuple[str, str], ...],
    _language: str,
) -> SafeString:
    field = copy.deepcopy(asked.base_fields[name])
    if choices:
        field.choices = list(choices)  # type: ignore[attr-defined]
    form = forms.Form(initial={name: answer})
    form.fields[name] = field
    return SafeString(form[name])
