"""What is asked about responses of former days: a list, its sheet and columns, a single one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from django import forms as django
from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from answerable.documents.tables import MOST_ROWS, TABLE_LIMITS, Sheet
from answerable_site.design import forms
from answerable_site.responses.rules.past import Explained, PastAnswer, PastStanding
from answerable_site.responses.rules.takeover import LEAVE_OUT, Column, Columns, Outcome

_MEGABYTE: Final = 1024 * 1024
_SALT: Final = "answerable.responses.takeover"
_COLUMN: Final = "column_"
_NOT_KNOWN: Final = "not_known"
"""A choice needs a value on the page; what is not known has none elsewhere."""


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
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["body"].label_from_instance = lambda body: body.name  # type: ignore[attr-defined]
        if len(bodies) == 1:
            self.fields["body"].widget = django.HiddenInput()
            self.fields["body"].initial = bodies[0].pk

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
        """For a form field or an address: nobody can change it."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return signing.dumps(told, salt=_SALT, compress=True)

    @classmethod
    def from_signed(cls, text: str, *, max_age: timedelta) -> WaitingList | None:
        """The list of a signed field; None if it was changed, or signed longer ago than this.

        Args:
            text: the field.
            max_age: how long a signature counts.
        """
        try:
            return cls(**signing.loads(text, salt=_SALT, max_age=max_age))
        except signing.BadSignature:
            return None

    @property
    def chosen(self) -> dict[int, str]:
        """What a person chose for columns, by their position."""
        return {int(position): column for position, column in self.columns.items()}


class ChooseSheet(django.Form):
    """Which sheet of a workbook is the list."""

    list = django.CharField(widget=django.HiddenInput)
    sheet = forms.ChoiceField(label="Which sheet is the list?", required_message="Select a sheet")

    def __init__(self, *args: Any, sheets: Sequence[Sheet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [  # type: ignore[attr-defined]
            (sheet.name, f"{sheet.name} (hidden)" if sheet.is_hidden else sheet.name)
            for sheet in sheets
        ]


class ChooseColumns(django.Form):
    """What each column of the list tells."""

    list = django.CharField(widget=django.HiddenInput)

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

    list = django.CharField(widget=django.HiddenInput)


class FilterRows(django.Form):
    """Which rows of the list to show."""

    list = django.CharField(widget=django.HiddenInput)
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


class RecordPast(django.Form):
    """What is known of one response of former days."""

    published_on = forms.DateField(
        label="When was the response published? (optional)",
        help_text="The day on which it was first public. Leave it empty if you do not know.",
        required=False,
    )
    address = django.URLField(
        label="Web address of the response (optional)",
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    explained = forms.ChoiceField(
        label="Does it explain every recommendation?",
        choices=[(choice.value or _NOT_KNOWN, choice.label) for choice in Explained],
        initial=_NOT_KNOWN,
        help_text="For each: the action taken or proposed, or why there is none.",
        required=False,
    )
    invited_on = forms.DateField(
        label="When was the chief officer invited to comment? (optional)", required=False
    )
    comments_received_on = forms.DateField(
        label="When were the chief officer’s comments received? (optional)", required=False
    )
    copied_to_inspectors_on = forms.DateField(
        label="When did a copy go to the inspectors of constabulary? (optional)", required=False
    )
    copied_to_secretary_on = forms.DateField(
        label="When did a copy go to the Secretary of State? (optional)", required=False
    )
    reference = forms.CharField(
        label="Your reference (optional)",
        help_text="Loading a list again updates the response with this reference.",
        max_length=100,
        width=20,
        required=False,
    )
    note = forms.TextField(label="Note (optional)", rows=4, max_length=5000, required=False)
    file = forms.FileField(
        label="The response as it was published (optional)",
        help_text="It is kept exactly as you send it, and can be downloaded by your office.",
        required=False,
    )
    keep_document = forms.BooleanField(
        label="The document in the register is the response as it was published: keep a copy here",
        required=False,
    )

    def __init__(self, *args: Any, has_document: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_document:
            del self.fields["keep_document"]

    def clean_file(self) -> UploadedFile[Any] | None:
        """Larger files are refused before they are kept."""
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > settings.MAX_UPLOAD_BYTES:
            raise django.ValidationError(
                "The selected file must be smaller than "
                f"{settings.MAX_UPLOAD_BYTES // _MEGABYTE} MB"
            )
        return file

    @staticmethod
    def showing(answer: PastAnswer) -> dict[str, Any]:
        """The initial values that show what is known."""
        told = {name: getattr(answer, name) for name in PastAnswer.__slots__}
        return told | {"explained": answer.explained or _NOT_KNOWN}

    def answer(self) -> PastAnswer:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        return PastAnswer(
            reference=" ".join(typed["reference"].split()),
            published_on=typed["published_on"],
            address=typed["address"],
            invited_on=typed["invited_on"],
            comments_received_on=typed["comments_received_on"],
            explained=Explained(typed["explained"].removeprefix(_NOT_KNOWN)),
            copied_to_inspectors_on=typed["copied_to_inspectors_on"],
            copied_to_secretary_on=typed["copied_to_secretary_on"],
            note=typed["note"].strip(),
        )


class FilterPast(django.Form):
    """Which past responses to show, and in which order."""

    q = forms.CharField(label="Search titles and references", required=False, max_length=200)
    standing = forms.SelectField(label="Answer", required=False)
    missing = forms.SelectField(
        label="Missing",
        choices=[("", "Anything or nothing"), ("yes", "Something"), ("no", "Nothing")],
        required=False,
    )
    sort = forms.SelectField(
        label="Order",
        choices=[
            ("", "Newest report first"),
            ("oldest", "Oldest report first"),
            ("latest", "Latest answer first"),
            ("missing", "Most missing first"),
        ],
        required=False,
    )

    def __init__(self, data: Any, *, standings: Mapping[PastStanding, str]) -> None:
        super().__init__(data)
        self.fields["standing"].choices = [  # type: ignore[attr-defined]
            ("", "All"),
            *((standing.value, words) for standing, words in standings.items()),
        ]
