"""A signed document as the files that the public receives."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import content_hash
from answerable.writing.html import to_html
from answerable.writing.pdf import to_pdf
from answerable_site.publication.rules import SignatureFacts


class NotWhatWasSigned(ValueError):
    """The document handed over is not the one that was signed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The files of one version."""

    html: str
    pdf: bytes

    @classmethod
    def of(cls, document: WrittenDocument, signed: SignatureFacts) -> Printed:
        """Make the files of a document, if it is the one that was signed.

        Raises:
            NotWhatWasSigned: it has another hash.
            answerable.writing.pdf.NotPrinted: the PDF cannot be made.
        """
        if content_hash(document) != signed.content_hash:
            raise NotWhatWasSigned(
                "The document is not the one that was signed. Prepare it again and have it signed."
            )
        return cls(html=to_html(document, start_level=2), pdf=to_pdf(document))
