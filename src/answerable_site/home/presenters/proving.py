"""A released figure as evidence, and the commitments that it may be evidence of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from answerable.measures.groups import all_in_words
from answerable_site.followup.operations import NewEvidence
from answerable_site.followup.presenters import caption_of
from answerable_site.followup.rules import EvidenceKind

if TYPE_CHECKING:
    from answerable_site.figures.models import ReleasedFigures
    from answerable_site.figures.rules import ShownFigure
    from answerable_site.followup.models import Commitment


def commitment_in_words(commitment: Commitment) -> str:
    """Whose commitment it is, about what, and what was promised."""
    return f"{caption_of(commitment)}: {commitment.summary}"


def figure_as_evidence(released: ReleasedFigures, figure: ShownFigure, *, site: str) -> NewEvidence:
    """A figure as evidence: what it says, and where it is read.

    Args:
        site: the address of the site, without a slash at its end.
    """
    by = f", by {all_in_words(figure.by)}" if figure.by else ""
    return NewEvidence(
        kind=EvidenceKind.MEASURE,
        title=f"{figure.title}{by}",
        on=figure.as_of,
        words=figure.sentence,
        address=f"{site}{reverse('figures:released', args=[released.pk])}",
        measure=figure.measure,
    )
