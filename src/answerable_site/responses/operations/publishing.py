"""What goes to the press: the public entry of an inspection, and the signed response."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable.writing.canonical import from_json
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import EntryCorrection, PublicInspection, PublicResponse
from answerable_site.publication.rules import (
    InspectionFacts,
    SignatureFacts,
    VersionFacts,
    VersionKind,
)
from answerable_site.register.models import Inspection
from answerable_site.responses import access, queries
from answerable_site.responses.models import (
    Preparation,
    PublicEntry,
    PublishedVersion,
    Response,
    Signature,
)
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.operations.signing import DocumentChanged, NotPrepared
from answerable_site.responses.rules.changes import changes


class EntryOutdated(ValueError):
    """The public register says something else about the report than the register does."""


class EarlierDayNotKnown(ValueError):
    """A response of former days is recorded without the day on which it was published."""


class NoEntry(ValueError):
    """The inspection is not in the public register."""


class EntryPrepared(ValueError):
    """The inspection is in the public register, or waits to be released there."""


@transaction.atomic
def prepare_public_entry(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation
) -> PublicInspection:
    """Hand the public facts of the inspection to the press; a publisher releases them.

    From its release on, the public sees how much time is left and, later, how late an answer is.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        EntryPrepared: this was done before.
        EarlierDayNotKnown: a response of former days is recorded without its day.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(by, inspection, body, response.row, on=civil_date(at))
    if held.entry:
        raise EntryPrepared("This inspection was put into the public register before.")
    if held.past and held.past.published_on is None:
        raise EarlierDayNotKnown(
            "The public register would say that nobody answered. Record first on which day the "
            "response of former days was published."
        )
    entry = press.prepare_entry(by=by, at=at, facts=_entry_facts(held))
    _link(response.row, entry)
    record(
        by=by,
        at=at,
        act="responses.prepare_public_entry",
        subject=response.subject,
        details={"entry": entry.pk},
    )
    return entry


@transaction.atomic
def prepare_entry_correction(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation, reason: str
) -> EntryCorrection:
    """Hand the press the report's facts as the register has them now; a publisher releases them.

    Possible after publication too: what changes is the public register, not the response.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NoEntry: the inspection is not in the public register.
        publication.operations.CorrectionWaits: an earlier one is not released yet.
        publication.operations.NothingToCorrect: the public register says this already.
        publication.operations.ReasonMissing: the reason is empty.
    """
    access.check_can_draft(by, body.pk)
    response = Response.objects.filter(inspection=inspection, body=body).first()
    held = queries.dossier(by, inspection, body, response, on=civil_date(at))
    if response is None or held.entry is None:
        raise NoEntry("This inspection is not in the public register yet.")
    correction = press.prepare_correction(
        by=by, at=at, entry=held.entry, facts=held.public_facts, reason=reason
    )
    record(
        by=by,
        at=at,
        act="responses.prepare_entry_correction",
        subject=f"responses.response:{response.pk}",
        details={"entry": held.entry.pk, "correction": correction.pk},
    )
    return correction


@transaction.atomic
def publish_response(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation
) -> PublicResponse:
    """Publish the signed response: its page, its PDF and its place in the public register.

    Raises:
        access.Refused: the viewer is no publisher of the body, or no second person beside the
            signer.
        NotPrepared: no signed response waits.
        DocumentChanged: the register was changed since the signature.
        EntryOutdated: the public register must be corrected first.
        publication.operations.EntryNotReleased: the publisher may not release the entry that waits.
        answerable.writing.pdf.NotPrinted: the PDF cannot be made; nothing is published.
        ResponsePublished: the response is published.
    """
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(by, inspection, body, response.row, on=civil_date(at))
    if held.preparation is None or held.signature is None:
        raise NotPrepared("No signed response waits to be published.")
    if held.changed_since_preparation:
        raise DocumentChanged(
            "The register was changed since the response was signed. It must be prepared and "
            "signed again."
        )
    if held.entry_is_outdated:
        raise EntryOutdated(
            "The public register says something else about this report than the register. Have the "
            "public register corrected first."
        )
    published = press.publish_response(
        by=by,
        at=at,
        entry=held.entry or _entry_facts(held),
        document=from_json(held.signature.document),
        signed=_signature_facts(held.signature),
        version=_version_facts(held, held.preparation, held.signature),
    )
    PublishedVersion.objects.create(
        signature=held.signature, public_response=published, revision=held.revision
    )
    if held.entry is None:
        _link(response.row, published.inspection)
    record(
        by=by,
        at=at,
        act="responses.publish_response",
        subject=response.subject,
        details={
            "public_response": published.pk,
            "version": published.version,
            "content_hash": published.content_hash,
        },
    )
    return published


def _link(response: Response, entry: PublicInspection) -> None:
    PublicEntry.objects.create(response=response, entry=entry)


def _version_facts(
    held: queries.Dossier, preparation: Preparation, signature: Signature
) -> VersionFacts:
    """What is said of the version beside its document, from what was prepared and signed."""
    missing = tuple(preparation.missing)
    revision = held.revision
    if revision is None:
        return VersionFacts(
            kind=VersionKind.FIRST,
            missing=missing,
            incomplete_because=preparation.incomplete_because,
        )
    before, after = from_json(revision.based_on.document), from_json(signature.document)
    return VersionFacts(
        kind=VersionKind(revision.kind),
        because=revision.reason,
        changes=changes(before, after),
        missing=missing,
        incomplete_because=preparation.incomplete_because,
    )


def _signature_facts(signature: Signature) -> SignatureFacts:
    return SignatureFacts(
        signer_id=signature.signed_by_id,
        signer_name=signature.signed_by.full_name,
        signed_as=signature.signed_as,
        signed_on=civil_date(signature.signed_at),
        content_hash=signature.content_hash,
    )


def _entry_facts(held: queries.Dossier) -> InspectionFacts:
    """What a new entry says; it keeps the name that the body has on the day."""
    return InspectionFacts(
        public=held.public_facts,
        body_id=held.body.pk,
        body_name=held.facts.body.name,
        body_slug=held.body.slug,
    )
