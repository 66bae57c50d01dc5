"""Heading levels, from how much larger and bolder than the text a heading is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from answerable.documents.model import BlockKind
from answerable.documents.readers.pdf.pieces import Piece

_DEEPEST: Final = 6
_STEP: Final = 0.7


def set_levels(pieces: Sequence[Piece], body_size: float) -> None:
    """Gives every heading its level: 1 for the largest size, one deeper for each smaller size."""
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    sizes: list[float] = []
    for size in sorted({piece.style.size or body_size for piece in headings}, reverse=True):
        if not sizes or sizes[-1] - size > _STEP:
            sizes.append(size)
    for piece in headings:
        size = piece.style.size or body_size
        rank = next(index for index, known in enumerate(sizes) if size >= known - _STEP)
        piece.level = min(rank + 1, _DEEPEST)
