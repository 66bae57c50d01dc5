"""Evidence: a file as it came, or an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from answerable_site.design import forms as design

_MEGABYTE = 1024 * 1024
LONGEST_ADDRESS = 500


class EvidenceFile(design.FileField):
    """A file of any content, kept exactly as it was sent."""

    def __init__(self, **options: Any) -> None:
        limit = f"Any kind of file, up to {settings.MAX_UPLOAD_BYTES // _MEGABYTE} MB."
        super().__init__(help_text=f"{limit} It must not tell who a victim is.", **options)

    def clean(self, data: Any, initial: Any = None) -> UploadedFile[Any] | None:
        """The file; larger ones are refused before they are kept."""
        file: UploadedFile[Any] | None = super().clean(data, initial)
        if file and (file.size or 0) > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                "The selected file must be smaller than "
                f"{settings.MAX_UPLOAD_BYTES // _MEGABYTE} MB"
            )
        return file or None


class AddressField(forms.URLField):
    """The address of a page or a document."""

    def __init__(self, *, required_message: str = "", **options: Any) -> None:
        if required_message:
            options["error_messages"] = {"required": required_message}
        super().__init__(max_length=LONGEST_ADDRESS, assume_scheme="https", **options)
