"""Striking out what was recorded wrongly. It stays, with who struck it out and why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.training import access
from answerable_site.training.models import Counting, Development, Posting, Qualification
from answerable_site.training.operations.courses import HasEnded

Strikeable = Counting | Development | Posting | Qualification


@transaction.atomic
def strike(*, by: Viewer, at: datetime, entry: Strikeable, reason: str) -> Strikeable:
    """Strike out an entry: it counts for nothing any more, in figures of past days too.

    Figures that were stated stay as they were stated.

    Raises:
        access.Refused: the viewer keeps no training there.
        HasEnded: it is struck out already.
    """
    locked = type(entry).objects.select_for_update(of=("self",)).get(pk=entry.pk)
    access.check_can_keep(by, _organisation_of(locked))
    if locked.is_struck:
        raise HasEnded("This is struck out already")
    locked.struck_at, locked.struck_by_id = at, signed_in(by)
    locked.struck_because = reason.strip()
    locked.save()
    record(
        by=by,
        at=at,
        act="training.strike",
        subject=_subject_of(locked),
        reason=locked.struck_because,
        details={"what": type(locked).__name__.lower(), "entry": locked.pk},
    )
    return locked


def _organisation_of(entry: Strikeable) -> int:
    if isinstance(entry, Counting):
        return entry.version.course.organisation_id
    return entry.record.organisation_id


def _subject_of(entry: Strikeable) -> str:
    if isinstance(entry, Counting):
        return f"training.course:{entry.version.course_id}"
    return f"training.record:{entry.record_id}"
