"""Beginning to follow up: a commitment for each organisation that a recommendation binds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import Commitment, TargetDate
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Limb, Recommendation


class FollowedAlready(ValueError):
    """The organisation has this commitment already."""


class NotBound(ValueError):
    """The sub-point is of another recommendation, or the organisation acts for no body here."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What an organisation is to do about one recommendation, or one sub-point of it."""

    recommendation: Recommendation
    organisation: Organisation
    summary: str
    words: str = ""
    limb: Limb | None = None
    target: rules.Target | None = None
    """None for the date of the recommendation itself, where it has one."""


@transaction.atomic
def begin_commitments(
    *, by: Viewer, at: datetime, on: date, body: Organisation, promises: Iterable[Promise]
) -> list[Commitment]:
    """Begin to follow up what organisations promised or are bound to do.

    The date that the recommendation names is the original target, as the inspectorate’s; where
    another is given it is that one.

    Args:
        on: the civil date on which follow-up begins; updates are counted from here.
        body: the policing body that follows it up.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        FollowedAlready: one of the commitments is there already.
        NotBound: a sub-point is of another recommendation, or the organisation is another body’s.
    """
    access.check_can_decide(by, body.pk)
    person_id = signed_in(by)
    known = set(queries.organisations_that_act(by, body).values_list("pk", flat=True))
    update_days = queries.policy_of(body.pk).update_days
    begun = []
    for promise in promises:
        _check(promise, body, known)
        target = promise.target or _target_of(promise.recommendation)
        commitment = Commitment.objects.create(
            recommendation=promise.recommendation,
            limb=promise.limb,
            organisation=promise.organisation,
            body=body,
            summary=promise.summary,
            promise=promise.words,
            update_due_on=rules.next_update_on(last_on=None, began_on=on, every_days=update_days),
            created_at=at,
            created_by_id=person_id,
            changed_at=at,
            **(_as_facts(target) if target else {}),
        )
        if target:
            TargetDate.objects.create(
                commitment=commitment,
                number=0,
                on=target.on,
                whose=target.whose,
                reason=target.reason,
                at=at,
                by_id=person_id,
            )
        begun.append(commitment)
    record(
        by=by,
        at=at,
        act="followup.begin_commitments",
        subject=f"people.organisation:{body.pk}",
        details={"commitments": [one.pk for one in begun]},
    )
    return begun


def _check(promise: Promise, body: Organisation, known: set[int]) -> None:
    if promise.organisation.pk not in known:
        raise NotBound(f"{promise.organisation.name} does not act for {body.name}.")
    if promise.limb is not None and promise.limb.recommendation_id != promise.recommendation.pk:
        raise NotBound("This sub-point belongs to another recommendation.")
    if Commitment.objects.filter(
        recommendation=promise.recommendation,
        limb=promise.limb,
        organisation=promise.organisation,
        body=body,
    ).exists():
        raise FollowedAlready(f"{promise.organisation.name} has this commitment already.")


def _target_of(recommendation: Recommendation) -> rules.Target | None:
    if recommendation.due_on is None:
        return None
    return rules.Target(recommendation.due_on, rules.Whose.INSPECTORATE)


def _as_facts(target: rules.Target) -> dict[str, object]:
    return {
        "original_on": target.on,
        "target_on": target.on,
        "whose_date": target.whose,
    }
