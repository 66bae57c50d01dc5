"""Asking for a cut, and why one is erased or not."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.figures.rules import LONGEST_KEPT

_YEARS = LONGEST_KEPT.days // 366


class AskForCut(django.Form):
    """A cut of the cases of a force."""

    force = forms.ModelChoiceField(
        None, label="Of which force’s cases?", required_message="Select a force"
    )
    as_of = forms.DateField(
        label="As of which day?",
        help_text="The last day of which it holds what happened, whenever it was recorded.",
        required_message="Enter the as-of day",
    )
    last_day = forms.DateField(
        label="Until which day is it needed?",
        help_text=f"At most {_YEARS} years. Afterwards two people have it erased.",
        required_message="Enter the day until which it is needed",
    )

    def __init__(self, *args: Any, forces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "force", forces)


class GiveReason(django.Form):
    """Why a cut is erased, or is not after all."""

    why = forms.TextField(
        label="Why?",
        help_text="In a sentence, so that somebody else can judge it. Name nobody.",
        required_message="Say in a sentence why",
        max_length=1000,
    )


class Replan(GiveReason):
    """Until when a cut is needed from now on."""

    field_order = ("last_day", "why")

    last_day = forms.DateField(
        label="Until which day is it needed?",
        help_text=f"At most {_YEARS} years after it was made.",
        required_message="Enter the day until which it is needed",
    )
