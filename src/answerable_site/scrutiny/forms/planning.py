"""What is asked about a meeting, a series and who was there."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms as django
from django.core.validators import RegexValidator

from answerable_site.design import forms
from answerable_site.scrutiny.operations import MeetingPlan
from answerable_site.scrutiny.rules import MeetingKind, Openness, Presence

_TIME = RegexValidator(
    r"^([01]\d|2[0-3]):[0-5]\d$", "Enter the time with hours and minutes, like 14:30"
)


class ChangeMeeting(django.Form):
    """What is said of a meeting; it stays with its body and on its day."""

    title = forms.CharField(
        label="What is it called?",
        max_length=200,
        required_message="Enter what the meeting is called",
    )
    kind = forms.ChoiceField(
        label="What kind of meeting is it?",
        choices=[(kind.value, kind.label) for kind in MeetingKind],
        required_message="Select the kind of meeting",
    )
    openness = forms.ChoiceField(
        label="Can the public follow it?",
        choices=[(one.value, one.label) for one in Openness],
        hints={
            Openness.PUBLIC: "Items are public unless you say otherwise.",
            Openness.PARTLY_PUBLIC: "Items are not public unless you say otherwise.",
            Openness.CLOSED: "Nothing of it can be published here.",
        },
        required_message="Select whether the public can follow it",
    )
    begins = forms.CharField(
        label="When does it begin?",
        help_text="In UK time, for example 14:30. Leave this empty if you do not know yet.",
        width=5,
        max_length=5,
        required=False,
        validators=[_TIME],
    )
    place = forms.CharField(label="Where is it?", max_length=200, required=False)
    link = django.URLField(
        label="Link at which it can be followed",
        help_text="The public page shows it.",
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def plan_on(self, on: date) -> MeetingPlan:
        """What was said of a meeting on a civil date, once it is valid."""
        given = self.cleaned_data
        return MeetingPlan(
            title=given["title"],
            kind=MeetingKind(given["kind"]),
            openness=Openness(given["openness"]),
            on=on,
            begins=given["begins"],
            place=given["place"],
            link=given["link"],
        )


class PlanMeeting(ChangeMeeting):
    """A new meeting."""

    body = forms.ModelChoiceField(
        None, label="Whose meeting is it?", required_message="Select a local policing body"
    )
    on = forms.DateField(
        label="On which day is it?", required_message="Enter the day of the meeting"
    )
    field_order = ("body", "title", "kind", "openness", "on")

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset = bodies
        field.label_from_instance = name_of
        if len(bodies) == 1:
            field.widget = django.HiddenInput()
            field.initial = bodies[0].pk

    @property
    def plan(self) -> MeetingPlan:
        """What was said, once it is valid."""
        return self.plan_on(self.cleaned_data["on"])


class MoveMeeting(django.Form):
    """Another day, and why."""

    to_on = forms.DateField(label="To which day?", required_message="Enter the new day")
    begins = forms.CharField(
        label="When does it begin?",
        help_text="In UK time, for example 14:30. Leave this empty if you do not know yet.",
        width=5,
        max_length=5,
        required=False,
        validators=[_TIME],
    )
    reason = forms.TextField(
        label="Why is it moved?",
        help_text="Where the public was told of the meeting, it reads this too.",
        max_length=500,
        rows=3,
        required_message="Say why it is moved",
    )


class CallOff(django.Form):
    """Why a meeting is not held."""

    reason = forms.TextField(
        label="Why is it called off?",
        help_text="Where the public was told of the meeting, it reads this too.",
        max_length=500,
        rows=3,
        required_message="Say why it is called off",
    )


class AddSeries(PlanMeeting):
    """A series, with its first meeting."""

    every_weeks = forms.IntegerField(
        label="How many weeks are between two meetings?",
        width=2,
        min_value=1,
        max_value=104,
        required_message="Enter the weeks between two meetings",
    )


class Attend(django.Form):
    """Somebody who was there, or sent apologies."""

    name = forms.CharField(label="Name", max_length=200, required_message="Enter the name")
    office_title = forms.CharField(
        label="Office", help_text="Such as Chief Constable", max_length=200, required=False
    )
    organisation = forms.CharField(
        label="Organisation", max_length=200, required_message="Enter the organisation"
    )
    presence = forms.ChoiceField(
        label="Were they there?",
        choices=[(one.value, one.label) for one in Presence],
        inline=True,
        required_message="Select whether they were there",
    )


def name_of(organisation: Any) -> str:
    """What an organisation is called, as the label of a choice."""
    name: str = organisation.name
    return name
