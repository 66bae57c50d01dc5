"""Reviews and risks."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import Commitment, Review, Risk
from answerable_site.followup.operations.changing import Moment, PlannedReview
from answerable_site.followup.operations.marking import Held
from answerable_site.followup.operations.telling import DayRefused
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import Viewer


@transaction.atomic
def plan_review(*, by: Viewer, at: datetime, commitment: Commitment, due_on: date) -> Review:
    """Plan a day by which a commitment is looked at.

    Raises:
        access.Refused: the viewer does not manage it, or it is closed.
    """
    planned = PlannedReview(due_on)
    held = planned.make(commitment, Moment(by, at, due_on))
    record(by=by, at=at, act="followup.plan_review", subject=held.subject, details=planned.told())
    return Review.objects.filter(commitment=held.thing).latest("pk")


@transaction.atomic
def hold_review(
    *, by: Viewer, at: datetime, today: date, review: Review, held_on: date, words: str
) -> None:
    """Write down what came of a review.

    Args:
        today: the civil date.
        held_on: the civil date on which it was held.

    Raises:
        access.Refused: the viewer does not manage the commitment, or it was held already.
        NothingSaid: there are no words.
        DayRefused: the day lies ahead.
    """
    words = rules.words_in(words, "Say what came of the review")
    if held_on > today:
        raise DayRefused("This must be today or in the past")
    held = Held(review.commitment)
    access.check_can_manage(by, held.thing)
    kept = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    if kept.held_on is not None:
        raise Refused("This review was held already.")
    kept.held_on, kept.held_at, kept.held_by_id = held_on, at, signed_in(by)
    kept.words = words
    kept.save(update_fields=["held_on", "held_at", "held_by", "words"])
    held.keep(at=at, review_due_on=queries.earliest_open_review(held.thing))
    record(
        by=by,
        at=at,
        act="followup.hold_review",
        subject=held.subject,
        details={"review": review.pk, "held_on": held_on.isoformat()},
    )


@transaction.atomic
def add_risk(
    *,
    by: Viewer,
    at: datetime,
    commitment: Commitment,
    words: str,
    rating: rules.RiskRating,
    mitigation: str,
) -> Risk:
    """Write down what could stand in the way, and what is done against it.

    Raises:
        access.Refused: the viewer neither owns nor manages it, or it is closed.
        NothingSaid: there are no words.
    """
    words = rules.words_in(words, "Say what could stand in the way")
    held = Held(commitment)
    access.check_can_work_on(by, held.thing)
    held.check_open()
    risk = Risk.objects.create(
        commitment=held.thing,
        words=words,
        rating=rating,
        mitigation=mitigation.strip(),
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.add_risk",
        subject=held.subject,
        details={"risk": risk.pk, "rating": rating},
    )
    return risk


@transaction.atomic
def end_risk(*, by: Viewer, at: datetime, risk: Risk, reason: str) -> None:
    """Say that a risk is over, and why.

    Raises:
        access.Refused: the viewer neither owns nor manages the commitment, or it is over.
        NothingSaid: no reason is given.
    """
    reason = rules.words_in(reason, "Say why this is over")
    held = Held(risk.commitment)
    access.check_can_work_on(by, held.thing)
    kept = Risk.objects.select_for_update(of=("self",)).get(pk=risk.pk)
    if kept.ended_at is not None:
        raise Refused("This risk is over already.")
    kept.ended_at, kept.ended_by_id = at, signed_in(by)
    kept.ended_because = reason
    kept.save(update_fields=["ended_at", "ended_by", "ended_because"])
    held.keep(at=at)
    record(by=by, at=at, act="followup.end_risk", subject=held.subject, details={"risk": risk.pk})
