"""Entries of the public register and versions of responses: prepared, released, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from answerable.statute import civil_date
from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import as_json
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.queries import brand_of
from answerable_site.people.rules import Viewer
from answerable_site.publication import access, queries, rules
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.publication.operations.finding import _make_entry_findable
from answerable_site.publication.operations.printing import Printed
from answerable_site.publication.operations.scanning import _check_no_leak


class EntryReleased(ValueError):
    """The entry is public already."""


class EntryNotReleased(ValueError):
    """Nobody released the entry, and the publisher may not."""


class VersionStands(ValueError):
    """A published version stands; it must be withdrawn before another takes its place."""


class AlreadyWithdrawn(ValueError):
    """The version was withdrawn before."""


@transaction.atomic
def prepare_entry(*, by: Viewer, at: datetime, facts: rules.InspectionFacts) -> PublicInspection:
    """Prepare the public entry of an inspection; another person releases it.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_prepare(by, facts.body_id)
    entry = _new_entry(facts, prepared_by_id=signed_in(by), at=at)
    record(
        by=by,
        at=at,
        act="publication.prepare_entry",
        subject=f"publication.publicinspection:{entry.pk}",
        details={"body": facts.body_id, "slug": entry.slug},
    )
    return entry


@transaction.atomic
def release_entry(*, by: Viewer, at: datetime, entry: PublicInspection) -> PublicInspection:
    """Make a prepared entry public.

    Raises:
        access.Refused: the viewer is no publisher of the body, or no second person beside the one
            who prepared the entry.
        EntryReleased: it is public already.
        WouldLeak: it says or holds something that has no place in public.
    """
    entry = PublicInspection.objects.select_for_update().get(pk=entry.pk)
    access.check_can_release(by, entry)
    if entry.released_at:
        raise EntryReleased("This entry of the public register is public already.")
    _check_no_leak([queries.entry_piece(entry)], by=by)
    _release(entry, by=by, at=at)
    _make_entry_findable(entry)
    record(
        by=by,
        at=at,
        act="publication.release_entry",
        subject=f"publication.publicinspection:{entry.pk}",
        details={"slug": entry.slug},
    )
    return entry


@transaction.atomic
def publish_response(
    *,
    by: Viewer,
    at: datetime,
    entry: PublicInspection | rules.InspectionFacts,
    document: WrittenDocument,
    signed: rules.SignatureFacts,
    version: rules.VersionFacts,
) -> PublicResponse:
    """Publish a signed document as the next version of a body's response.

    A version that stands makes way for one that corrects or supplements it, and keeps its address.

    The files are made first: if one cannot be made, nothing is published. An entry that still
    waits is released with it, if the publisher may release it. Where there is
    no entry yet the facts make one, prepared by the signer, whose document states them.

    Args:
        by: a publisher of the body, and a second person beside the signer.
        at: when; its civil date in Europe/London decides timeliness.
        entry: the public entry, or the facts to make one of.
        document: exactly as signed.
        signed: who signed, and the hash that was shown.
        version: why there is another version, what changed, and whether anything is missing.

    Raises:
        access.Refused: the viewer may not publish this.
        NotWhatWasSigned: the document has another hash.
        EntryNotReleased: the publisher may not release the entry that still waits.
        VersionStands: an earlier version is public, and this is to be a first one.
        WouldLeak: the page or a file says or holds something that has no place in public.
        answerable.writing.pdf.NotPrinted: the PDF cannot be made.
    """
    access.check_can_publish_signed(by, entry.answering_body_id, signer_id=signed.signer_id)
    brand = brand_of(Organisation.objects.get(pk=entry.answering_body_id))
    printed = Printed.of(document, signed, brand=brand)
    public = _public_entry(entry, by=by, at=at, signed=signed)
    number, told = _next_version(public, version)
    response = PublicResponse.objects.create(
        inspection=public,
        version=number,
        kind=told.kind,
        because=told.because,
        changes=[change.as_json() for change in told.changes],
        is_complete=told.is_complete,
        missing=list(told.missing),
        incomplete_because=told.incomplete_because,
        document=as_json(document),
        content_hash=signed.content_hash,
        html=printed.html,
        signed_by_id=signed.signer_id,
        signer_name=signed.signer_name,
        signed_as=signed.signed_as,
        signed_on=signed.signed_on,
        published_at=at,
        published_on=civil_date(at),
        published_by_id=signed_in(by),
    )
    printed.keep(response)
    _check_no_leak((queries.entry_piece(public), *queries.response_pieces(response)), by=by)
    _make_entry_findable(public)
    record(
        by=by,
        at=at,
        act="publication.publish_response",
        subject=f"publication.publicresponse:{response.pk}",
        details={
            "entry": public.pk,
            "version": response.version,
            "kind": response.kind,
            "is_complete": response.is_complete,
            "content_hash": response.content_hash,
        },
    )
    return response


