"""A kept file as a page names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

if TYPE_CHECKING:
    from answerable_site.responses.models import KeptFile
    from answerable_site.responses.queries import Dossier


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file that proves a step."""

    name: str
    href: str
    size: str
    sha256: str


def shown_file(file: KeptFile, held: Dossier) -> ShownFile:
    """A file kept for a response."""
    return ShownFile(
        name=file.name,
        href=reverse("responses:file", args=[held.inspection.pk, held.body.slug, file.pk]),
        size=filesizeformat(file.size),
        sha256=file.sha256,
    )
