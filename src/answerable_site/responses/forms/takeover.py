"""What is asked about a list of past responses: the file, its sheet, its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from django import forms as django
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from answerable.documents.tables import MOST_ROWS, TABLE_LIMITS, Sheet
from answerable_site.design import forms
from answerable_site.responses.rules.takeover import LEAVE_OUT, Column, Columns, Outcome

_MEGABYTE: Final = 1024 * 1024
_SALT: Final = "answerable.responses.takeover"
_COLUMN: Final = "column_"
_LONGEST: Final = 8 * 1024
"""Of a signed list: one that names every column is a fifth as long."""


class AddList(django.Form):
    """A list of past responses, and the body whose they are where there is a choice."""

    file = forms.FileField(
        label="List of past responses",
        help_text=(
            "A CSV file, an Excel workbook (.xlsx or .xls) or an OpenDocument spreadsheet (.ods), "
            f"up to {TABLE_LIMITS.size // _MEGABYTE} MB and {MOST_ROWS:,} rows."
        ),
        accept=".csv,.txt,.tsv,.xlsx,.xls,.ods",
        required_message="Select the list",
    )
    body = forms.ModelChoiceField(
        None,
        label="Which local policing body published these responses?",
        required_message="Select a body",
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)

    def clean_file(self) -> UploadedFile[Any]:
        """Larger files are refused before they are kept."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > TABLE_LIMITS.size:
            raise django.ValidationError(
                f"The selected file must be smaller than {TABLE_LIMITS.size // _MEGABYTE} MB"
            )
        return file


@dataclass(frozen=True, slots=True)
class WaitingList:
    """A list that waits to be confirmed, as a signed form field carries it from page to page."""

    stored_as: str
    name: str
    sha256: str
    body_id: int
    user_id: int
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """By the position of the column, the value of a `Column` or `LEAVE_OUT`, as chosen."""
    digest: str = ""
    """Of the plan that was shown; empty before one was."""

    def signed(self) -> str:
        """For a form field or an address: nobody can change it, but everybody can read it.

        So the name of the file is not in it.
        """
        told = {name: getattr(self, name) for name in self.__slots__ if name != "name"}
        return signing.dumps(told, salt=_SALT, compress=True)

    @classmethod
    def from_signed(cls, text: str, *, max_age: timedelta) -> WaitingList | None:
        """The list of a signed field, without its name; None if it was changed, or is too old.

        Args:
            text: the field.
            max_age: how long a signature counts.
        """
        try:
            return cls(name="", **signing.loads(text, salt=_SALT, max_age=max_age))
        except signing.BadSignature:
            return None

    @property
    def chosen(self) -> dict[int, str]:
        """What a person chose for columns, by their position."""
        return {int(position): column for position, column in self.columns.items()}


class ChooseSheet(django.Form):
    """Which sheet of a workbook is the list."""

    list = django.CharField(widget=django.HiddenInput, max_length=_LONGEST)
    sheet = forms.ChoiceField(label="Which sheet is the list?", required_message="Select a sheet")

    def __init__(self, *args: Any, sheets: Sequence[Sheet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [  # type: ignore[attr-defined]
            (sheet.name, f"{sheet.name} (hidden)" if sheet.is_hidden else sheet.name)
            for sheet in sheets
        ]


class ChooseColumns(django.Form):
    """What each column of the list tells."""

    list = django.CharField(widget=django.HiddenInput, max_length=_LONGEST)

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


class Load(django.Form):
    """The list as it was shown, to be loaded."""

    list = django.CharField(widget=django.HiddenInput, max_length=_LONGEST)


class FilterRows(django.Form):
    """Which rows of the list to show."""

    list = django.CharField(widget=django.HiddenInput, max_length=_LONGEST)
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
