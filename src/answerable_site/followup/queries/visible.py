"""What a viewer sees of follow-up."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.models import (
    Action,
    BodyChange,
    Closure,
    Commitment,
    Criterion,
    CriterionTest,
    Dependency,
    Escalation,
    Evidence,
    EvidenceJudgement,
    LadderStep,
)
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer
from answerable_site.register.models import Recommendation


def bodies_followed_by(viewer: Viewer) -> frozenset[int]:
    """The policing bodies whose whole follow-up a viewer sees: their own, or their force’s."""
    return frozenset(
        post.policing_body_id
        for post in viewer.posts
        if post.policing_body_id is not None and post.role in FOLLOWS_UP
    )


def commitments_visible_to(viewer: Viewer) -> QuerySet[Commitment]:
    """Commitments that a viewer sees.

    People of a body and its force see all that the body follows up. Others see, of each
    recommendation that binds their organisation, what everybody does about it.
    """
    return Commitment.objects.filter(_is_visible(viewer))


def actions_visible_to(viewer: Viewer) -> QuerySet[Action]:
    """Actions that serve a visible commitment."""
    serving = commitments_visible_to(viewer).filter(actions=OuterRef("pk"))
    return Action.objects.filter(Exists(serving))


def with_visible_action(viewer: Viewer, name: str = "action") -> Exists:
    """Rows that lead to a visible action, each asked for itself: in a large office it takes a
    second to list all actions that somebody sees.

    Args:
        name: of the relation.
    """
    return Exists(actions_visible_to(viewer).filter(pk=OuterRef(name)))


def whole_commitments(viewer: Viewer) -> QuerySet[Commitment]:
    """Visible commitments with all that their own page shows."""
    return (
        commitments_visible_to(viewer)
        .select_related(
            "recommendation__inspection", "limb", "organisation", "body", "owner", "created_by"
        )
        .defer("organisation__logo", "body__logo")
        .prefetch_related(
            Prefetch(
                "actions",
                Action.objects.select_related("owner", "organisation", "parent")
                .defer("organisation__logo")
                .prefetch_related("targets__by", _dependencies("waits_for", "needed", viewer)),
            ),
            Prefetch("body_changes", BodyChange.objects.select_related("from_body", "to_body")),
            "ownerships__owner",
            "ownerships__by",
            "targets__by",
            "pauses__by",
            "updates__by",
            "updates__agreed_by",
            "public_wordings__by",
            "public_wordings__approved_by",
            "own_statements__by",
            "assurances__level",
            "assurances__by",
            "inspectorate_statements__by",
            Prefetch(
                "evidence",
                Evidence.objects.select_related("by", "action").prefetch_related(
                    Prefetch("judgements", EvidenceJudgement.objects.select_related("by"))
                ),
            ),
            Prefetch(
                "criteria",
                Criterion.objects.select_related("by", "dropped_by").prefetch_related(
                    Prefetch(
                        "tests",
                        CriterionTest.objects.select_related("by").prefetch_related("evidence"),
                    )
                ),
            ),
            Prefetch("closures", Closure.objects.select_related("by", "checked_by", "reopened_by")),
            "reviews__by",
            "reviews__held_by",
            "risks__by",
            "risks__ended_by",
            Prefetch(
                "escalations",
                Escalation.objects.select_related("told", "acknowledged_by", "organisation"),
            ),
        )
    )


def whole_actions(viewer: Viewer) -> QuerySet[Action]:
    """Visible actions with all that their own page shows, of other things what is visible too."""
    return (
        actions_visible_to(viewer)
        .select_related("organisation", "owner", "parent", "created_by")
        .defer("organisation__logo")
        .prefetch_related(
            Prefetch(
                "commitments",
                commitments_visible_to(viewer)
                .select_related("recommendation__inspection", "organisation", "body", "limb")
                .defer("organisation__logo", "body__logo"),
            ),
            Prefetch(
                "tasks",
                actions_visible_to(viewer)
                .select_related("owner", "organisation", "parent")
                .defer("organisation__logo")
                .prefetch_related(_dependencies("waits_for", "needed", viewer)),
            ),
            "ownerships__owner",
            "ownerships__by",
            "targets__by",
            "pauses__by",
            "updates__by",
            "updates__agreed_by",
            Prefetch(
                "evidence",
                evidence_visible_to(viewer).prefetch_related(
                    Prefetch("judgements", EvidenceJudgement.objects.select_related("by"))
                ),
            ),
            _dependencies("waits_for", "needed", viewer),
            _dependencies("awaited_by", "action", viewer),
            Prefetch("escalations", Escalation.objects.select_related("told", "acknowledged_by")),
        )
    )


def commitments_beside(commitment: Commitment, viewer: Viewer) -> QuerySet[Commitment]:
    """What everybody has to do about the same recommendation, for the same body."""
    return (
        commitments_visible_to(viewer)
        .filter(recommendation=commitment.recommendation_id, body=commitment.body_id)
        .select_related("organisation", "owner", "limb")
        .defer("organisation__logo")
        .order_by("limb__position", "organisation__name")
    )


def recommendations_to_follow_up(viewer: Viewer, *, body: Organisation) -> QuerySet[Recommendation]:
    """Standing recommendations of the body’s inspections that nobody follows up for it yet."""
    followed = Commitment.objects.filter(recommendation=OuterRef("pk"), body=body)
    return recommendations_to_bind(viewer, body=body).filter(~Exists(followed))


def recommendations_to_bind(viewer: Viewer, *, body: Organisation) -> QuerySet[Recommendation]:
    """Standing recommendations of the body’s inspections, about which the viewer may say who has
    to act."""
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        return Recommendation.objects.none()
    concerned = Q(inspection__bodies_concerned=body) | Q(inspection__kept_by=body)
    return (
        Recommendation.objects.filter(concerned)
        .select_related("inspection")
        .distinct()
        .order_by("-inspection__published_on", "inspection", "position")
    )


def commitments_about(
    viewer: Viewer, recommendations: Collection[int], *, body_id: int
) -> dict[int, list[Commitment]]:
    """Visible commitments that a body follows up about some recommendations, by the key of the
    recommendation."""
    found: dict[int, list[Commitment]] = {}
    rows = (
        commitments_visible_to(viewer)
        .filter(recommendation__in=recommendations, body=body_id)
        .select_related("organisation")
        .defer("organisation__logo")
        .prefetch_related("targets")
    )
    for one in rows:
        found.setdefault(one.recommendation_id, []).append(one)
    return found


def escalations_visible_to(viewer: Viewer) -> QuerySet[Escalation]:
    """Escalations of visible commitments and actions."""
    return Escalation.objects.filter(
        Q(commitment__in=commitments_visible_to(viewer)) | with_visible_action(viewer)
    ).select_related("commitment", "action", "told", "organisation", "acknowledged_by")


def evidence_visible_to(viewer: Viewer) -> QuerySet[Evidence]:
    """Evidence of visible commitments."""
    return Evidence.objects.filter(commitment__in=commitments_visible_to(viewer)).select_related(
        "commitment__organisation", "commitment__body", "by", "action"
    )


def ladder_of(organisation: Organisation) -> QuerySet[LadderStep]:
    """Whom an organisation tells when something goes up, from the first level on."""
    return LadderStep.objects.filter(
        organisation=organisation, ended_at__isnull=True
    ).select_related("person", "by")


def _dependencies(name: str, other: str, viewer: Viewer) -> Prefetch[str]:
    """Waiting between actions, where both of them are visible."""
    rows = Dependency.objects.filter(with_visible_action(viewer, other))
    return Prefetch(name, rows.select_related(other, f"{other}__owner", "by"))


def _is_visible(viewer: Viewer) -> Q:
    bound = viewer.organisations_where(*FOLLOWS_UP)
    beside = Commitment.objects.filter(
        recommendation=OuterRef("recommendation"), body=OuterRef("body"), organisation__in=bound
    )
    return Q(body__in=bodies_followed_by(viewer)) | Q(Exists(beside))
