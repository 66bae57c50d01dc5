"""Saying what is known of a source: a profile as a file."""

from __future__ import annotations

from typing import Any, Final

from django import forms as django
from django.core.files.uploadedfile import UploadedFile

from answerable_site.design import forms

LARGEST: Final = 1024 * 1024


class DescribeSource(django.Form):
    """A profile, of whose system it is, and about whose cases."""

    file = forms.FileField(
        label="Profile",
        help_text="A file in TOML or JSON, up to 1 MB. It is tried on its own samples first.",
        accept=".toml,.json",
        required_message="Select the profile",
    )
    organisation = forms.ModelChoiceField(
        None, label="Whose system is it?", required_message="Select an organisation"
    )
    force = forms.ModelSelectField(
        None,
        label="About whose cases are its rows?",
        required_message="Select a force",
    )
    urn_column = forms.CharField(
        label="Column that holds the URN",
        help_text="By its name in the profile. Leave it empty if no column does.",
        required=False,
        max_length=60,
    )

    def __init__(self, *args: Any, organisations: Any, forces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer_unless_single(self, "organisation", organisations)
        forms.offer_unless_single(self, "force", forces)

    def clean_file(self) -> UploadedFile[Any]:
        """Larger files are no profiles."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise django.ValidationError("The selected file must be smaller than 1 MB")
        return file
