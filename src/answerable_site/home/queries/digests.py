"""Which digests go to whom, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from answerable.statute import civil_date
from answerable_site.followup.queries import Reminder, reminders_for
from answerable_site.home.models import Digest
from answerable_site.home.queries.steps import waiting_for
from answerable_site.home.rules import Attempt, Waiting, may_try_again, reminders, reminds
from answerable_site.people.models import Assignment, User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny.models import Question
from answerable_site.scrutiny.queries import questions_due_from


@dataclass(frozen=True, slots=True)
class PersonalDigest:
    """Everything of which one person is reminded on a day."""

    person: User
    on: date
    reminders: tuple[Waiting, ...]
    """Steps of responses, the most urgent first."""
    follow_up: tuple[Reminder, ...] = ()
    """Dates of commitments and actions, the longest late first."""
    questions: tuple[Question, ...] = ()
    """Of meetings, to the person’s organisation; the one due first comes first."""

    @property
    def items(self) -> int:
        """How many things it reminds of."""
        return len(self.reminders) + len(self.follow_up) + len(self.questions)


def digests_to_send(at: datetime) -> Iterator[PersonalDigest]:
    """The digest of everybody who is reminded of something and has not got it yet.

    Each is read with the rights that the person has on the day: nobody is told of what they could
    not open themselves.

    Args:
        at: the moment of sending; its civil date in Europe/London is the day.
    """
    on = civil_date(at)
    settled = {
        digest.person_id
        for digest in Digest.objects.filter(on=on)
        if not may_try_again(attempt_of(digest), at=at)
    }
    at_work = User.objects.filter(
        is_active=True, pk__in=Assignment.objects.in_force(on).values("user")
    )
    for person in at_work.exclude(pk__in=settled).order_by("pk"):
        viewer = viewer_for(person, on=on)
        digest = PersonalDigest(
            person,
            on,
            reminders(waiting_for(viewer, on=on)),
            reminders_for(viewer, on=on),
            _questions(viewer, on),
        )
        if digest.items:
            yield digest


def _questions(viewer: Viewer, on: date) -> tuple[Question, ...]:
    return tuple(
        one
        for one in questions_due_from(viewer)
        if one.answer_due_on and reminds((one.answer_due_on - on).days)
    )


def attempt_of(digest: Digest) -> Attempt:
    """What is known of the attempts to send a digest."""
    return Attempt(
        claimed_at=digest.claimed_at,
        attempts=digest.attempts,
        is_sent=digest.sent_at is not None,
        has_failed=bool(digest.failure),
    )
