"""Opens a PDF, or says why not."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium

from answerable.documents.refusal import Reason, Unreadable


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The PDF in these bytes.

    Raises:
        Unreadable: it is protected with a password, damaged or without pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        asks_password = getattr(error, "err_code", None) in (
            pdfium.FPDF_ERR_PASSWORD,
            pdfium.FPDF_ERR_SECURITY,
        )
        raise Unreadable(Reason.PROTECTED if asks_password else Reason.DAMAGED) from error
    if pages == 0:
        raise Unreadable(Reason.DAMAGED)
    return document
