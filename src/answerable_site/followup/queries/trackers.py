"""What is known already of whatever a tracker may be about, in a dozen queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable_site.followup import rules
from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.models import (
    Action,
    Commitment,
    ProgressUpdate,
    TrackerImport,
    TrackerMapping,
)
from answerable_site.followup.queries.choices import organisations_that_act
from answerable_site.followup.rules import tracker
from answerable_site.people.models import Assignment, Organisation
from answerable_site.people.rules import Role, Viewer
from answerable_site.register.models import Inspection, Limb, Recommendation

Serving = Action.commitments.through
_FACTS = ("owner_id", "original_on", "target_on", "revisions", "done_on", "rating")


def known_to_trackers(viewer: Viewer, body: Organisation, *, on: date) -> tracker.Known:
    """Everything that a tracker of a body may be about; nothing for those who may load none.

    Args:
        on: the civil date; people own something only if they have a role on it.
    """
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        return tracker.Known()
    organisations = dict(organisations_that_act(viewer, body).values_list("pk", "name"))
    inspections = _inspections(body)
    commitments = Commitment.objects.filter(body=body)
    return tracker.Known(
        organisations=organisations,
        people=_people(organisations, on),
        inspections=inspections,
        recommendations=_recommendations(body, [one.pk for one in inspections]),
        commitments=_commitments(commitments),
        actions=_actions(body),
    )


def inspections_of_trackers(viewer: Viewer, body: Organisation) -> QuerySet[Inspection]:
    """Reports that rows of a body's tracker may be about."""
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        return Inspection.objects.none()
    return Inspection.objects.filter(_concerns(body)).distinct().order_by("-published_on", "title")


def mappings_of(viewer: Viewer, body_id: int) -> QuerySet[TrackerMapping]:
    """How a body's trackers were read, the latest of each name first."""
    if not viewer.holds_in(body_id, Role.RESPONSE_OFFICER):
        return TrackerMapping.objects.none()
    return TrackerMapping.objects.filter(body=body_id).order_by("name", "-at", "-pk")


def latest_mappings(viewer: Viewer, body_id: int) -> dict[str, TrackerMapping]:
    """The mapping that counts under each name."""
    found: dict[str, TrackerMapping] = {}
    for one in mappings_of(viewer, body_id):
        found.setdefault(one.name, one)
    return found


def trackers_loaded(viewer: Viewer) -> QuerySet[TrackerImport]:
    """Trackers that were loaded for the bodies whose trackers a viewer loads, the latest first."""
    bodies = viewer.organisations_where(Role.RESPONSE_OFFICER)
    found = TrackerImport.objects.filter(body__in=bodies)
    return found.select_related("mapping", "by").order_by("-pk")


def _concerns(body: Organisation) -> Q:
    return Q(kept_by=body) | Q(bodies_concerned=body) | Q(recommendations__commitments__body=body)


def _inspections(body: Organisation) -> tuple[tracker.KnownInspection, ...]:
    found = (
        Inspection.objects.filter(_concerns(body))
        .distinct()
        .order_by("pk")
        .values_list("pk", "title", "published_on", "kept_by_id")
    )
    return tuple(
        tracker.KnownInspection(pk, title, published_on, kept_by == body.pk)
        for pk, title, published_on, kept_by in found
    )


def _recommendations(
    body: Organisation, inspections: Sequence[int]
) -> tuple[tracker.KnownRecommendation, ...]:
    """Those that stand, and those withdrawn since that are followed up all the same."""
    limbs: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for pk, recommendation, label, text in Limb.objects.filter(
        recommendation__inspection__in=inspections
    ).values_list("pk", "recommendation_id", "label", "text"):
        limbs[recommendation].append((pk, label, text))
    followed = Commitment.objects.filter(recommendation=OuterRef("pk"), body=body)
    found = (
        Recommendation.with_withdrawn.filter(inspection__in=inspections)
        .filter(Q(withdrawn_at__isnull=True) | Q(Exists(followed)))
        .order_by("pk")
        .values_list("pk", "inspection_id", "kind", "number", "text", "due_on")
    )
    return tuple(
        tracker.KnownRecommendation(*one, limbs=tuple(limbs.get(one[0], ()))) for one in found
    )


def _commitments(commitments: QuerySet[Commitment]) -> tuple[tracker.KnownCommitment, ...]:
    said = _said(
        ProgressUpdate.objects.filter(commitment__in=commitments).values_list(
            "commitment_id", "words"
        )
    )
    fields = ("pk", "recommendation_id", "limb_id", "organisation_id", "reference", "summary")
    found: Iterable[Any] = commitments.order_by("pk").values_list(
        *fields, "promise", "own_view", "inspectorate", "closed_on", *_FACTS
    )
    known: Callable[..., tracker.KnownCommitment] = tracker.KnownCommitment
    return tuple(
        known(*told, closed_on is not None, _facts(facts, said.get(told[0], ())))
        for *told, closed_on, facts in ((*one[:10], one[10:]) for one in found)
    )


def _actions(body: Organisation) -> tuple[tracker.KnownAction, ...]:
    of_body = Q(commitments__body=body)
    serves: dict[int, list[int]] = defaultdict(list)
    for action, commitment in Serving.objects.filter(commitment__body=body).values_list(
        "action_id", "commitment_id"
    ):
        serves[action].append(commitment)
    updates = ProgressUpdate.objects.filter(action__commitments__body=body).distinct()
    said = _said(updates.values_list("action_id", "words"))
    fields = ("pk", "organisation_id", "reference", "kind", "title", "words", "state")
    found: Iterable[Any] = (
        Action.objects.filter(of_body).distinct().order_by("pk").values_list(*fields, *_FACTS)
    )
    known: Callable[..., tracker.KnownAction] = tracker.KnownAction
    return tuple(
        known(*one[:7], frozenset(serves[one[0]]), _facts(one[7:], said.get(one[0], ())))
        for one in found
    )


def _said(rows: Iterable[tuple[int | None, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for about, words in rows:
        if about is not None:
            found[about].append(words)
    return found


def _facts(row: Sequence[Any], said: Iterable[str]) -> tracker.Facts:
    owner, original_on, target_on, revisions, done_on, rating = row
    return tracker.Facts(
        owner_id=owner,
        original_on=original_on,
        target_on=target_on,
        revisions=revisions,
        done_on=done_on,
        rating=rules.Rating(rating) if rating else None,
        updates=frozenset(tracker.as_read(words) for words in said),
    )


def _people(organisations: Iterable[int], on: date) -> dict[int, list[tracker.KnownPerson]]:
    found: dict[int, dict[int, tracker.KnownPerson]] = defaultdict(dict)
    posts = (
        Assignment.objects.in_force(on)
        .filter(organisation__in=set(organisations), role__in=FOLLOWS_UP, user__is_active=True)
        .values_list("organisation_id", "user_id", "user__full_name", "user__email")
    )
    for organisation, user, name, email in posts:
        found[organisation][user] = tracker.KnownPerson(user, name, email)
    return {organisation: list(people.values()) for organisation, people in found.items()}
