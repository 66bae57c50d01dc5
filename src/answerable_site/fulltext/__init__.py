"""Finding words: one interface, two engines."""

from answerable_site.fulltext.asked import LONGEST, Asked, Term, understood
from answerable_site.fulltext.index import Index
from answerable_site.fulltext.marking import Marked, Piece, mark
from answerable_site.fulltext.saying import why_nothing_was_asked

__all__ = [
    "LONGEST",
    "Asked",
    "Index",
    "Marked",
    "Piece",
    "Term",
    "mark",
    "understood",
    "why_nothing_was_asked",
]
