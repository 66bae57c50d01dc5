"""What is asked about any list from outside: the file, its body, its sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Any, ClassVar, Final, TypeVar

from django import forms as django
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from answerable.documents.tables import MOST_ROWS, TABLE_LIMITS, Sheet
from answerable_site.design import forms
from answerable_site.register.rules.lists import LEAVE_OUT, Columns

MEGABYTE: Final = 1024 * 1024
LONGEST_FIELD: Final = 8 * 1024
"""Of a signed list: one that names every column is a fifth as long."""
FORMATS: Final = (
    "A CSV file, an Excel workbook (.xlsx or .xls) or an OpenDocument spreadsheet (.ods), "
    f"up to {TABLE_LIMITS.size // MEGABYTE} MB and {MOST_ROWS:,} rows."
)
ACCEPTED: Final = ".csv,.txt,.tsv,.xlsx,.xls,.ods"
_COLUMN: Final = "column_"
Waiting = TypeVar("Waiting", bound="WaitingList")


class AddList(django.Form):
    """A list, and the body whose it is where there is a choice; those who inherit word both."""

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "body", bodies)

    def clean_file(self) -> UploadedFile[Any]:
        """Larger files are refused before they are kept."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > TABLE_LIMITS.size:
            raise django.ValidationError(
                f"The selected file must be smaller than {TABLE_LIMITS.size // MEGABYTE} MB"
            )
        return file


@dataclass(frozen=True, slots=True)
class WaitingList:
    """A list that waits to be confirmed, as a signed form field carries it from page to page."""

    SALT: ClassVar[str]
    """What the signature is for: one kind of list is never taken for another."""
    stored_as: str
    name: str
    sha256: str
    body_id: int
    user_id: int
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """By the position of the column, what it was chosen to tell."""
    digest: str = ""
    """Of the plan that was shown; empty before one was."""

    def signed(self) -> str:
        """For a form field or an address: nobody can change it, but everybody can read it.

        So the name of the file is not in it.
        """
        told = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "name"}
        return signing.dumps(told, salt=self.SALT, compress=True)

    @classmethod
    def from_signed(cls: type[Waiting], text: str, *, max_age: timedelta) -> Waiting | None:
        """The list of a signed field, without its name; None if it was changed, or is too old.

        Args:
            text: the field.
            max_age: how long a signature counts.
        """
        try:
            return cls(name="", **signing.loads(text, salt=cls.SALT, max_age=max_age))
        except signing.BadSignature:
            return None

    @property
    def chosen(self) -> dict[int, str]:
        """What a person chose for columns, by their position."""
        return {int(position): column for position, column in self.columns.items()}


class ChooseSheet(django.Form):
    """Which sheet of a workbook is the list."""

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)
    sheet = forms.ChoiceField(label="Which sheet is the list?", required_message="Select a sheet")

    def __init__(self, *args: Any, sheets: Sequence[Sheet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [  # type: ignore[attr-defined]
            (sheet.name, f"{sheet.name} (hidden)" if sheet.is_hidden else sheet.name)
            for sheet in sheets
        ]


class ChooseColumns(django.Form):
    """What each column of the list tells; those who inherit name what there is to tell."""

    EVERY: ClassVar[Sequence[Any]]
    """The members of an enumeration that is a `ListColumn`."""
    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)

    def __init__(self, *args: Any, columns: Columns[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {position: column for column, position in columns.places.items()}
        choices = [(LEAVE_OUT, "Leave out"), *((c.value, c.label) for c in self.EVERY)]
        for position, header in enumerate(columns.headers):
            if header:
                self.fields[f"{_COLUMN}{position}"] = forms.SelectField(
                    label=header if len(header) <= 60 else f"{header[:57]}…",
                    choices=choices,
                    initial=taken.get(position, LEAVE_OUT),
                )

    @classmethod
    def chosen(cls, query: Mapping[str, str]) -> dict[str, str]:
        """What the query of such a form says, by the position of the column."""
        known = {LEAVE_OUT, *cls.EVERY}
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

    list = django.CharField(widget=django.HiddenInput, max_length=LONGEST_FIELD)
