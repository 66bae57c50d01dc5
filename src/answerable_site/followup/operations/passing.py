"""What a body follows up passes to the body that succeeds it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import queries
from answerable_site.followup.models import (
    Action,
    AssuranceLevel,
    BodyChange,
    BodyPolicy,
    ClosureLevel,
    Commitment,
    PracticeReview,
    TrackerMapping,
)
from answerable_site.people.access import check_can_pass_on, signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


class BothFollowUp(ValueError):
    """Both bodies follow the same up, or use the same reference; the message says which."""


@transaction.atomic
def pass_follow_up(
    *, by: Viewer, at: datetime, from_body: Organisation, to_body: Organisation, on: date
) -> int:
    """Let the successor follow up everything that the body before it did, closed or not.

    What the body itself was bound to do binds the successor. Original dates, states, updates and
    evidence stay as they are, and so does who owns what: an owner without a role in the successor
    is an exception. The successor takes over choices and levels where it made none of its own; the
    ladder of the old body, with its people, stays behind.

    Args:
        by: an administrator of one of the two.
        on: the successor’s first day.

    Returns:
        How many commitments passed.

    Raises:
        access.Refused: the viewer administers neither.
        BothFollowUp: a commitment or a reference is held by both.
    """
    check_can_pass_on(by, from_body.pk, to_body.pk)
    rows = Commitment.objects.select_for_update(of=("self",)).filter(body=from_body)
    passed = list(rows.order_by("pk").values_list("pk", flat=True))
    in_the_way = queries.followed_by_both(from_body, to_body)
    if in_the_way:
        raise BothFollowUp(
            f"{to_body.name} follows up the same as {from_body.name}, or uses its reference: "
            f"{', '.join(in_the_way)}. Nothing was changed."
        )
    person_id = signed_in(by)
    BodyChange.objects.bulk_create(
        BodyChange(
            commitment_id=key, from_body=from_body, to_body=to_body, on=on, at=at, by_id=person_id
        )
        for key in passed
    )
    own = Action.objects.filter(organisation=from_body, commitments__body=from_body).values("pk")
    Action.objects.filter(pk__in=list(own.values_list("pk", flat=True))).update(
        organisation=to_body
    )
    Commitment.objects.filter(body=from_body, organisation=from_body).update(organisation=to_body)
    Commitment.objects.filter(body=from_body).update(body=to_body, changed_at=at)
    PracticeReview.objects.filter(body=from_body).update(body=to_body)
    TrackerMapping.objects.filter(body=from_body).update(body=to_body)
    _take_over_choices(from_body, to_body, at=at, person_id=person_id)
    record(
        by=by,
        at=at,
        act="followup.pass_follow_up",
        subject=f"people.organisation:{from_body.pk}",
        details={"to_body": to_body.pk, "on": on.isoformat(), "commitments": passed},
    )
    return len(passed)


def _take_over_choices(
    from_body: Organisation, to_body: Organisation, *, at: datetime, person_id: int
) -> None:
    written: dict[str, Any] = {"body": to_body, "at": at, "by_id": person_id}
    if not BodyPolicy.objects.filter(body=to_body).exists():
        BodyPolicy.objects.create(**written, **asdict(queries.policy_of(from_body.pk)))
    if not queries.assurance_levels_of(to_body.pk).exists():
        for level in queries.assurance_levels_of(from_body.pk):
            AssuranceLevel.objects.create(
                **written, name=level.name, kind=level.kind, position=level.position
            )
    if not queries.closure_levels_of(to_body.pk).exists():
        for told in queries.closure_levels_of(from_body.pk):
            ClosureLevel.objects.create(**written, name=told.name, who=told.who)
