"""What is asked about a list of attendance: the file, its sheet, its columns."""

from __future__ import annotations

from django import forms as django

from answerable_site.design import forms
from answerable_site.register.forms import lists
from answerable_site.register.forms.lists import LONGEST_FIELD
from answerable_site.training.rules.intake import Column, Step


class AddList(lists.AddList):
    """A list of attendance, and the organisation whose it is where there is a choice."""

    file = forms.FileField(
        label="List of attendance",
        help_text=lists.FORMATS,
        accept=lists.ACCEPTED,
        required_message="Select the list",
    )
    body = forms.ModelChoiceField(
        None, label="Whose attendance is it?", required_message="Select an organisation"
    )


class WaitingList(lists.WaitingList):
    """A list of attendance that waits to be confirmed."""

    __slots__ = ()
    SALT = "answerable.training.intake"


class ChooseColumns(lists.ChooseColumns):
    """What each column of the list tells."""

    EVERY = tuple(Column)


class FilterRows(django.Form):
    """Which rows of the list to show."""

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)
    step = forms.SelectField(
        label="Show",
        choices=[
            ("", "All rows"),
            (Step.ADDED.value, "Rows that are added"),
            (Step.UPDATED.value, "Rows that update"),
            (Step.UNCHANGED.value, "Rows that change nothing"),
            (Step.REFUSED.value, "Rows with a mistake"),
        ],
        required=False,
    )
