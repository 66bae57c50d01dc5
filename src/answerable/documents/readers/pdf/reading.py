"""From the pages of a PDF to a `Document`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2

from answerable.documents.model import Block, BlockKind, Document, MediaType, Page, place
from answerable.documents.readers.hyphenation import Vocabulary, join_lines, tidy
from answerable.documents.readers.labels import with_plain_bullet
from answerable.documents.readers.pdf.drawings import Drawings, drawings_of
from answerable.documents.readers.pdf.fragments import Sighted, fragments_of
from answerable.documents.readers.pdf.furniture import Furnished, Sheet, unfurnished
from answerable.documents.readers.pdf.glyphs import direction_of, words_of
from answerable.documents.readers.pdf.headings import set_levels
from answerable.documents.readers.pdf.joins import joined
from answerable.documents.readers.pdf.layout import Surface, TableRows, laid_out
from answerable.documents.readers.pdf.pieces import Piece
from answerable.documents.readers.pdf.turning import Turning
from answerable.documents.refusal import Reason, Unreadable

_NOTE_NUMBER: Final = re.compile(r"^(\d{1,3}|[*†‡])(?=[^\W\d]|[“‘(])")
_MANY_UNSEEN: Final = 20
"""Dropped characters from which on a note tells of them."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A page as PDFium tells it."""

    sighted: Sighted
    drawings: Drawings
    turning: Turning


def document_of(pdf: pypdfium2.PdfDocument) -> Document:
    """The document in an opened PDF.

    Raises:
        Unreadable: it holds only pictures.
    """
    pages = [_page(pdf, number) for number in range(len(pdf))]
    if not any(page.sighted.fragments for page in pages):
        raise Unreadable(Reason.PICTURES_ONLY)
    body_size = _body_size(pages)
    sheets = [
        Sheet(page.sighted.fragments, page.turning.height, page.drawings.edges) for page in pages
    ]
    pieces = joined(_pieces(pages, unfurnished(sheets, body_size), body_size))
    set_levels(pieces, body_size)
    return Document(
        media_type=MediaType.PDF,
        pages=tuple(
            Page(number, round(page.turning.width, 1), round(page.turning.height, 1))
            for number, page in enumerate(pages, 1)
        ),
        blocks=place(_blocks(pieces)),
        title=_stated(pdf, "Title"),
        language=_language(pdf),
        notes=tuple(_notes(pages)),
    )


def _page(pdf: pypdfium2.PdfDocument, number: int) -> _Read:
    page = pdf[number]
    try:
        words = words_of(page)
        turning = Turning.of(page, direction_of(words))
        drawings = drawings_of(page, turning)
        return _Read(fragments_of(words, turning, drawings), drawings, turning)
    finally:
        page.close()


def _body_size(pages: Sequence[_Read]) -> float:
    sizes = Counter[float]()
    for page in pages:
        for fragment in page.sighted.fragments:
            sizes[fragment.size] += len(fragment.text)
    return sizes.most_common(1)[0][0]


def _pieces(
    pages: Sequence[_Read], furnished: Sequence[Furnished], body_size: float
) -> Iterator[Piece | TableRows]:
    for number, (page, sheet) in enumerate(zip(pages, furnished, strict=True), 1):
        furniture = [(kind, Piece([line], kind, number)) for kind, line in sheet.furniture]
        yield from (piece for kind, piece in furniture if kind is BlockKind.PAGE_HEADER)
        yield from laid_out(
            sheet.fragments, Surface(number, body_size, page.turning, page.drawings)
        )
        yield from (piece for kind, piece in furniture if kind is BlockKind.PAGE_FOOTER)


def _blocks(pieces: Sequence[Piece]) -> list[Block]:
    vocabulary = Vocabulary(line.text for piece in pieces for line in piece.all_lines)
    return [
        Block(
            piece.kind,
            _text(piece, vocabulary),
            piece.page,
            0,
            level=piece.level,
            style=piece.style,
            box=piece.box,
            cell=piece.cell,
        )
        for piece in pieces
    ]


def _text(piece: Piece, vocabulary: Vocabulary) -> str:
    text = tidy(join_lines((line.text for line in piece.all_lines), vocabulary))
    if piece.kind is BlockKind.FOOTNOTE:
        return _NOTE_NUMBER.sub(r"\1 ", text, count=1)
    return with_plain_bullet(text)


def _notes(pages: Sequence[_Read]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        if not page.sighted.fragments and page.drawings.pictures:
            yield f"Page {number} holds only a picture and was not read."
        if page.sighted.askew >= _MANY_UNSEEN:
            yield f"Text on page {number} that is turned on its side was not read."
        if page.sighted.unseen >= _MANY_UNSEEN:
            yield f"Text on page {number} that nobody can see was not read."


def _stated(pdf: Any, key: str) -> str | None:
    stated = str(pdf.get_metadata_dict().get(key, "")).strip()
    return stated if stated and stated.lower() not in ("(anonymous)", "untitled") else None


def _language(pdf: Any) -> str | None:
    import ctypes

    import pypdfium2.raw as pdfium

    length = pdfium.FPDFCatalog_GetLanguage(pdf.raw, None, 0)
    if not 2 < length < 100:
        return None
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFCatalog_GetLanguage(
        pdf.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    return buffer.raw.decode("utf-16-le", "replace").strip("\x00") or None
