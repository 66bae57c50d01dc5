"""Data cuts, and figures that were worked out from them, protected and released."""

from answerable_site.figures.models.cuts import CutKey, DataCut, Erasure, QueuedCut, Replanning
from answerable_site.figures.models.released import (
    LedgerEntry,
    ProtectedFigures,
    ReleasedFigures,
    Results,
)

__all__ = [
    "CutKey",
    "DataCut",
    "Erasure",
    "LedgerEntry",
    "ProtectedFigures",
    "QueuedCut",
    "ReleasedFigures",
    "Replanning",
    "Results",
]
