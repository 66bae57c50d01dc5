"""Adding a document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from answerable_site.design import forms as design

_MEGABYTE = 1024 * 1024


class AddDocument(forms.Form):
    """A file of any content, and the body that receives it where there is a choice."""

    file = design.FileField(
        label="Inspection report, letter or response",
        help_text=(
            "A PDF, Word (.docx), ODT or HTML file, an e-mail or plain text, "
            f"up to {settings.MAX_UPLOAD_BYTES // _MEGABYTE} MB. It is kept exactly as you send it."
        ),
        accept=".pdf,.docx,.odt,.html,.htm,.eml,.txt",
    )
    body = design.ModelChoiceField(
        None, label="Which local policing body receives it?", required_message="Select a body"
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        design.offer_unless_single(self, "body", bodies)

    def clean_file(self) -> UploadedFile[Any]:
        """Larger files are refused before they are kept."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                "The selected file must be smaller than "
                f"{settings.MAX_UPLOAD_BYTES // _MEGABYTE} MB"
            )
        return file
