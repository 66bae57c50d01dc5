"""Finding words: one interface, two engines."""

from answerable_site.fulltext.asked import Asked, Term, understood
from answerable_site.fulltext.index import FEW, Index
from answerable_site.fulltext.marking import Marked, Piece, mark

__all__ = ["FEW", "Asked", "Index", "Marked", "Piece", "Term", "mark", "understood"]
