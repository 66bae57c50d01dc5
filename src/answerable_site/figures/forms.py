"""Asking for a cut and for figures, and why something is done with them."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable.disclosure.policy import shipped_profiles
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import TIMES, heading
from answerable_site.design import forms
from answerable_site.design.dates import date_in_words
from answerable_site.figures.rules import (
    LONGEST_KEPT,
    TOGETHER,
    NothingToAsk,
    breakdowns,
    questions_of,
)

_YEARS = LONGEST_KEPT.days // 366
_PROFILES = shipped_profiles()


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


class AskForResults(django.Form):
    """Measures, and what each is broken down by."""

    measures = forms.MultipleChoiceField(
        label="Which measures?",
        help_text="Each with the recommendation that it serves.",
        choices=[
            (name, f"{' and '.join(one.recommendations)}: {one.title}")
            for name, one in DEFINITIONS.items()
        ],
        required_message="Select a measure",
    )
    by = forms.MultipleChoiceField(
        label="Broken down by what?",
        help_text="Each makes a table of its own. Measures that do not have it are left out of it.",
        choices=[
            (TOGETHER, "Nothing: all together"),
            *((name, heading(name)) for name in breakdowns()),
        ],
        required_message="Select what to break the measures down by",
    )
    within = forms.ChoiceField(
        label="And each of these by a time as well?",
        help_text="The finer a table is, the more of it has to be hidden.",
        choices=[("", "No"), *((name, heading(name)) for name in TIMES)],
        required=False,
        widget=django.Select(),
    )

    def clean(self) -> dict[str, Any] | None:
        """The questions that it comes to, under `asked`."""
        told = super().clean()
        if told and told.get("measures") and told.get("by"):
            try:
                told["asked"] = questions_of(told["measures"], told["by"], told.get("within", ""))
            except NothingToAsk as problem:
                self.add_error(problem.field, str(problem))
        return told


class Protect(django.Form):
    """For whom figures are, and what they correct."""

    profile = forms.ChoiceField(
        label="For whom are the figures?",
        choices=[(name, one.title) for name, one in _PROFILES.items()],
        hints={name: one.says for name, one in _PROFILES.items()},
        required_message="Select for whom the figures are",
    )
    corrects = forms.ModelSelectField(
        None,
        label="Do they correct figures that were released?",
        help_text="Those stay where they are, and say what took their place.",
        required=False,
        empty_label="No",
    )
    note = forms.TextField(
        label="What was wrong?",
        help_text="If they correct others: in a sentence, for whoever reads both. Name nobody.",
        required=False,
        max_length=1000,
    )

    def __init__(self, *args: Any, standing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        corrects: Any = self.fields["corrects"]
        corrects.queryset = standing
        corrects.label_from_instance = _called


class Release(django.Form):
    """That somebody checked what they were shown."""

    digest = django.CharField(widget=django.HiddenInput(), max_length=64)


def _called(released: Any) -> str:
    return (
        f"{_PROFILES[released.profile].title}, as of {date_in_words(released.as_of)}, released on "
        f"{date_in_words(released.released_at)}"
    )