@transaction.atomic
def withdraw_response(
    *, by: Viewer, at: datetime, response: PublicResponse, reason: str
) -> PublicResponse:
    """Take a published version back. Its address stays and says when and why.

    Raises:
        access.Refused: the viewer is no publisher of the body.
        ReasonMissing: the reason is empty.
        AlreadyWithdrawn: somebody withdrew it before.
    """
    response = (
        PublicResponse.objects.select_for_update(of=("self",))
        .select_related("inspection")
        .get(pk=response.pk)
    )
    access.check_can_withdraw(by, response)
    because = rules.reason(reason, "Say why the response is withdrawn.")
    if response.withdrawn_at:
        raise AlreadyWithdrawn("This version was withdrawn before.")
    response.withdrawn_at, response.withdrawn_by_id = at, by.user_id
    response.withdrawn_because = because
    response.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    _make_entry_findable(response.inspection)
    record(
        by=by,
        at=at,
        act="publication.withdraw_response",
        subject=f"publication.publicresponse:{response.pk}",
        details={"version": response.version},
    )
    return response


def _public_entry(
    entry: PublicInspection | rules.InspectionFacts,
    *,
    by: Viewer,
    at: datetime,
    signed: rules.SignatureFacts,
) -> PublicInspection:
    if isinstance(entry, rules.InspectionFacts):
        public = _new_entry(entry, prepared_by_id=signed.signer_id, at=at)
    else:
        public = PublicInspection.objects.select_for_update().get(pk=entry.pk)
        _check_released_or_can_be(public, by=by)
    if public.released_at is None:
        _release(public, by=by, at=at)
    return public


def _check_released_or_can_be(entry: PublicInspection, *, by: Viewer) -> None:
    if entry.released_at is None and not access.can_release(by, entry):
        raise EntryNotReleased(
            "You put this inspection into the public register, or do not count as a second person "
            "beside the one who did, and nobody has released it. Ask another publisher to release "
            "it or to publish the response."
        )


def _new_entry(
    facts: rules.InspectionFacts, *, prepared_by_id: int, at: datetime
) -> PublicInspection:
    wanted = slugify(facts.public.title)[:100].strip("-") or "inspection"
    taken = PublicInspection.objects.filter(body_slug=facts.body_slug)
    entry = PublicInspection(
        body_id=facts.body_id,
        body_name=facts.body_name,
        body_slug=facts.body_slug,
        slug=rules.free_slug(
            wanted,
            is_taken=lambda slug: (
                slug in rules.WORDS_BELOW_A_BODY or taken.filter(slug=slug).exists()
            ),
        ),
        prepared_by_id=prepared_by_id,
        prepared_at=at,
    )
    entry.take(facts.public)
    entry.save()
    return entry


def _release(entry: PublicInspection, *, by: Viewer, at: datetime) -> None:
    entry.released_at, entry.released_by_id = at, by.user_id
    entry.save(update_fields=["released_at", "released_by"])


def _next_version(
    entry: PublicInspection, told: rules.VersionFacts
) -> tuple[int, rules.VersionFacts]:
    """The number of the next version, and what is said of it."""
    last = entry.responses.order_by("version").defer("document", "html").last()
    if last is None:
        return 1, told
    if told.kind is not rules.VersionKind.FIRST:
        return last.version + 1, told
    if last.withdrawn_at is None:
        raise VersionStands(
            "A version of this response is public. Correct or supplement it, or withdraw it, "
            "before you publish another."
        )
    because = f"Version {last.version} was withdrawn. {last.withdrawn_because}"
    return last.version + 1, replace(told, kind=rules.VersionKind.AFTER_WITHDRAWAL, because=because)
