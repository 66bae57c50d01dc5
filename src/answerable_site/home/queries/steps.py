"""The steps of open responses that wait for one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from answerable_site.home.rules import Act, Waiting, comments_are_wanted, next_act
from answerable_site.people.rules import Viewer
from answerable_site.publication import access as press
from answerable_site.publication.models import PublicInspection
from answerable_site.responses import access
from answerable_site.responses.models import (
    Approval,
    ApprovalStep,
    ChiefOfficerComments,
    Invitation,
    Preparation,
    PublicEntry,
)
from answerable_site.responses.queries import due_for
from answerable_site.responses.rules.states import Due

Key = tuple[int, int]
"""Inspection and body."""


def waiting_for(viewer: Viewer, *, on: date) -> tuple[Waiting, ...]:
    """Every open step with a date that the viewer can do; the number of queries does not depend
    on how many there are.

    Args:
        viewer: the person as they are on the day.
        on: the civil date (Europe/London) that days are counted on.
    """
    held = _Held.of(viewer.policing_body_ids)
    return tuple(
        waiting
        for due in due_for(viewer, on=on)
        if due.is_open
        for waiting in _of(viewer, due, held)
    )


def own_acts(viewer: Viewer, dues: Iterable[Due]) -> tuple[tuple[Act, Due], ...]:
    """The step that each open response waits for, where the viewer can do it, with a date or
    without; the number of queries does not depend on how many there are."""
    held = _Held.of(viewer.policing_body_ids)
    return tuple(
        (act, due) for due in dues if due.is_open and (act := _next_act(viewer, due, held))
    )


def wanted_comments(bodies: frozenset[int]) -> dict[Key, Invitation]:
    """The latest invitation of each response for which the chief officer's comments are still
    waited for."""
    latest = {
        (row.response.inspection_id, row.response.body_id): row
        for row in Invitation.objects.filter(response__body__in=bodies).select_related("response")
    }
    said = {
        (inspection, body): none_by
        for inspection, body, none_by in ChiefOfficerComments.objects.filter(
            response__body__in=bodies
        ).values_list("response__inspection", "response__body", "none_received_by")
    }
    return {
        key: invitation
        for key, invitation in latest.items()
        if comments_are_wanted(
            invitation.comments_wanted_by,
            is_in=key in said and said[key] is None,
            none_received=said.get(key),
        )
    }


@dataclass(frozen=True, slots=True)
class _Held:
    """What decides who can do a step, by inspection and body."""

    preparations: dict[Key, Preparation]
    approvals: dict[Key, ApprovalStep]
    """The first step of approval that is still open."""
    entries: dict[Key, PublicInspection]
    """Those that wait for release."""
    comments: dict[Key, Invitation]
    # Asked of the database once for each person who acted before, however long the list.
    can_publish: Callable[..., bool] = field(default_factory=lambda: cache(access.can_publish))
    can_release: Callable[..., bool] = field(default_factory=lambda: cache(press.can_release_for))

    @classmethod
    def of(cls, bodies: frozenset[int]) -> _Held:
        preparations = {
            (row.response.inspection_id, row.response.body_id): row
            for row in Preparation.objects.standing()
            .filter(response__body__in=bodies)
            .select_related("response", "signature")
            .defer("document", "signature__document")
        }
        return cls(
            preparations=preparations,
            approvals=_open_approvals(bodies, preparations),
            entries={
                (row.response.inspection_id, row.response.body_id): row.entry
                for row in PublicEntry.objects.filter(
                    response__body__in=bodies, entry__released_at__isnull=True
                ).select_related("response", "entry")
            },
            comments=wanted_comments(bodies),
        )


def _open_approvals(
    bodies: frozenset[int], preparations: dict[Key, Preparation]
) -> dict[Key, ApprovalStep]:
    steps = list(ApprovalStep.objects.in_force().filter(body__in=bodies))
    given = set(
        Approval.objects.filter(preparation__in=preparations.values()).values_list(
            "preparation", "step"
        )
    )
    found = {}
    for key, preparation in preparations.items():
        left = (s for s in steps if s.body_id == key[1] and (preparation.pk, s.pk) not in given)
        first = next(left, None)
        if first:
            found[key] = first
    return found


def _of(viewer: Viewer, due: Due, held: _Held) -> Iterator[Waiting]:
    key = (due.inspection_id, due.body_id)
    invitation = held.comments.get(key)
    if invitation and access.can_submit_comments(viewer, due.body_id):
        yield Waiting(
            Act.COMMENT,
            due,
            by=invitation.comments_wanted_by,
            invited_on=invitation.invited_on,
        )
    if due.last_lawful_day is None or (due.answered_on and due.stands):
        # Nothing more is wanted by the last lawful day, however a further version goes on.
        return
    act = _next_act(viewer, due, held)
    if act:
        yield Waiting(act, due, by=due.last_lawful_day)
    if act is Act.PUBLISH:
        # Publishing releases the entry too.
        return
    entry = held.entries.get(key)
    if entry and held.can_release(
        viewer, entry.answering_body_id, prepared_by_id=entry.prepared_by_id
    ):
        yield Waiting(Act.RELEASE, due, by=due.last_lawful_day, entry_id=entry.pk)


def _next_act(viewer: Viewer, due: Due, held: _Held) -> Act | None:
    """The step that the response waits for, if the viewer can do it."""
    waits = (due.inspection_id, due.body_id) in held.approvals
    act = next_act(due.state, approvals_wait=waits)
    return act if act and _can(viewer, act, due, held) else None


def _can(viewer: Viewer, act: Act, due: Due, held: _Held) -> bool:
    """Whether the viewer can do the step that the response waits for."""
    key = (due.inspection_id, due.body_id)
    if act in {Act.BEGIN, Act.DRAFT}:
        return access.can_draft(viewer, due.body_id)
    preparation = held.preparations.get(key)
    if preparation is None:
        # Somebody changed the response between the two reads: the next run sees it whole.
        return False
    if act is Act.APPROVE:
        return access.can_approve(viewer, held.approvals[key], preparation)
    if act is Act.SIGN:
        return access.can_sign(viewer, due.body_id, preparation)
    signature = getattr(preparation, "signature", None)
    return signature is not None and held.can_publish(
        viewer, due.body_id, signer_id=signature.signed_by_id
    )
