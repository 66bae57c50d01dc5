"""Sending an extract: the file, its source, its day, and what it corrects."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django import forms as django
from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from answerable_site.design import forms
from answerable_site.design.dates import date_in_words
from answerable_site.intake.rules import SentExtract

if TYPE_CHECKING:
    from answerable_site.intake.models import Batch, Source

_MEGABYTE: Final = 1024 * 1024
_LONGEST_FIELD: Final = 4 * 1024
_SALT: Final = "answerable.intake"


class SendExtract(django.Form):
    """A file of a source."""

    file = forms.FileField(
        label="Extract",
        help_text=(
            "CSV, Excel, OpenDocument or Parquet, or a ZIP with one of them, up to "
            f"{settings.MAX_EXTRACT_BYTES // _MEGABYTE} MB. Load longer files with the command."
        ),
        accept=".csv,.txt,.tsv,.xlsx,.xls,.ods,.parquet,.zip",
        required_message="Select the extract",
    )
    source = forms.ModelChoiceField(
        None, label="Which source is it from?", required_message="Select a source"
    )
    as_at = forms.DateField(
        label="Day of the extract",
        help_text="What is dated later is doubtful.",
        required_message="Enter the day of the extract",
    )
    sheet = forms.CharField(
        label="Sheet of a workbook, or file of a ZIP",
        help_text="Only where there are several.",
        required=False,
        max_length=200,
    )
    supersedes = forms.ModelSelectField(
        None,
        label="Does it correct an earlier load?",
        help_text="What that load told of cases in this file, and this file does not, goes.",
        required=False,
    )

    def __init__(self, *args: Any, sources: Any, loads: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer(self, "source", sources)
        forms.offer(self, "supersedes", loads)
        corrected: Any = self.fields["supersedes"]
        corrected.empty_label = "No"
        corrected.label_from_instance = _load_in_words
        asked: Any = self.fields["source"]
        asked.label_from_instance = _source_in_words
        if len(sources) == 1:
            asked.initial = sources[0].pk

    def clean_file(self) -> UploadedFile[Any]:
        """Larger files are refused before they are kept."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > settings.MAX_EXTRACT_BYTES:
            raise django.ValidationError(
                f"The selected file must be smaller than {settings.MAX_EXTRACT_BYTES // _MEGABYTE} "
                "MB. Load it with the command, or ask for an extract of a shorter time."
            )
        return file


def _load_in_words(one: Batch) -> str:
    return f"Yes, load {one.pk}: {one.source.name} of {date_in_words(one.as_at)}"


def _source_in_words(one: Source) -> str:
    if one.organisation_id == one.force_id:
        return f"{one.name}, {one.organisation.name}"
    return f"{one.name}, {one.organisation.name}, about {one.force.name}"


@dataclass(frozen=True, slots=True)
class WaitingExtract(SentExtract):
    """An extract that waits to be confirmed, as a signed field carries it from page to page."""

    def signed(self) -> str:
        """For a form field or an address: nobody can change it, but everybody can read it."""
        return signing.dumps(asdict(self), salt=_SALT, compress=True)

    @classmethod
    def from_signed(cls, text: str, *, max_age: timedelta) -> WaitingExtract | None:
        """The extract of a signed field; None if it was changed, or is too old."""
        try:
            return cls(**signing.loads(text, salt=_SALT, max_age=max_age))
        except signing.BadSignature:
            return None


class Confirm(django.Form):
    """The extract as it was shown, to be loaded."""

    extract = django.CharField(widget=django.HiddenInput, max_length=_LONGEST_FIELD)
