"""Further versions of a published response: begun with a reason, or given up."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access, queries
from answerable_site.responses.models import Response, Revision
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.words import RevisionKind


class NothingToRevise(ValueError):
    """No published version stands."""


class RevisionOpen(ValueError):
    """A further version is being written already."""


class RevisionWithoutReason(ValueError):
    """Nobody said why there is to be another version."""


class NoRevision(ValueError):
    """No further version is being written."""


@transaction.atomic
def begin_revision(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    kind: RevisionKind,
    reason: str,
) -> Revision:
    """Begin a further version; the published one stands until the new one is published.

    The day on which the first whole version was public stays what it is.

    Args:
        kind: whether something was wrong, or something is added.
        reason: why; the public page shows it.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        RevisionWithoutReason: the reason is empty.
        NothingToRevise: no published version stands.
        RevisionOpen: one was begun before.
    """
    access.check_can_draft(by, body.pk)
    if by.user_id is None:
        raise Refused("Sign in to do this.")
    if not reason.strip():
        raise RevisionWithoutReason("Say why there is to be another version. Readers will see it.")
    row = Response.objects.select_for_update().filter(inspection=inspection, body=body).first()
    held = queries.dossier(by, inspection, body, row, on=civil_date(at))
    if row is None or held.public_version is None:
        raise NothingToRevise("Nothing is published that could be corrected or supplemented.")
    if held.revision:
        raise RevisionOpen("A further version is being written already.")
    revision = Revision.objects.create(
        response=row,
        based_on=held.public_version,
        kind=kind,
        reason=reason.strip(),
        begun_at=at,
        begun_by_id=by.user_id,
    )
    record(
        by=by,
        at=at,
        act="responses.begin_revision",
        subject=f"responses.response:{row.pk}",
        details={"revision": revision.pk, "kind": kind, "based_on": held.public_version.pk},
    )
    return revision


@transaction.atomic
def give_up_revision(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation
) -> Revision:
    """Give a further version up. What was written for it stays in the history.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NoRevision: none is being written.
    """
    access.check_can_draft(by, body.pk)
    row = Response.objects.select_for_update().filter(inspection=inspection, body=body).first()
    revision = row.revisions.open().last() if row else None
    if row is None or revision is None:
        raise NoRevision("No further version is being written.")
    response = LockedResponse.of(inspection, body, by=by, at=at)
    voided = response.void_preparation("The further version was given up.")
    revision.given_up_at, revision.given_up_by_id = at, response.person_id
    revision.save(update_fields=["given_up_at", "given_up_by"])
    record(
        by=by,
        at=at,
        act="responses.give_up_revision",
        subject=f"responses.response:{row.pk}",
        details={"revision": revision.pk, "voided": voided},
    )
    return revision
