"""The public part of a meeting, handed down to the press."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicEdition
from answerable_site.publication.rules import MeetingFacts
from answerable_site.scrutiny import queries, rules
from answerable_site.scrutiny.models import HandedOver, Meeting
from answerable_site.scrutiny.operations.held import ANY_STATE, PLANNED, Held

_NOT_PLANNED = ANY_STATE - PLANNED


@transaction.atomic
def hand_over(*, by: Viewer, at: datetime, today: date, meeting: Meeting) -> PublicEdition:
    """Hand what is public of a meeting to the press, where a publisher releases it.

    Made from the facts of the frozen pack and from what was asked and decided since.

    Args:
        today: the civil date that the document bears.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the pack is not frozen.
        rules.NothingPublic: no part of the meeting is public, or it was called off before there
            was a pack.
        answerable.writing.pdf.NotPrinted: the PDF cannot be made.
    """
    held = Held.kept(by, meeting, _NOT_PLANNED, "Freeze the pack first.")
    edition = press.prepare_edition(
        by=by,
        at=at,
        facts=MeetingFacts(
            body_id=held.body_id,
            body_name=held.body.name,
            body_slug=held.body.slug,
            title=held.title,
            kind=rules.MeetingKind(held.kind).label,
            on=held.on,
        ),
        document=queries.public_document(held, on=today),
        meeting=queries.public_address_of(held),
    )
    HandedOver.objects.create(meeting=held, edition=edition, at=at, by_id=signed_in(by))
    record(
        by=by,
        at=at,
        act="scrutiny.hand_over",
        subject=held.subject,
        details={"edition": edition.pk, "content_hash": edition.content_hash},
    )
    return edition
