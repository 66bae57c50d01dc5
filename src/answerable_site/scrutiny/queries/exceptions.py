"""What of follow-up belongs before a meeting: read in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from answerable_site.followup import queries as followup
from answerable_site.followup.models import Commitment, Escalation, Evidence, EvidenceJudgement
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import rules
from answerable_site.scrutiny.models import AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class Proposal:
    """A commitment that should be looked at, and why."""

    commitment: Commitment
    reasons: tuple[rules.Reason, ...]


def proposals(viewer: Viewer, meeting: Meeting, *, on: date) -> list[Proposal]:
    """Exceptions among the commitments that the body follows up and that no person has decided
    about for this meeting, the gravest first.

    Args:
        on: the civil date on which they stand so.
    """
    decided = AgendaItem.objects.filter(meeting=meeting, commitment__isnull=False)
    found = list(
        followup.commitments_visible_to(viewer)
        .filter(Q(closed_on__isnull=True) | Q(check_due_on__lte=on), body=meeting.body_id)
        .exclude(pk__in=decided.values("commitment"))
        .select_related("recommendation", "limb", "organisation")
        .defer("organisation__logo")
    )
    months = followup.policy_of(meeting.body_id).evidence_months
    escalated, proved = _escalated(found), _proved(found)
    made = []
    for commitment in found:
        standing = rules.Standing(
            dates=commitment.dates,
            revisions=commitment.revisions,
            escalated_to=escalated.get(commitment.pk, ()),
            has_sufficient_evidence=commitment.pk in proved,
            evidence_on=commitment.evidence_on,
            check_due_on=commitment.check_due_on,
        )
        reasons = tuple(rules.exceptions(standing, on=on, evidence_months=months))
        if reasons:
            made.append(Proposal(commitment, reasons))
    return sorted(made, key=_gravity)


def commitments_to_add(viewer: Viewer, meeting: Meeting) -> QuerySet[Commitment]:
    """Commitments that the body follows up and that are on no list of this meeting yet."""
    listed = AgendaItem.objects.filter(meeting=meeting, commitment__isnull=False)
    return (
        followup.commitments_visible_to(viewer)
        .filter(body=meeting.body_id)
        .exclude(pk__in=listed.values("commitment"))
        .select_related("recommendation", "organisation")
        .defer("organisation__logo")
    )


def _gravity(proposal: Proposal) -> tuple[int, int, int]:
    order = list(rules.ExceptionKind)
    gravest = min(order.index(one.kind) for one in proposal.reasons)
    return gravest, -len(proposal.reasons), proposal.commitment.pk


def _escalated(found: Iterable[Commitment]) -> dict[int, tuple[str, ...]]:
    """What the levels are called that were told and have not come to rest, by commitment."""
    wanted = {one.pk for one in found}
    rows = (
        Escalation.objects.filter(
            Q(commitment__in=wanted) | Q(action__commitments__in=wanted),
            settled_at__isnull=True,
        )
        .order_by("position", "title")
        .values_list("commitment", "action__commitments", "title")
    )
    levels: dict[int, list[str]] = defaultdict(list)
    for commitment, through_action, title in rows:
        concerned = commitment or through_action
        if concerned in wanted and title not in levels[concerned]:
            levels[concerned].append(title)
    return {key: tuple(titles) for key, titles in levels.items()}


def _proved(found: Iterable[Commitment]) -> set[int]:
    """Commitments with a piece of evidence that was judged sufficient last."""
    latest = EvidenceJudgement.objects.filter(evidence=OuterRef("pk")).order_by("-at", "-pk")
    rows = Evidence.objects.filter(commitment__in=[one.pk for one in found]).annotate(
        sufficient=Subquery(latest.values("is_sufficient")[:1])
    )
    return set(rows.filter(sufficient=True).values_list("commitment", flat=True))
