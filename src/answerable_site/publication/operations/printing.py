"""A signed document as the page and the files that the public receives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from answerable.writing.blocks import WrittenDocument
from answerable.writing.brand import Brand
from answerable.writing.canonical import content_hash
from answerable.writing.docx import to_docx
from answerable.writing.html import to_html
from answerable.writing.odt import to_odt
from answerable.writing.pdf import to_pdf
from answerable_site.publication.models import (
    EditionFile,
    PublicEdition,
    PublicResponse,
    PublishedFile,
)
from answerable_site.publication.rules import FileFormat, SignatureFacts


class NotWhatWasSigned(ValueError):
    """The document handed over is not the one that was signed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The page of one version, and its files."""

    html: str
    files: dict[FileFormat, bytes]

    @classmethod
    def of(cls, document: WrittenDocument, signed: SignatureFacts, *, brand: Brand) -> Printed:
        """Make the page and all files of a document, if it is the one that was signed.

        Raises:
            NotWhatWasSigned: it has another hash.
            answerable.writing.pdf.NotPrinted: the PDF cannot be made.
        """
        if content_hash(document) != signed.content_hash:
            raise NotWhatWasSigned(
                "The document is not the one that was signed. Prepare it again and have it signed."
            )
        return cls.made(document, brand=brand)

    @classmethod
    def made(cls, document: WrittenDocument, *, brand: Brand) -> Printed:
        """Make the page and all files of a document that nobody signs.

        Raises:
            answerable.writing.pdf.NotPrinted: the PDF cannot be made.
        """
        return cls(
            html=to_html(document, start_level=2),
            files={
                FileFormat.PDF: to_pdf(document, brand=brand),
                FileFormat.DOCX: to_docx(document, brand=brand),
                FileFormat.ODT: to_odt(document, brand=brand),
            },
        )

    def keep(self, response: PublicResponse) -> None:
        """Keep the files beside the version that they belong to."""
        PublishedFile.objects.bulk_create(
            PublishedFile(
                response=response,
                format=format_,
                content=content,
                size=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
            )
            for format_, content in self.files.items()
        )

    def keep_edition(self, edition: PublicEdition) -> None:
        """Keep the files beside the edition of a meeting that they belong to."""
        EditionFile.objects.bulk_create(
            EditionFile(
                edition=edition,
                format=format_,
                content=content,
                size=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
            )
            for format_, content in self.files.items()
        )
