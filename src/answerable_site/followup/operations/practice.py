"""Practice reviews, and views of the list that people keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, rules
from answerable_site.followup.models import Commitment, PracticeReview, SavedFilter
from answerable_site.followup.operations.telling import DayRefused
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class ReviewedPractice:
    """What a practice review looked at, who took part, what it found and what changed."""

    pathway: rules.Pathway
    title: str
    period_from_on: date
    period_to_on: date
    held_on: date
    scope: str
    commissioned_services: str
    other_services: str
    advocates: str
    victims_input: str
    found: str
    changed: str
    next_due_on: date


@transaction.atomic
def record_practice_review(
    *,
    by: Viewer,
    at: datetime,
    today: date,
    body: Organisation,
    practice: ReviewedPractice,
    commitments: Iterable[Commitment] = (),
) -> PracticeReview:
    """Write down a review of how something is done.

    Args:
        today: the civil date.
        commitments: that asked for it, all followed up by the body.

    Raises:
        access.Refused: the viewer is no response officer of the body, or a commitment is another’s.
        DayRefused: it was held in the future, its period ends before it begins, or the next one
            comes before it.
    """
    access.check_can_decide(by, body.pk)
    asked_for = list(commitments)
    if any(one.body_id != body.pk for one in asked_for):
        raise Refused("This commitment is followed up by another body.")
    if practice.held_on > today:
        raise DayRefused("The review must have been held today or in the past")
    if practice.period_to_on < practice.period_from_on:
        raise DayRefused("The period must not end before it begins")
    if practice.next_due_on <= practice.held_on:
        raise DayRefused("The next review must come after this one")
    review = PracticeReview.objects.create(
        body=body, at=at, by_id=signed_in(by), **asdict(practice)
    )
    review.commitments.set(asked_for)
    record(
        by=by,
        at=at,
        act="followup.record_practice_review",
        subject=f"followup.practice_review:{review.pk}",
        details={"pathway": practice.pathway, "commitments": [one.pk for one in asked_for]},
    )
    return review


@transaction.atomic
def save_filter(*, by: Viewer, at: datetime, name: str, asked: dict[str, Any]) -> SavedFilter:
    """Keep a view of the list under a name; the same name again replaces it."""
    kept, _ = SavedFilter.objects.update_or_create(
        person_id=signed_in(by), name=name.strip(), defaults={"asked": asked, "at": at}
    )
    record(by=by, at=at, act="followup.save_filter", subject=f"followup.saved_filter:{kept.pk}")
    return kept


@transaction.atomic
def drop_filter(*, by: Viewer, at: datetime, kept: SavedFilter) -> None:
    """Forget a view of the list.

    Raises:
        access.Refused: it is somebody else’s.
    """
    if kept.person_id != signed_in(by):
        raise Refused("This is somebody else’s.")
    number = kept.pk
    kept.delete()
    record(by=by, at=at, act="followup.drop_filter", subject=f"followup.saved_filter:{number}")
