"""What a body answered before to the same recommendation, under whatever number it stood then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicResponse
from answerable_site.register.models import Recommendation, RecommendationLink
from answerable_site.register.queries import recommendations_visible_to
from answerable_site.register.rules import RecommendationLinkKind
from answerable_site.responses.models import Exclusion, Explanation, PublishedVersion, Response


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """One earlier recommendation, and what the body answered to it."""

    recommendation: Recommendation
    """With its inspection."""
    relation: RecommendationLinkKind
    """How the recommendation that leads to it relates to it."""
    steps: int
    """How many links away it stands; 1 for one that is linked itself."""
    response: Response | None
    """The body's response to its inspection, if anybody has begun one."""
    published: PublicResponse | None
    """The latest published version, withdrawn ones included."""
    explanation: Explanation | None
    """The answer in the published version; before there is one, the latest draft."""
    left_out: bool
    """Passages of it were not published."""


@dataclass(frozen=True, slots=True)
class _Found:
    recommendation: Recommendation
    relation: RecommendationLinkKind
    steps: int


def earlier_answers(
    viewer: Viewer, body: Organisation, recommendation_id: int
) -> tuple[EarlierAnswer, ...]:
    """What a body answered to the recommendations that one repeats, grew from or takes the place
    of, and to the same finding in other reports; the latest report first.

    Links are followed on and on, but never through a report that the viewer may not see. The
    number of queries grows with the length of the chain, not with what is found.
    """
    found = _chain(viewer, recommendation_id)
    responses = {
        response.inspection_id: response
        for response in Response.objects.filter(
            body=body, inspection__in={one.recommendation.inspection_id for one in found}
        ).select_related("inspection", "body")
    }
    published = _published(responses.values())
    explanations = _explanations(responses.values(), found)
    exclusions = tuple(Exclusion.objects.filter(response__in=list(responses.values())))
    answers = (_answer(one, responses, published, explanations, exclusions) for one in found)
    return tuple(
        sorted(
            answers,
            key=lambda one: (one.recommendation.published_on, -one.steps),
            reverse=True,
        )
    )


def _chain(viewer: Viewer, recommendation_id: int) -> tuple[_Found, ...]:
    found: dict[int, _Found] = {}
    reached, steps = {recommendation_id}, 0
    while reached:
        steps += 1
        next_ones = {
            key: kind
            for key, kind in _linked(reached)
            if key != recommendation_id and key not in found
        }
        visible = (
            recommendations_visible_to(viewer).filter(pk__in=next_ones).select_related("inspection")
        )
        reached = set()
        for one in visible:
            found[one.pk] = _Found(one, next_ones[one.pk], steps)
            reached.add(one.pk)
    return tuple(found.values())


def _linked(keys: set[int]) -> Iterable[tuple[int, RecommendationLinkKind]]:
    """From each to earlier ones; the same finding counts from either side."""
    same = RecommendationLinkKind.SAME_FINDING
    links = RecommendationLink.objects.filter(
        Q(from_recommendation__in=keys) | Q(to_recommendation__in=keys, kind=same)
    ).order_by("pk")
    for link in links:
        kind = RecommendationLinkKind(link.kind)
        if link.from_recommendation_id in keys:
            yield link.to_recommendation_id, kind
        if kind is same and link.to_recommendation_id in keys:
            yield link.from_recommendation_id, kind


def _published(responses: Iterable[Response]) -> dict[int, PublishedVersion]:
    """The latest published version of each response, by the response."""
    versions = (
        PublishedVersion.objects.filter(signature__preparation__response__in=list(responses))
        .select_related("public_response__inspection", "signature__preparation")
        .defer(
            "public_response__html",
            "public_response__document",
            "signature__document",
            "signature__preparation__document",
        )
        .order_by("public_response__version")
    )
    return {version.signature.preparation.response_id: version for version in versions}


def _explanations(
    responses: Iterable[Response], found: Iterable[_Found]
) -> dict[tuple[int, int], list[Explanation]]:
    """Every version of the explanations, oldest first, by response and recommendation."""
    rows: dict[tuple[int, int], list[Explanation]] = {}
    written = Explanation.objects.filter(
        response__in=list(responses), recommendation__in=[one.recommendation for one in found]
    ).select_related("written_by", "answered_in__inspection")
    for row in written.prefetch_related("priorities").order_by("version"):
        rows.setdefault((row.response_id, row.recommendation_id), []).append(row)
    return rows


def _answer(
    found: _Found,
    responses: dict[int, Response],
    published: dict[int, PublishedVersion],
    explanations: dict[tuple[int, int], list[Explanation]],
    exclusions: tuple[Exclusion, ...],
) -> EarlierAnswer:
    response = responses.get(found.recommendation.inspection_id)
    version = published.get(response.pk) if response else None
    rows = explanations.get((response.pk, found.recommendation.pk), []) if response else []
    if version:
        # What was prepared is what was written until then, and what was prepared was published.
        prepared_at = version.signature.preparation.prepared_at
        rows = [row for row in rows if row.written_at <= prepared_at]
    explanation = rows[-1] if rows else None
    return EarlierAnswer(
        recommendation=found.recommendation,
        relation=found.relation,
        steps=found.steps,
        response=response,
        published=version.public_response if version else None,
        explanation=explanation,
        left_out=any(
            version and explanation and _cuts(exclusion, version, explanation)
            for exclusion in exclusions
        ),
    )


def _cuts(exclusion: Exclusion, version: PublishedVersion, explanation: Explanation) -> bool:
    """Whether an exclusion stood when the version with this explanation was prepared."""
    prepared_at = version.signature.preparation.prepared_at
    return (
        exclusion.response_id == explanation.response_id
        and exclusion.recommendation_id == explanation.recommendation_id
        and exclusion.decided_at <= prepared_at
        and (exclusion.lifted_at is None or exclusion.lifted_at > prepared_at)
    )
