"""The public part of a meeting: prepared by one person, released by another, withdrawn."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import as_json, content_hash
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.queries import brand_of
from answerable_site.people.rules import Viewer
from answerable_site.publication import access, queries, rules
from answerable_site.publication.models import PublicEdition, PublicMeeting
from answerable_site.publication.operations.finding import _make_meeting_findable
from answerable_site.publication.operations.printing import Printed
from answerable_site.publication.operations.scanning import _check_no_leak


class EditionReleased(ValueError):
    """The edition is public, or was."""


class EditionOutdated(ValueError):
    """A later edition was prepared meanwhile."""


class EditionNotPublic(ValueError):
    """The edition is not public, or is withdrawn already."""


@transaction.atomic
def prepare_edition(
    *,
    by: Viewer,
    at: datetime,
    facts: rules.MeetingFacts,
    document: WrittenDocument,
    meeting: PublicMeeting | None,
) -> PublicEdition:
    """Prepare what the public is to read of a meeting; another person releases it.

    Args:
        facts: of the meeting, in finished words.
        document: its public part, and nothing else.
        meeting: where an edition was prepared before, its address; else None.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        answerable.writing.pdf.NotPrinted: the PDF cannot be made.
    """
    access.check_can_prepare(by, facts.body_id)
    brand = brand_of(Organisation.objects.get(pk=facts.body_id))
    printed = Printed.made(document, brand=brand)
    public = meeting or _new_meeting(facts)
    edition = PublicEdition.objects.create(
        meeting=public,
        number=public.editions.count() + 1,
        body_name=facts.body_name,
        title=facts.title,
        kind=facts.kind,
        on=facts.on,
        document=as_json(document),
        content_hash=content_hash(document),
        html=printed.html,
        prepared_at=at,
        prepared_by_id=signed_in(by),
    )
    printed.keep_edition(edition)
    record(
        by=by,
        at=at,
        act="publication.prepare_edition",
        subject=f"publication.publicedition:{edition.pk}",
        details={"meeting": public.pk, "content_hash": edition.content_hash},
    )
    return edition


@transaction.atomic
def release_edition(*, by: Viewer, at: datetime, edition: PublicEdition) -> PublicEdition:
    """Make a prepared edition public; it takes the place of the one before.

    Raises:
        access.Refused: the viewer is no publisher of the body, or no second person beside the one
            who prepared it.
        EditionReleased: it is public already.
        EditionOutdated: a later one was prepared.
        WouldLeak: the page or a file says or holds something that has no place in public.
    """
    edition = _locked(edition)
    access.check_can_release_edition(by, edition)
    if edition.released_at:
        raise EditionReleased("This is public already.")
    if edition.meeting.editions.filter(number__gt=edition.number).exists():
        raise EditionOutdated("A later edition was prepared. Release that one.")
    _check_no_leak(queries.edition_pieces(edition), by=by)
    edition.released_at, edition.released_by_id = at, by.user_id
    edition.save(update_fields=["released_at", "released_by"])
    _make_meeting_findable(edition.meeting)
    record(
        by=by,
        at=at,
        act="publication.release_edition",
        subject=f"publication.publicedition:{edition.pk}",
        details={"content_hash": edition.content_hash},
    )
    return edition


@transaction.atomic
def withdraw_edition(
    *, by: Viewer, at: datetime, edition: PublicEdition, reason: str
) -> PublicEdition:
    """Take an edition back. The address stays and says when and why.

    Raises:
        access.Refused: the viewer is no publisher of the body.
        ReasonMissing: the reason is empty.
        EditionNotPublic: it is not public, or was withdrawn before.
    """
    edition = _locked(edition)
    access.check_can_publish(by, edition.meeting.keeping_body_id)
    because = rules.reason(reason, "Say why this is withdrawn.")
    if edition.released_at is None or edition.withdrawn_at is not None:
        raise EditionNotPublic("This is not public.")
    edition.withdrawn_at, edition.withdrawn_by_id = at, by.user_id
    edition.withdrawn_because = because
    edition.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    _make_meeting_findable(edition.meeting)
    record(
        by=by,
        at=at,
        act="publication.withdraw_edition",
        subject=f"publication.publicedition:{edition.pk}",
    )
    return edition


def _locked(edition: PublicEdition) -> PublicEdition:
    return (
        PublicEdition.objects.select_for_update(of=("self",))
        .select_related("meeting")
        .get(pk=edition.pk)
    )


def _new_meeting(facts: rules.MeetingFacts) -> PublicMeeting:
    wanted = f"{facts.on.isoformat()}-{slugify(facts.title)}"[:100].strip("-")
    taken = PublicMeeting.objects.filter(body_slug=facts.body_slug)
    return PublicMeeting.objects.create(
        body_id=facts.body_id,
        body_slug=facts.body_slug,
        slug=rules.free_slug(wanted, is_taken=lambda slug: taken.filter(slug=slug).exists()),
    )
