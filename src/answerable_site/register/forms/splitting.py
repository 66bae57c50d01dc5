"""Parting one candidate into several recommendations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.register.rules import Draft

MOST_PARTS = 12


class Part(forms.Form):
    """One of the recommendations that come out. An empty text takes it away."""

    number = design.CharField(
        label="Number as printed (optional)", width=5, max_length=40, required=False
    )
    text = design.TextField(label="Text", rows=4, required=False)
    limbs = design.MultipleChoiceField(label="Sub-points that belong to it", required=False)

    def __init__(self, *args: Any, limbs: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if limbs:
            self.fields["limbs"].choices = limbs  # type: ignore[attr-defined]
        else:
            del self.fields["limbs"]


class _Parts(forms.BaseFormSet[Part]):
    def clean(self) -> None:
        """Two parts at least: one would be no split."""
        if not any(self.errors) and len(self._filled()) < 2:
            raise forms.ValidationError("Enter the text of at least two parts")

    def drafts(self, whole: Draft) -> list[Draft]:
        """One draft for each part, with kind, addressees and deadline of the whole."""
        return [
            replace(
                whole,
                number=typed["number"],
                text=typed["text"],
                limbs=tuple(whole.limbs[int(index)] for index in typed.get("limbs", [])),
            )
            for typed in self._filled()
        ]

    def _filled(self) -> list[dict[str, Any]]:
        return [form.cleaned_data for form in self.forms if form.cleaned_data.get("text")]


SplitParts = forms.formset_factory(Part, formset=_Parts, extra=3, max_num=MOST_PARTS)
