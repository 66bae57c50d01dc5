"""What is asked about a list of past responses: the file, its sheet, its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms as django

from answerable_site.design import forms
from answerable_site.register.forms import lists
from answerable_site.register.forms.lists import LONGEST_FIELD
from answerable_site.responses.rules.takeover import LEAVE_OUT, Column, Columns, Outcome

_COLUMN: Final = "column_"


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


class ChooseColumns(django.Form):
    """What each column of the list tells."""

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)

    def __init__(self, *args: Any, columns: Columns, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {position: column for column, position in columns.places.items()}
        choices = [(LEAVE_OUT, "Leave out"), *((c.value, c.label) for c in Column)]
        for position, header in enumerate(columns.headers):
            if header:
                self.fields[f"{_COLUMN}{position}"] = forms.SelectField(
                    label=header if len(header) <= 60 else f"{header[:57]}…",
                    choices=choices,
                    initial=taken.get(position, LEAVE_OUT),
                )


def columns_chosen(query: Mapping[str, str]) -> dict[str, str]:
    """What the query of `ChooseColumns` says, by the position of the column."""
    known = {LEAVE_OUT, *Column}
    return {
        position: query[name]
        for name in query
        if (position := name.removeprefix(_COLUMN)) != name
        and position.isascii()
        and position.isdigit()
        and query[name] in known
    }


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
