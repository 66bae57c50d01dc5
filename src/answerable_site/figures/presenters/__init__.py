"""What the pages of data cuts show."""

from answerable_site.figures.presenters.cuts import (
    CutLine,
    ShownCut,
    cut_line,
    shown_cut,
    verified_in_words,
)
from answerable_site.figures.presenters.erasing import (
    ShownErasure,
    ShownToErase,
    shown_erasure,
    shown_to_erase,
)
from answerable_site.figures.presenters.queued import shown_queued

__all__ = [
    "CutLine",
    "ShownCut",
    "ShownErasure",
    "ShownToErase",
    "cut_line",
    "shown_cut",
    "shown_erasure",
    "shown_queued",
    "shown_to_erase",
    "verified_in_words",
]
