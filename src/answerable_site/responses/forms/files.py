"""A file that proves something."""

from __future__ import annotations

from typing import Any

from django import forms as django
from django.conf import settings

from answerable_site.design import forms
from answerable_site.responses.operations import ReceivedFile
from answerable_site.responses.rules.files import MOST_BYTES

_MEGABYTE = 1024 * 1024


def most_bytes() -> int:
    """The size from which a file is refused."""
    return min(MOST_BYTES, settings.MAX_UPLOAD_BYTES)


class ProofField(forms.FileField):
    """A file of any content, kept as it is; its answer is what operations take."""

    def __init__(self, *, label: str, about: str, **options: Any) -> None:
        limit = f"Any kind of file up to {most_bytes() // _MEGABYTE} MB."
        super().__init__(label=label, help_text=f"{about} {limit}", **options)

    def clean(self, data: Any, initial: Any = None) -> ReceivedFile | None:
        """The file, or None where none was added."""
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > most_bytes():
            raise django.ValidationError(
                f"The selected file must be smaller than {most_bytes() // _MEGABYTE} MB"
            )
        return ReceivedFile(name=file.name, content=file.read())
