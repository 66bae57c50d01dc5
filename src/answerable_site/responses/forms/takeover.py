"""What is asked about a list of past responses: the file, its sheet, its columns."""

from __future__ import annotations

from django import forms as django

from answerable_site.design import forms
from answerable_site.register.forms import lists
from answerable_site.register.forms.lists import LONGEST_FIELD
from answerable_site.responses.rules.takeover import Column, Outcome


class AddList(lists.AddList):
    """A list of past responses, and the body whose they are where there is a choice."""

    file = forms.FileField(
        label="List of past responses",
        help_text=lists.FORMATS,
        accept=lists.ACCEPTED,
        required_message="Select the list",
    )
    body = forms.ModelChoiceField(
        None,
        label="Which local policing body published these responses?",
        required_message="Select a body",
    )


class WaitingList(lists.WaitingList):
    """A list of past responses that waits to be confirmed."""

    __slots__ = ()
    SALT = "answerable.responses.takeover"


class ChooseColumns(lists.ChooseColumns):
    """What each column of the list tells."""

    EVERY = tuple(Column)


class FilterRows(django.Form):
    """Which rows of the list to show."""

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)
    outcome = forms.SelectField(
        label="Show",
        choices=[
            ("", "All rows"),
            (Outcome.ADDED.value, "Rows that are added"),
            (Outcome.UPDATED.value, "Rows that update"),
            (Outcome.UNCHANGED.value, "Rows that change nothing"),
            (Outcome.REFUSED.value, "Rows with a mistake"),
        ],
        required=False,
    )
