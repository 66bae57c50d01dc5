"""Which file is made anew how; inside the limited child."""

from __future__ import annotations

from typing import Final

from answerable.documents.refusal import Reason, Unreadable
from answerable.leaks.remaking.pdf import remade_pdf
from answerable.leaks.remaking.pictures import remade_picture

_PDF_WITHIN: Final = 1024
_PICTURES: Final = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"BM",
    b"II*\0",
    b"MM\0*",
)


def remade_here(data: bytes) -> bytes:
    """A PDF, PNG or JPEG that was made here.

    Raises:
        Unreadable: the file is of another kind, or has what nobody sees.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return remade_pdf(data)
    if data.startswith(_PICTURES):
        return remade_picture(data)
    raise Unreadable(
        Reason.UNKNOWN_TYPE,
        "Only PDF files and pictures are made anew. Word and OpenDocument files are rendered from "
        "their words, and a spreadsheet is never published: publish its figures as a table.",
    )
