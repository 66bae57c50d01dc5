"""Programmes, frames and draws, what reviewers said, what was released, and panels."""

from answerable_site.casereviews.models.panels import (
    Bundle,
    BundleSource,
    Conclusion,
    MemberScore,
    Panel,
    Sitting,
)
from answerable_site.casereviews.models.programmes import Programme
from answerable_site.casereviews.models.released import ReleasedReview, Theme
from answerable_site.casereviews.models.reviews import (
    FileReview,
    FrameEntry,
    Reconciliation,
    Score,
)

__all__ = [
    "Bundle",
    "BundleSource",
    "Conclusion",
    "FileReview",
    "FrameEntry",
    "MemberScore",
    "Panel",
    "Programme",
    "Reconciliation",
    "ReleasedReview",
    "Score",
    "Sitting",
    "Theme",
]
