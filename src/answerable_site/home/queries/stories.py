"""The whole story of a recommendation: what came of it in every room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.measures.definitions import DEFINITIONS
from answerable_site.figures.queries import forces_read_by, standing_figures
from answerable_site.figures.rules import (
    Recommended,
    ToldMeasure,
    measures_serving,
    told_measure,
)
from answerable_site.followup.models import Commitment
from answerable_site.followup.queries import commitments_visible_to
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicFeedback
from answerable_site.publication.queries import findings_by_recommendation
from answerable_site.publication.rules import FeedbackFinding
from answerable_site.register.models import Recommendation
from answerable_site.responses.queries import due_for
from answerable_site.responses.rules.states import Due


@dataclass(frozen=True, slots=True)
class FiguresOfForce:
    """What the measures of a recommendation show of one force."""

    force: str
    told: tuple[ToldMeasure, ...]
    untold: tuple[str, ...]
    """Titles of the measures of which no figure was released that the viewer may read."""


@dataclass(frozen=True, slots=True)
class Story:
    """What came of a recommendation, as far as a viewer may read it."""

    recommendation: Recommendation
    answers: tuple[Due, ...]
    """Of each body that answers its report."""
    commitments: tuple[Commitment, ...]
    figures: tuple[FiguresOfForce, ...]
    """Empty where no measure serves it."""
    told: tuple[tuple[PublicFeedback, FeedbackFinding], ...] = ()
    """What is public of what victims told on it."""


def story_of(viewer: Viewer, recommendation: Recommendation, *, on: date) -> Story:
    """What came of a recommendation that the viewer sees; the number of queries does not depend
    on how many recommendations, commitments, measures or releases there are.

    Args:
        recommendation: with its `inspection`.
        on: the civil date (Europe/London) that days are counted on.
    """
    commitments = tuple(
        commitments_visible_to(viewer)
        .filter(recommendation=recommendation)
        .select_related("organisation", "owner", "limb")
        .defer("organisation__logo")
        .prefetch_related("evidence")
        .order_by("limb__position", "organisation__name", "pk")
    )
    return Story(
        recommendation=recommendation,
        answers=tuple(
            one
            for one in due_for(viewer, on=on)
            if one.inspection_id == recommendation.inspection_id
        ),
        commitments=commitments,
        figures=_figures(viewer, _measures(recommendation, commitments)),
        told=tuple(findings_by_recommendation().get(recommendation.pk, ())),
    )


def _measures(
    recommendation: Recommendation, commitments: tuple[Commitment, ...]
) -> tuple[str, ...]:
    """Those whose definitions name it, and those of figures that were handed over about it."""
    return measures_serving(
        Recommended(
            recommendation.number,
            recommendation.published_on,
            tuple(recommendation.inspection.inspectorates),
        ),
        handed=(one.measure for about in commitments for one in about.evidence.all()),
    )


def _figures(viewer: Viewer, measures: tuple[str, ...]) -> tuple[FiguresOfForce, ...]:
    if not measures:
        return ()
    return tuple(_of_force(viewer, one.pk, one.name, measures) for one in forces_read_by(viewer))


def _of_force(
    viewer: Viewer, force_id: int, name: str, measures: tuple[str, ...]
) -> FiguresOfForce:
    standing = standing_figures(viewer, force_id=force_id, measures=measures)
    return FiguresOfForce(
        force=name,
        told=tuple(told_measure(standing[one]) for one in measures if one in standing),
        untold=tuple(DEFINITIONS[one].title for one in measures if one not in standing),
    )
