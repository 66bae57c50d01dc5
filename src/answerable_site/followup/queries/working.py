"""What one person has to do: what they own, and what waits for their word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from answerable_site.followup import rules
from answerable_site.followup.access import OFFICE
from answerable_site.followup.models import (
    Commitment,
    Escalation,
    ProgressUpdate,
    PublicWording,
)
from answerable_site.followup.queries.choices import managed_by
from answerable_site.followup.queries.listing import (
    ActionLine,
    Line,
    Lines,
    actions_listed_to,
    commitments_listed_to,
)
from answerable_site.people.rules import Viewer

SHOWN = 25
"""Of each kind; the list has the others."""


@dataclass(frozen=True, slots=True)
class Work:
    """What waits for a viewer, each kind soonest or oldest first, at most `SHOWN` of it."""

    commitments: Sequence[Line]
    """Open ones that the viewer owns."""
    actions: Sequence[ActionLine]
    to_judge: Sequence[Line]
    """Said to be complete, and the office has not assured them."""
    to_check: Sequence[Line]
    """Closed, and the check that it lasted is due."""
    to_close: Sequence[Line]
    """Said and assured to be complete, and not closed."""
    to_agree: Sequence[ProgressUpdate]
    to_approve: Sequence[PublicWording]
    to_acknowledge: Sequence[Escalation]


def work_of(viewer: Viewer, *, on: date) -> Work:
    """Everything in follow-up that waits for a viewer on a civil date."""
    visible = commitments_listed_to(viewer)
    judged = visible.filter(body__in=viewer.organisations_where(*OFFICE))
    claimed = judged.filter(closed_on__isnull=True, own_view=rules.OwnView.COMPLETE)
    complete = rules.AssuranceKind.COMPLETE
    own, to_judge, to_close, to_check = _lines(
        visible.filter(owner=viewer.user_id, closed_on__isnull=True),
        claimed.exclude(assurance=complete),
        claimed.filter(assurance=complete),
        judged.filter(check_due_on__lte=on),
    )
    return Work(
        commitments=own,
        actions=_actions(viewer),
        to_judge=to_judge,
        to_close=to_close,
        to_check=to_check,
        to_agree=_to_agree(viewer, visible),
        to_approve=_to_approve(viewer),
        to_acknowledge=_to_acknowledge(viewer),
    )


def _lines(*wanted: QuerySet[Commitment]) -> list[list[Line]]:
    """The first of each, read together."""
    keys = [
        list(
            one.order_by(F("original_on").asc(nulls_last=True), "pk").values_list("pk", flat=True)[
                :SHOWN
            ]
        )
        for one in wanted
    ]
    every = Lines(Commitment.objects.all(), Line).of([key for some in keys for key in some])
    lines = {line.id: line for line in every}
    return [[lines[key] for key in some] for some in keys]


def _actions(viewer: Viewer) -> Sequence[ActionLine]:
    own = actions_listed_to(viewer).filter(owner=viewer.user_id, state__in=rules.OPEN_STATES)
    return Lines(own.order_by(F("original_on").asc(nulls_last=True), "pk"), ActionLine)[:SHOWN]


def _to_agree(viewer: Viewer, visible: QuerySet[Commitment]) -> Sequence[ProgressUpdate]:
    """Updates of others in organisations whose commitments the viewer manages."""
    own = visible.filter(managed_by(viewer)).order_by()
    about_own = Q(Exists(own.filter(pk=OuterRef("commitment")))) | Q(
        Exists(own.filter(actions=OuterRef("action")))
    )
    return list(
        ProgressUpdate.objects.filter(about_own, agreed_at__isnull=True)
        .exclude(by=viewer.user_id)
        .select_related("by", "commitment__organisation", "action__organisation")
        .defer("commitment__organisation__logo", "action__organisation__logo")
        .order_by("at", "pk")[:SHOWN]
    )


def _to_approve(viewer: Viewer) -> Sequence[PublicWording]:
    return list(
        PublicWording.objects.filter(
            commitment__body__in=viewer.organisations_where(*OFFICE), approved_at__isnull=True
        )
        .exclude(by=viewer.user_id)
        .select_related("by", "commitment__organisation")
        .defer("commitment__organisation__logo")
        .order_by("at", "pk")[:SHOWN]
    )


def _to_acknowledge(viewer: Viewer) -> Sequence[Escalation]:
    return list(
        Escalation.objects.filter(
            told=viewer.user_id, settled_at__isnull=True, acknowledged_at__isnull=True
        )
        .select_related("commitment", "action", "organisation")
        .defer("organisation__logo")
        .order_by("raised_at", "pk")[:SHOWN]
    )
