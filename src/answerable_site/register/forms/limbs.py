"""Sub-points of a recommendation: one small form each, and two empty ones to add more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.register import rules
from answerable_site.register.rules import DraftLimb


class Limb(forms.Form):
    """One sub-point. An empty text takes it away."""

    label = design.CharField(
        label="Label as printed (optional)", width=5, max_length=20, required=False
    )
    text = design.TextField(label="Text", rows=3, required=False)
    addressees = design.TextField(label="Addressees of its own (optional)", rows=2, required=False)
    deadline_worded = design.CharField(
        label="Deadline of its own, as worded (optional)", max_length=300, required=False
    )

    @property
    def is_filled(self) -> bool:
        """Whether it shows a sub-point, rather than room for a new one."""
        return bool(self["text"].value())


class LimbSet(forms.BaseFormSet[Limb]):
    def drafts(self) -> tuple[DraftLimb, ...]:
        """The sub-points that were typed, once the set is valid."""
        return tuple(
            DraftLimb(
                text=typed["text"],
                label=typed["label"],
                addressees=rules.addressees_from_lines(typed["addressees"]),
                deadline=rules.deadline_of_words(typed["deadline_worded"]),
                deadline_worded=typed["deadline_worded"],
            )
            for typed in (form.cleaned_data for form in self.forms)
            if typed.get("text")
        )


Limbs = forms.formset_factory(Limb, formset=LimbSet, extra=2, max_num=200)


def limbs_of(drafts: Iterable[DraftLimb]) -> list[dict[str, Any]]:
    """What stands in the small forms for sub-points."""
    return [
        {
            "label": limb.label,
            "text": limb.text,
            "addressees": rules.lines_from_addressees(limb.addressees),
            "deadline_worded": limb.deadline_worded,
        }
        for limb in drafts
    ]
