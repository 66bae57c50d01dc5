"""What is asked of those who run surveys and hand codes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms as django

from answerable.surveys.groups import GROUPS, Channel, Characteristic
from answerable.surveys.instrument import Instrument
from answerable.surveys.instruments import current_instruments, instrument
from answerable_site.design import forms
from answerable_site.support.operations import NewSurvey
from answerable_site.support.rules import (
    MOST_ASKED,
    MOST_CODES,
    CountRefused,
    GroupCounts,
    checked_counts,
)

_COUNT = "count_"


class OpenSurvey(django.Form):
    """A survey from a day to a day."""

    body = forms.ModelChoiceField(
        None, label="Whose survey is it?", required_message="Select a policing body"
    )
    title = forms.CharField(
        label="What is the survey called?",
        help_text=(
            "For those who work with it, and for the public once it is told. Whoever answers does "
            "not see it."
        ),
        max_length=200,
        required_message="Enter what the survey is called",
    )
    instrument = forms.ChoiceField(
        label="What is asked, and when?", required_message="Select what is asked"
    )
    opens_on = forms.DateField(
        label="From which day on are people asked?",
        required_message="Enter the first day",
    )
    closes_on = forms.DateField(
        label="What is the last day on which answers are taken?",
        required_message="Enter the last day",
    )
    recommendations = forms.ModelMultipleChoiceField(
        None,
        label="To which recommendations does it speak?",
        help_text="What victims told shows beside these once it is released.",
        required_message="Select one or more recommendations",
    )

    def __init__(
        self, *args: Any, bodies: Any, recommendations: Any, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)
        field: Any = self.fields["recommendations"]
        field.queryset = recommendations
        field.label_from_instance = _called
        choices: Any = self.fields["instrument"]
        offered = {f"{one.name} {one.version}": one for one in current_instruments(today)}
        choices.choices = [(key, f"{one.stage.label}: {one.title}") for key, one in offered.items()]
        choices.presentation = replace(
            choices.presentation, hints={key: _speaks_to(one) for key, one in offered.items()}
        )

    def clean(self) -> dict[str, Any]:
        """Puts it together."""
        values = super().clean() or {}
        if self.errors:
            return values
        name, _, version = values["instrument"].partition(" ")
        values["new"] = NewSurvey(
            title=values["title"],
            instrument=instrument(name, int(version)),
            opens_on=values["opens_on"],
            closes_on=values["closes_on"],
            recommendations=list(values["recommendations"]),
        )
        return values


class MoveClosingDay(django.Form):
    """Another last day."""

    closes_on = forms.DateField(
        label="What is the last day now?", required_message="Enter the last day"
    )
    reason = forms.TextField(
        label="Why is it moved?",
        rows=3,
        max_length=1000,
        required_message="Say why it is moved",
    )


class GiveUp(django.Form):
    """Why a survey is given up."""

    reason = forms.TextField(
        label="Why is it given up?",
        help_text="What was answered is erased, and nobody has read it.",
        rows=3,
        max_length=1000,
        required_message="Say why it is given up",
    )


class _ByAService(django.Form):
    """What a worker does for a service."""

    organisation = forms.ModelChoiceField(
        None, label="For which service?", required_message="Select a service"
    )
    channel = forms.ChoiceField(
        label="How are they asked?",
        choices=[(one.value, one.label) for one in Channel],
        required_message="Select how they are asked",
    )

    def __init__(self, *args: Any, services: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "organisation", services)


class MakeCodes(_ByAService):
    """How many codes, for which channel."""

    number = forms.IntegerField(
        label="How many codes?",
        help_text="Make no more than you hand out soon.",
        width=3,
        min_value=1,
        max_value=MOST_CODES,
        required_message="Enter how many codes",
    )


class RecordAsked(_ByAService):
    """How many were asked, in groups."""

    number = forms.IntegerField(
        label="How many people did you ask?",
        help_text="Count those who did not want to, too. Count one or two months together.",
        width=4,
        min_value=1,
        max_value=MOST_ASKED,
        required_message="Enter how many people you asked",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for characteristic in Characteristic:
            for group, label in GROUPS[characteristic].items():
                self.fields[f"{_COUNT}{characteristic}_{group}"] = forms.IntegerField(
                    label=f"{characteristic.label}: how many were “{label}”?",
                    width=4,
                    min_value=0,
                    max_value=MOST_ASKED,
                    required=False,
                )

    def clean(self) -> dict[str, Any]:
        """Puts the groups together."""
        values = super().clean() or {}
        if self.errors:
            return values
        groups: GroupCounts = {
            characteristic: {
                group: values.pop(f"{_COUNT}{characteristic}_{group}") or 0
                for group in GROUPS[characteristic]
            }
            for characteristic in Characteristic
        }
        try:
            values["groups"] = checked_counts(values["number"], groups)
        except CountRefused as problem:
            self.add_error("number", str(problem))
        return values


def _speaks_to(asked: Instrument) -> str:
    numbers = " and ".join(asked.recommendations)
    return f"Speaks to what recommendations {numbers} of the joint inspection of July 2021 ask."


def _called(recommendation: Any) -> str:
    words = recommendation.text if len(recommendation.text) < 90 else recommendation.text[:89] + "…"
    return f"{recommendation.number or '–'}: {words}"
