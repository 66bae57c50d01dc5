"""Secret addresses of calendars, and the dates that a calendar shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet

from answerable_site.home.models import CalendarAddress
from answerable_site.home.queries.steps import Key, wanted_comments
from answerable_site.home.rules import CalendarDate, DateKind, secret_hash
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses.models import Invitation
from answerable_site.responses.queries import due_for
from answerable_site.responses.rules.states import Due


def addresses_of(viewer: Viewer) -> QuerySet[CalendarAddress]:
    """The viewer's own addresses that stand, in the order in which they were made."""
    return CalendarAddress.objects.filter(
        person=viewer.user_id, revoked_at__isnull=True
    ).select_related("body")


def standing_address(secret: str) -> CalendarAddress | None:
    """The address with a secret, with its `person`; None if it is wrong or was revoked.

    Looked up by the hash of the secret, so how long it takes tells nothing about another one.
    """
    return (
        CalendarAddress.objects.filter(secret_hash=secret_hash(secret), revoked_at__isnull=True)
        .select_related("person", "body")
        .first()
    )


def calendar_dates(
    viewer: Viewer, *, on: date, body_id: int | None = None
) -> tuple[CalendarDate, ...]:
    """The last lawful days of open responses and the dates by which comments are wanted.

    Args:
        viewer: whose calendar it is, with the rights of the day.
        on: the civil date (Europe/London) of the fetching.
        body_id: the one body that is asked for; None for all bodies of the viewer.
    """
    dues = [
        due
        for due in due_for(viewer, on=on)
        if due.is_open and (body_id is None or due.body_id == body_id)
    ]
    revisions = _revisions(dues)
    wanted = wanted_comments(viewer.policing_body_ids)
    invitations = _invitations(viewer.policing_body_ids)
    return tuple(
        found
        for due in dues
        for found in _dates_of(due, revisions[due.inspection_id], wanted, invitations)
    )


@dataclass(frozen=True, slots=True)
class _Revision:
    number: int
    changed_at: datetime


def _dates_of(
    due: Due, revision: _Revision, wanted: dict[Key, Invitation], invitations: dict[Key, int]
) -> Iterator[CalendarDate]:
    key = (due.inspection_id, due.body_id)
    if due.clock and due.answered_on is None:
        yield CalendarDate(
            kind=DateKind.LAST_LAWFUL_DAY,
            due=due,
            day=due.clock.last_lawful_day,
            revision=revision.number,
            changed_at=revision.changed_at,
        )
    if invitation := wanted.get(key):
        yield CalendarDate(
            kind=DateKind.COMMENTS_WANTED,
            due=due,
            day=invitation.comments_wanted_by,
            invited_on=invitation.invited_on,
            revision=revision.number + invitations[key] - 1,
            changed_at=max(revision.changed_at, invitation.recorded_at),
        )


def _revisions(dues: list[Due]) -> dict[int, _Revision]:
    """How often the facts of each inspection, or the rule that its clock follows, were changed."""
    of_the_inspection = Q(corrections__recommendation__isnull=True)
    rows = Inspection.objects.filter(pk__in={due.inspection_id for due in dues}).annotate(
        corrected=Count("corrections", filter=of_the_inspection, distinct=True),
        moved=Count("movements", distinct=True),
        corrected_at=Max("corrections__corrected_at", filter=of_the_inspection),
        moved_at=Max("movements__noted_at"),
    )
    return {
        row.pk: _Revision(
            number=row.corrected + row.moved,
            changed_at=max(
                moment for moment in (row.created_at, row.corrected_at, row.moved_at) if moment
            ),
        )
        for row in rows
    }


def _invitations(bodies: frozenset[int]) -> dict[Key, int]:
    """How many invitations each response has: the first is revision 0."""
    return {
        (inspection, body): count
        for inspection, body, count in Invitation.objects.filter(response__body__in=bodies)
        .order_by()
        .values_list("response__inspection", "response__body")
        .annotate(count=Count("pk"))
    }
