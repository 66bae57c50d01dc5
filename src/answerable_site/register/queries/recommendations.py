"""Reads of recommendations and what belongs to them."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from answerable_site.people.rules import Role, Viewer
from answerable_site.register import search
from answerable_site.register.models import (
    Addressee,
    Inspection,
    Recommendation,
    Theme,
)
from answerable_site.register.queries.inspections import inspections_visible_to
from answerable_site.register.rules import RecommendationKind, similar


def recommendations_visible_to(viewer: Viewer) -> QuerySet[Recommendation]:
    """Standing recommendations of visible inspections."""
    return Recommendation.objects.filter(inspection__in=inspections_visible_to(viewer))


def whole_recommendations(viewer: Viewer) -> QuerySet[Recommendation]:
    """Visible recommendations with all that their own page shows."""
    return (
        recommendations_visible_to(viewer)
        .select_related("inspection", "inspection__document", "parent", "created_by")
        .prefetch_related(
            "limbs",
            Prefetch(
                "addressees",
                queryset=Addressee.objects.prefetch_related("statements__recorded_by"),
            ),
            "working_deadlines__set_by",
            "links_from__to_recommendation__inspection",
            "links_from__recorded_by",
            "links_to__from_recommendation__inspection",
            "links_to__recorded_by",
            "corrections__corrected_by",
            "decisions__decided_by",
            "children",
        )
    )


def recommendations_of(inspection: Inspection) -> QuerySet[Recommendation]:
    """Standing recommendations of an inspection that the caller may see, in printed order."""
    return inspection.recommendations.prefetch_related(
        "addressees", "limbs", "working_deadlines"
    ).select_related("inspection")


def causes_of_concern(
    inspection: Inspection, except_for: int | None = None
) -> QuerySet[Recommendation]:
    """What recommendations of this inspection may stand under."""
    causes = inspection.recommendations.filter(kind=RecommendationKind.CAUSE_OF_CONCERN)
    return causes if except_for is None else causes.exclude(pk=except_for)


def linkable_recommendations(
    viewer: Viewer, recommendation: Recommendation, typed: str
) -> QuerySet[Recommendation]:
    """Visible recommendations of the same day or before that hold the words typed, if any."""
    visible = recommendations_visible_to(viewer)
    return (
        (search.matching(visible, typed) if typed else visible)
        .filter(inspection__published_on__lte=recommendation.inspection.published_on)
        .exclude(pk=recommendation.pk)
        .select_related("inspection")
        .order_by("-inspection__published_on", "position")
    )


def similar_recommendations(
    viewer: Viewer, recommendation: Recommendation
) -> list[tuple[Recommendation, int]]:
    """Visible recommendations of the same day or before that are worded alike and not linked yet,
    the closest first, each with how alike it is in 100."""
    linked = recommendation.links_from.values("to_recommendation")
    earlier = (
        recommendations_visible_to(viewer)
        .filter(inspection__published_on__lte=recommendation.inspection.published_on)
        .exclude(pk=recommendation.pk)
        .exclude(pk__in=linked)
    )
    found = similar(recommendation.text, dict(earlier.values_list("pk", "text")))
    rows = earlier.select_related("inspection").in_bulk([one.key for one in found])
    return [(rows[one.key], one.alike) for one in found]


def addressees_visible_to(viewer: Viewer) -> QuerySet[Addressee]:
    """Addressees of visible recommendations."""
    return Addressee.objects.filter(
        recommendation__in=recommendations_visible_to(viewer)
    ).select_related("recommendation__inspection", "limb")


def themes_of(viewer: Viewer) -> QuerySet[Theme]:
    """The themes of the bodies that the viewer works for."""
    return Theme.objects.filter(
        held_by__in=viewer.organisations_where(Role.RESPONSE_OFFICER, Role.HOLDER, Role.PUBLISHER)
    )
