"""What one person has to do: what they own, and what waits for their word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from answerable_site.followup import rules
from answerable_site.followup.access import MANAGES, OFFICE
from answerable_site.followup.models import (
    Commitment,
    Escalation,
    ProgressUpdate,
    PublicWording,
)
from answerable_site.followup.queries.choices import managed_by
from answerable_site.followup.queries.lines import (
    ActionLine,
    Line,
    Lines,
)
from answerable_site.followup.queries.listing import (
    actions_serving,
    commitments_listed_to,
)
from answerable_site.people.rules import Viewer

SHOWN_OF_WORK = 10
"""Of each kind; the list has the others."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Something about a commitment or an action that waits for somebody’s word."""

    commitment_id: int | None
    summary: str | None
    action_id: int | None
    title: str | None
    by: str
    on: date
    what: str


_SOONEST = (F("original_on").asc(nulls_last=True), "pk")
_ABOUT = ("commitment_id", "commitment__summary")
_ABOUT_ACTION = ("action_id", "action__title")


@dataclass(frozen=True, slots=True)
class Work:
    """What waits for a viewer, each kind soonest or oldest first, at most `SHOWN_OF_WORK` of it."""

    commitments: Sequence[Line]
    """Open ones that the viewer owns."""
    actions: Sequence[ActionLine]
    to_judge: Sequence[Line]
    """Said to be complete, and the office has not assured them."""
    to_check: Sequence[Line]
    """Closed, and the check that it lasted is due."""
    to_close: Sequence[Line]
    """Said and assured to be complete, and not closed."""
    to_agree: Sequence[Asked]
    """Updates; `what` is the rating."""
    to_approve: Sequence[Asked]
    """Words for the public."""
    to_acknowledge: Sequence[Asked]
    """Escalations; `by` is the level, `what` the trigger."""


def work_of(viewer: Viewer, *, on: date) -> Work:
    """Everything in follow-up that waits for a viewer on a civil date."""
    visible = commitments_listed_to(viewer)
    wanted = [visible.filter(owner=viewer.user_id, closed_on__isnull=True)]
    if viewer.holds(*OFFICE):
        wanted += _of_the_office(viewer, visible, on)
    own, to_judge, to_close, to_check = [*_lines(*wanted), [], [], []][:4]
    return Work(
        commitments=own,
        actions=_actions(viewer, visible),
        to_judge=to_judge,
        to_close=to_close,
        to_check=to_check,
        to_agree=_to_agree(viewer, visible),
        to_approve=_to_approve(viewer),
        to_acknowledge=_to_acknowledge(viewer),
    )


def _of_the_office(
    viewer: Viewer, visible: QuerySet[Commitment], on: date
) -> list[QuerySet[Commitment]]:
    """What waits to be judged, to be closed and to be checked."""
    judged = visible.filter(body__in=viewer.organisations_where(*OFFICE))
    claimed = judged.filter(closed_on__isnull=True, own_view=rules.OwnView.COMPLETE)
    complete = rules.AssuranceKind.COMPLETE
    return [
        claimed.exclude(assurance=complete),
        claimed.filter(assurance=complete),
        judged.filter(check_due_on__lte=on),
    ]


def _lines(*wanted: QuerySet[Commitment]) -> list[list[Line]]:
    """The first of each, read together."""
    keys = [
        list(one.order_by(*_SOONEST).values_list("pk", flat=True)[:SHOWN_OF_WORK]) for one in wanted
    ]
    every = Lines(Commitment.objects.all(), Line).of([key for some in keys for key in some])
    lines = {line.id: line for line in every}
    return [[lines[key] for key in some] for some in keys]


def _actions(viewer: Viewer, visible: QuerySet[Commitment]) -> Sequence[ActionLine]:
    own = actions_serving(visible).filter(owner=viewer.user_id, state__in=rules.OPEN_STATES)
    return Lines(own.order_by(*_SOONEST), ActionLine)[:SHOWN_OF_WORK]


def _to_agree(viewer: Viewer, visible: QuerySet[Commitment]) -> list[Asked]:
    """Updates of others in organisations whose commitments the viewer manages."""
    if not viewer.holds(*(role for roles in MANAGES.values() for role in roles)):
        return []
    own = visible.filter(managed_by(viewer)).order_by().values("pk")
    # Not `Exists`: of that, PostgreSQL gathers all that the viewer manages before it looks at the
    # first update.
    commitment = Subquery(own.filter(pk=OuterRef("commitment"))[:1])
    action = Subquery(own.filter(actions=OuterRef("action"))[:1])
    found = (
        ProgressUpdate.objects.alias(own=Coalesce(commitment, action))
        .filter(own__isnull=False, agreed_at__isnull=True)
        .exclude(by=viewer.user_id)
        .order_by("at", "pk")
        .values_list(*_ABOUT, *_ABOUT_ACTION, "by__full_name", "on", "rating")
    )
    return [Asked(*row) for row in found[:SHOWN_OF_WORK]]


def _to_approve(viewer: Viewer) -> list[Asked]:
    if not viewer.holds(*OFFICE):
        return []
    found = (
        PublicWording.objects.filter(
            commitment__body__in=viewer.organisations_where(*OFFICE), approved_at__isnull=True
        )
        .exclude(by=viewer.user_id)
        .order_by("at", "pk")
        .values_list(*_ABOUT, "by__full_name", "at")
    )
    return [
        Asked(key, summary, None, None, by, localdate(at), "")
        for key, summary, by, at in found[:SHOWN_OF_WORK]
    ]


def _to_acknowledge(viewer: Viewer) -> list[Asked]:
    found = (
        Escalation.objects.filter(
            told=viewer.user_id, settled_at__isnull=True, acknowledged_at__isnull=True
        )
        .order_by("raised_at", "pk")
        .values_list(*_ABOUT, *_ABOUT_ACTION, "title", "on", "trigger")
    )
    return [Asked(*row) for row in found[:SHOWN_OF_WORK]]
