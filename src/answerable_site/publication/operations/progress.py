"""Public progress: prepared by one person, released by another, withdrawn."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.publication import access, queries, rules
from answerable_site.publication.models import PublicInspection, PublicProgress
from answerable_site.publication.operations.finding import _make_entry_findable
from answerable_site.publication.operations.scanning import _check_no_leak


class ProgressReleased(ValueError):
    """The snapshot is public, or was."""


class ProgressOutdated(ValueError):
    """A later snapshot was prepared meanwhile."""


class ProgressNotPublic(ValueError):
    """The snapshot is not public, or is withdrawn already."""


class ProgressAhead(ValueError):
    """A snapshot tells how things stand today or stood before."""


@transaction.atomic
def prepare_progress(
    *, by: Viewer, at: datetime, entry: PublicInspection, facts: rules.ProgressFacts
) -> PublicProgress:
    """Prepare what the public is to read of an inspection’s recommendations.

    Raises:
        access.Refused: the viewer is no response officer of the body that answers.
        ProgressAhead: it is of a day to come.
    """
    access.check_can_prepare(by, entry.telling_body_id)
    if facts.as_of > civil_date(at):
        raise ProgressAhead("Choose today or a day in the past.")
    held = PublicInspection.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    snapshot = PublicProgress.objects.create(
        entry=held,
        number=held.progress.count() + 1,
        as_of=facts.as_of,
        facts=facts.as_json(),
        content_hash=facts.content_hash(),
        prepared_at=at,
        prepared_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="publication.prepare_progress",
        subject=f"publication.publicprogress:{snapshot.pk}",
        details={"entry": held.pk, "content_hash": snapshot.content_hash},
    )
    return snapshot


@transaction.atomic
def release_progress(*, by: Viewer, at: datetime, snapshot: PublicProgress) -> PublicProgress:
    """Make a prepared snapshot public; those before it stay under their dates.

    Raises:
        access.Refused: the viewer is no publisher of the body, or no second person beside the one
            who prepared it.
        ProgressReleased: it is public already.
        ProgressOutdated: a later one was prepared.
        ProgressNotPublic: the inspection itself is not public.
        WouldLeak: it says or holds something that has no place in public.
    """
    held = _locked(snapshot)
    access.check_can_release_progress(by, held)
    if held.released_at:
        raise ProgressReleased("This is public already.")
    if held.entry.released_at is None:
        raise ProgressNotPublic("Release the entry of the inspection first.")
    if held.entry.progress.filter(number__gt=held.number).exists():
        raise ProgressOutdated("A later snapshot was prepared. Release that one.")
    _check_no_leak([queries.progress_piece(held)], by=by)
    held.released_at, held.released_on, held.released_by_id = at, civil_date(at), signed_in(by)
    held.save(update_fields=["released_at", "released_on", "released_by"])
    _make_entry_findable(held.entry)
    record(
        by=by,
        at=at,
        act="publication.release_progress",
        subject=f"publication.publicprogress:{held.pk}",
        details={"content_hash": held.content_hash},
    )
    return held


@transaction.atomic
def withdraw_progress(
    *, by: Viewer, at: datetime, snapshot: PublicProgress, reason: str
) -> PublicProgress:
    """Take a snapshot back. Its page says when and why, and shows the one before.

    Raises:
        access.Refused: the viewer is no publisher of the body.
        ReasonMissing: the reason is empty.
        ProgressNotPublic: it is not public, or was withdrawn before.
    """
    held = _locked(snapshot)
    access.check_can_publish(by, held.entry.telling_body_id)
    because = rules.reason(reason, "Say why this is withdrawn.")
    if held.released_at is None or held.withdrawn_at is not None:
        raise ProgressNotPublic("This is not public.")
    held.withdrawn_at, held.withdrawn_on, held.withdrawn_by_id = at, civil_date(at), signed_in(by)
    held.withdrawn_because = because
    held.save(update_fields=["withdrawn_at", "withdrawn_on", "withdrawn_by", "withdrawn_because"])
    _make_entry_findable(held.entry)
    record(
        by=by,
        at=at,
        act="publication.withdraw_progress",
        subject=f"publication.publicprogress:{held.pk}",
    )
    return held


def _locked(snapshot: PublicProgress) -> PublicProgress:
    return (
        PublicProgress.objects.select_for_update(of=("self",))
        .select_related("entry")
        .get(pk=snapshot.pk)
    )
