"""Pictures of PDF pages."""

from __future__ import annotations

import io

import pypdfium2

from answerable.documents.limits import Limits
from answerable.documents.model import MediaType
from answerable.documents.readers.pdf.opening import opened
from answerable.documents.recognition import recognise
from answerable.documents.refusal import Reason, Unreadable

_NARROWEST, _WIDEST = 50, 3000
_TALLEST = 6000


def picture_of(data: bytes, page: int, width: int, limits: Limits) -> bytes:
    """A PNG of one page, made in this very process.

    Args:
        data: the file.
        page: counted from 1.
        width: in pixels; brought between 50 and 3,000.
        limits: for recognising the file.

    Raises:
        Unreadable: the file is no PDF, cannot be opened or has no such page.
    """
    if recognise(data, limits) is not MediaType.PDF:
        raise Unreadable(Reason.NO_PICTURE)
    document = opened(data)
    if not 1 <= page <= len(document):
        raise Unreadable(
            Reason.NO_PICTURE, f"The file has {len(document)} pages, so there is no page {page}."
        )
    bitmap = _drawn(document[page - 1], max(_NARROWEST, min(_WIDEST, width)))
    with io.BytesIO() as file:
        bitmap.to_pil().save(file, format="PNG")
        return file.getvalue()


def _drawn(page: pypdfium2.PdfPage, width: int) -> pypdfium2.PdfBitmap:
    across, down = page.get_size()
    scale = min(width / max(across, 1), _TALLEST / max(down, 1))
    return page.render(scale=scale, may_draw_forms=False)
