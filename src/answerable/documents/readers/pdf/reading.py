"""From the pages of a PDF to a `Document`."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pypdfium2

from answerable.documents.model import Block, BlockKind, Document, MediaType, Page, place
from answerable.documents.readers.hyphenation import Vocabulary, join_lines
from answerable.documents.readers.pdf.columns import columns_of
from answerable.documents.readers.pdf.glyphs import Glyphs, glyphs_of
from answerable.documents.readers.pdf.paragraphs import Piece, pieces_of
from answerable.documents.refusal import Reason, Unreadable


def document_of(pdf: pypdfium2.PdfDocument) -> Document:
    """The document in an opened PDF.

    Raises:
        Unreadable: it holds only pictures.
    """
    pages: list[Page] = []
    glyphs: list[Glyphs] = []
    for number in range(len(pdf)):
        page = pdf[number]
        found = glyphs_of(page)
        glyphs.append(found)
        pages.append(
            Page(number + 1, round(found.turning.width, 1), round(found.turning.height, 1))
        )
        page.close()
    if not any(found.fragments for found in glyphs):
        raise Unreadable(Reason.PICTURES_ONLY)
    body_size = _body_size(glyphs)
    pieces = [
        piece
        for number, found in enumerate(glyphs, 1)
        for column in columns_of(found.fragments)
        for piece in pieces_of(column, number, body_size)
    ]
    return Document(
        media_type=MediaType.PDF,
        pages=tuple(pages),
        blocks=place(_blocks(pieces)),
        title=_title(pdf),
    )


def _body_size(glyphs: list[Glyphs]) -> float:
    sizes = Counter[float]()
    for found in glyphs:
        for fragment in found.fragments:
            sizes[fragment.size] += len(fragment.text)
    return sizes.most_common(1)[0][0]


def _blocks(pieces: list[Piece]) -> list[Block]:
    vocabulary = Vocabulary(line.text for piece in pieces for line in piece.lines)
    return [
        Block(
            piece.kind,
            join_lines((line.text for line in piece.lines), vocabulary),
            piece.page,
            0,
            level=2 if piece.kind is BlockKind.HEADING else piece.level,
            style=piece.style,
            box=piece.box,
        )
        for piece in pieces
    ]


def _title(pdf: Any) -> str | None:
    title = pdf.get_metadata_dict().get("Title", "").strip()
    return title or None
