"""What may be said in public of the recommendations of an inspection, as they stand today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from answerable_site.followup import rules
from answerable_site.followup.models import Commitment, PublicWording, TargetDate
from answerable_site.followup.queries.three_states import (
    Stated,
    assurance_of,
    inspectorate_of,
    own_view_of,
)
from answerable_site.people.models import Organisation
from answerable_site.publication.rules import (
    ProgressFacts,
    PublicCommitment,
    PublicMove,
    PublicRecommendation,
    PublicView,
)
from answerable_site.register.models import Inspection
from answerable_site.register.rules import RecommendationKind


def progress_facts(inspection: Inspection, *, body: Organisation, on: date) -> ProgressFacts:
    """Every standing recommendation of an inspection and what is done about it for a body.

    Only words that were approved for the public are among it; the reasons for moved dates are, as
    whoever moved one was told.

    Args:
        on: the civil date of the snapshot, today.
    """
    by_recommendation: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in _commitments(inspection, body):
        by_recommendation[commitment.recommendation_id].append(commitment)
    return ProgressFacts(
        as_of=on,
        recommendations=tuple(
            PublicRecommendation(
                number=one.number,
                kind=RecommendationKind(one.kind).label,
                text=one.text,
                commitments=tuple(_told(each, on) for each in by_recommendation[one.pk]),
            )
            for one in inspection.recommendations.order_by("position")
        ),
    )


def _commitments(inspection: Inspection, body: Organisation) -> QuerySet[Commitment]:
    return (
        Commitment.objects.filter(recommendation__inspection=inspection, body=body)
        .select_related("organisation", "limb")
        .defer("organisation__logo")
        .prefetch_related(
            Prefetch("targets", TargetDate.objects.order_by("number")),
            "own_statements",
            "assurances",
            "inspectorate_statements",
            Prefetch(
                "public_wordings",
                PublicWording.objects.filter(approved_at__isnull=False).order_by("-at", "-pk"),
            ),
        )
        .order_by("limb__position", "organisation__name")
    )


def _told(one: Commitment, on: date) -> PublicCommitment:
    state = rules.timeliness(one.dates, on=on)
    wording = next(iter(one.public_wordings.all()), None)
    first = next(iter(one.targets.all()), None)
    return PublicCommitment(
        organisation=one.organisation.name,
        limb=one.limb.text if one.limb else "",
        summary=one.summary,
        words=wording.words if wording else "",
        original_on=one.original_on,
        whose=rules.Whose(first.whose).label if first else "",
        target_on=one.target_on,
        timeliness=rules.in_words(one.dates, on=on),
        is_late=state.is_late,
        days_late=rules.days_late(one.dates, on=on),
        done_on=one.done_on,
        closed_on=one.closed_on,
        own_view=_view(own_view_of(one)),
        assurance=_view(assurance_of(one)),
        inspectorate=_view(inspectorate_of(one)),
        moves=_moves(one.targets.all()),
    )


def _view(stated: Stated) -> PublicView:
    """A state and its day, without the words that it rests on: those are not for the public."""
    return PublicView(stated.state, stated.on)


def _moves(targets: Iterable[TargetDate]) -> tuple[PublicMove, ...]:
    return tuple(
        PublicMove(
            before_on=before.on,
            after_on=after.on,
            told_on=timezone.localdate(after.at),
            reason=after.reason,
        )
        for before, after in pairwise(targets)
    )
